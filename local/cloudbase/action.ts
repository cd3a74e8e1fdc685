/**
 * What every answer of the emulator is made of. The SDK posts `{action, …}`; one handler a file answers it.
 *
 * `mark` says how well an answer is known: read off the SDK's source, written in the official documents, or a guess.
 * Product code may depend on no guess (docs/decisions).
 */
export type Mark = 'sdk-source' | 'official-doc' | 'guess'

/** What an action cost, in the words of the meter. Bytes are UTF-8 bytes of stored documents. */
export interface Cost {
  collection?: string
  /** Documents returned to the caller. */
  documentsRead: number
  /** Documents the store had to look at to answer; more than 1,000 is reported. */
  documentsExamined: number
  documentsWritten: number
  bytesRead: number
  bytesWritten: number
  /** The index that served the query; null when the whole collection was scanned. Absent when no query ran. */
  index?: string | null
}

export interface ActionContext {
  /** The emulator's own clock, milliseconds UTC. */
  now: number
  requestId: string
  /** The invocation that sent this action; absent for whoever isn't a function. */
  invocation?: string
  /** Adds to the meter of the invocation (or of the outside caller) that sent this action. */
  charge(cost: Cost): void
}

export type ActionBody = Readonly<Record<string, unknown>>

export interface ActionHandler {
  mark: Mark
  /** @returns the fields beside `requestId` in the answer. @throws CloudError with the platform's code. */
  handle(body: ActionBody, context: ActionContext): Promise<Record<string, unknown>> | Record<string, unknown>
}

/** Keyed by the wire name, as in `database.getDocument`. */
export type ActionTable = Readonly<Record<string, ActionHandler>>

/** An expected failure with the platform's own code. Answered with HTTP 200 and `{code, message, requestId}`. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}
