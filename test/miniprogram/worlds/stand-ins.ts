/**
 * What `wx[name]` fulfils its Promise with, by name; `{ errMsg: '…:fail …' }` rejects it. `'cloud.callFunction': throughTest`
 * hands the call to the test's own functions.
 */
export type Answers = Record<string, unknown>

/** Name of what a world puts into its browser window. */
export const throughTest = 'callThroughTest'

/** Calls a function as the person who holds the phone. @returns what the function returned */
export type CloudCall = (name: string, data: Record<string, unknown>) => Promise<unknown>

declare global {
  interface Window {
    standIns?: { asked: [string, unknown][]; restore: () => void }
  }
}

/** Runs in the browser: puts answers in place of a framework's `wx`, and notes what was asked. */
export function standIn([place, answers]: readonly ['phone' | 'window', Answers]): void {
  window.standIns?.restore()
  const wx = (place === 'phone' ? window.phone.wx : (window as unknown as { wx: object }).wx) as Record<
    string,
    unknown
  >
  const asked: [string, unknown][] = []
  const undo: (() => void)[] = []
  const put = (owner: Record<string, unknown>, name: string, stand: unknown) => {
    const before = owner[name]
    owner[name] = stand
    undo.push(() => (owner[name] = before))
  }
  // The legacy framework's wx has no cloud.
  wx.cloud ??= {}
  for (const [path, answer] of Object.entries(answers)) {
    const [name = '', parent] = path.split('.').reverse()
    const owner = parent === undefined ? wx : (wx[parent] as Record<string, unknown>)
    put(owner, name, (given: unknown) => {
      asked.push([path, given])
      if (answer === 'callThroughTest') {
        const { name: callee, data } = given as { name: string; data: Record<string, unknown> }
        const call = (window as unknown as { callThroughTest: CloudCall }).callThroughTest
        return call(callee, data).then((result) => ({ result }))
      }
      const failed = ((answer ?? {}) as { errMsg?: string }).errMsg?.includes(':fail') === true
      return failed ? Promise.reject(answer as Error) : Promise.resolve(answer)
    })
  }
  window.standIns = { asked, restore: () => undo.forEach((back) => back()) }
}
