/** What the phone sends through `callFunction({ name, data })`, and through `POST /invoke/<function>`. */
export interface Call<Input = unknown> {
  op: string
  /** Made by the phone, kept over retries: the same id on the same ticket returns its first result. */
  commandId?: string
  /** The version of the ticket that the person saw. */
  version?: number
  /** The directory that the phone last heard of: a warm instance with an older one looks again before it decides. */
  directoryVersion?: number
  input?: Input
}

export interface Failure {
  code: string
  /** Chinese, plain and kind; says what to do next. */
  message: string
  /** The field that is wrong, dotted, as in `input.place.areaId`. */
  path?: string
  requestId: string
  /** With VERSION_CONFLICT: the ticket as it is now. */
  fresh?: unknown
}

export type Answer<Output> = { ok: true; data: Output } | { ok: false; error: Failure }
