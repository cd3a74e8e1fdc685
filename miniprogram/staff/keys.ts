/** What a page hears while it is shown, by page: WeChat's own listeners are the whole app's. */
const heard = new WeakMap<object, (press: WechatMiniprogram.OnKeyDownListenerResult) => void>()

/**
 * Keys of a computer's keyboard, lower case. WeChat tells of them on computers alone (base library 3.6.0), and of none while
 * a field has the focus. `wx.canIUse` is not asked: it denies what is there.
 */
export function hearKeys(page: object, act: (key: string) => void): void {
  forgetKeys(page)
  if (!('onKeyDown' in wx)) return
  const listener = ({ key }: WechatMiniprogram.OnKeyDownListenerResult) =>
    act(key.length === 1 ? key.toLowerCase() : key)
  heard.set(page, listener)
  wx.onKeyDown(listener)
}

/** In `onHide` and `onUnload`: a page below another must not act. */
export function forgetKeys(page: object): void {
  const listener = heard.get(page)
  if (!listener) return
  wx.offKeyDown(listener)
  heard.delete(page)
}

/** One key of the help, and what it does. */
export interface KeyWords {
  key: string
  words: string
}

const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }

/** Where a key leads in a list; undefined where it is no key for moving. @param at -1 before the first */
export function movedBy(key: string, at: number, length: number): number | undefined {
  const step = steps[key]
  if (step === undefined || length === 0) return undefined
  return at === -1 ? 0 : Math.min(Math.max(at + step, 0), length - 1)
}

/** Which of a row is meant by a digit: 1 is the first. */
export const nthOf = (key: string): number | undefined => (/^[1-9]$/.test(key) ? Number(key) - 1 : undefined)

/** Brings the card that the keys are on into the window. */
export const showCard = (at: number) =>
  void wx.pageScrollTo({ selector: `#card-${at}`, offsetTop: -160, duration: 0 })
