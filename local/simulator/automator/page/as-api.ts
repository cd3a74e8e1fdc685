type Call = (...args: unknown[]) => unknown

interface Callbacks {
  success?: (result: unknown) => void
  fail?: (result: unknown) => void
  complete?: (result: unknown) => void
}

/** These answer at once; every other API answers through callbacks or a Promise. */
const immediate = /Sync$|^(create|on|off|canIUse|nextTick|report)|^get\w+(Manager|Info|Context)$/
const butAsynchronous = new Set([
  'getUserInfo',
  'getImageInfo',
  'getVideoInfo',
  'getSystemInfo',
  'getFileInfo',
])

/**
 * Gives a stand-in the calling convention of the API it stands for: what it returns reaches `success` (or `fail`, when its
 * errMsg says so) or the Promise. One that returns nothing has called back itself.
 */
export function asApi(name: string, stand: Call): Call {
  if (immediate.test(name) && !butAsynchronous.has(name)) return stand
  return (...given) => {
    const callbacks = (given[0] ?? {}) as Callbacks
    const outcome = answer(stand, given)
    if (!callbacks.success && !callbacks.fail && !callbacks.complete) return outcome
    outcome.then(
      (result) => {
        if (result === undefined) return
        callbacks.success?.(result)
        callbacks.complete?.(result)
      },
      (failure: unknown) => {
        callbacks.fail?.(failure)
        callbacks.complete?.(failure)
      },
    )
    return undefined
  }
}

async function answer(stand: Call, given: unknown[]): Promise<unknown> {
  const result = await stand(...given)
  const { errMsg } = (result ?? {}) as { errMsg?: string }
  if (errMsg?.includes(':fail')) throw result
  return result
}
