import type { Phone } from '../runtime/phone'

/**
 * The contract of an API family: one file in wx/, one entry in wx/table.ts. Called once for a phone.
 *
 * Functions stand in `wx` as they are; those of `asynchronous({…})` take WeChat's `{success, fail, complete}` or answer
 * a Promise. What typings know and no family has fails by its name.
 */
export type WxFamily = (phone: Phone) => Record<string, unknown>

/** Callback options as WeChat's API takes them. */
export interface CallbackOptions {
  success?: (result: Record<string, unknown>) => void
  fail?: (error: Record<string, unknown>) => void
  complete?: (result: Record<string, unknown>) => void
}

/** An expected failure of an API. `errMsg` becomes `<api>:fail <reason>`. */
export class WxFailure extends Error {
  constructor(
    readonly reason: string,
    readonly fields: { errno?: number; errCode?: number } & Record<string, unknown> = {},
  ) {
    super(reason)
    this.name = 'WxFailure'
  }
}

let flying = 0

/** Calls that have not answered yet, of all APIs. */
export function inFlight(): number {
  return flying
}

type Work = (options: never) => unknown

/** Wraps work (sync or async, its result or nothing) into WeChat's calling convention. Anything thrown becomes `fail`. */
export function asynchronous(works: Readonly<Record<string, Work>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(works).map(([name, work]) => [name, callable(name, work)]))
}

function callable(name: string, work: Work) {
  return (options: CallbackOptions = {}) => {
    const run = async (): Promise<Record<string, unknown>> => {
      flying += 1
      const result = await new Promise<unknown>((resolve) => resolve(work(options as never))).finally(() => {
        flying -= 1
      })
      return { errMsg: `${name}:ok`, ...(typeof result === 'object' && result !== null ? result : {}) }
    }
    const failed = (error: unknown): Record<string, unknown> => {
      const reason = error instanceof Error ? error.message : String(error)
      const fields = error instanceof WxFailure ? error.fields : {}
      return { errMsg: `${name}:fail ${reason}`, ...fields }
    }
    if (options.success || options.fail || options.complete) {
      void run().then(
        (result) => {
          options.success?.(result)
          options.complete?.(result)
        },
        (error: unknown) => {
          const result = failed(error)
          options.fail?.(result)
          options.complete?.(result)
        },
      )
      return undefined
    }
    return run().catch((error: unknown) => {
      throw Object.assign(new Error(String(failed(error).errMsg)), failed(error))
    })
  }
}
