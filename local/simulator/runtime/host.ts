import type { Element as TreeElement, GeneralComponent } from 'glass-easel'
import type { PageHandle, Phone, SignalTable } from './phone'

/**
 * What a phone's window offers to whoever drives it (`window.phone`): the automator, the tests, the start page.
 *
 * Address of a phone: `<mount>/phone.html?person=<openid>[&cloud=<origin>][&path=pages/x/x?a=1][&frame=none|device]
 * [&clock=<offset ms>][&font=<px>][&sdk=<base library version>]`. `frame=none` fills the window (headless); `device` draws the case.
 */
export interface PhoneHost extends Phone {
  /** Fulfilled when the first page was shown, or the launch failed (then `problems` says why). */
  readonly started: Promise<void>
  readonly problems: readonly Problem[]
  on<K extends keyof SignalTable>(name: K, listener: (value: SignalTable[K]) => void): () => void
  /** Nothing in flight: no navigation, no wx call being answered, no frame to draw, fonts loaded. */
  quiet(timeoutMilliseconds?: number): Promise<void>

  /** Calls `wx[name](...args)` as the app would: promise style. */
  callWxMethod(name: string, args: readonly unknown[]): Promise<unknown>
  /** From now on `wx[name]` runs `stand` (or answers the value). @returns the way back */
  mockWxMethod(name: string, stand: ((...args: unknown[]) => unknown) | { result: unknown }): () => void
  restoreWxMethod(name: string): void
  /** Runs a function's source in the app's scope (`wx`, `getApp`, `getCurrentPages`). */
  evaluate(functionSource: string, args: readonly unknown[]): Promise<unknown>

  readonly tree: PhoneTree
  /** Bytes and times of setData since the start or the last reset, by page path or component path. */
  setDataLog(): readonly { where: string; bytes: number; at: number }[]
  /** Sends a hardware or system event. */
  pressBack(): Promise<void>
  hideApp(): void
  showApp(): void
}

/** Finding and touching what is drawn. Elements are glass-easel's; their DOM is `domOf(element)`. */
export interface PhoneTree {
  /** In the page's own template, or in a component's when `from` is one with a template; else below `from`. */
  find(from: PageHandle | TreeElement, selector: string): TreeElement[]
  domOf(element: TreeElement): HTMLElement | null
  isComponent(element: TreeElement): element is GeneralComponent
  /** Whether it is one of WeChat's own (`view`) rather than the app's. */
  isBuiltin(element: TreeElement): boolean
  /** Of the app's components: data, setData and methods by this object; null for built-ins. */
  instanceOf(element: TreeElement): Record<string, unknown> | null
  pageOf(element: TreeElement): PageHandle | null
  /** touchstart, touchend, tap, click: as a finger would, at the middle of the element. */
  tap(element: TreeElement): Promise<void>
  touch(element: TreeElement, type: 'touchstart' | 'touchmove' | 'touchend', touches: TouchPoints): void
  longpress(element: TreeElement): Promise<void>
  /** A component's own event, as `triggerEvent` would. */
  trigger(element: TreeElement, type: string, detail: unknown): void
  /** `input.input`, `scroll-view.scrollTo`, `swiper.swipeTo`: `actions` of a built-in. */
  act(element: TreeElement, action: string, args: readonly unknown[]): unknown
  /** As in the template, after compilation: `outer` includes the element itself. */
  markup(element: TreeElement, outer: boolean): string
}

export interface TouchPoints {
  touches: readonly TouchPoint[]
  changedTouches: readonly TouchPoint[]
}

export interface TouchPoint {
  identifier?: number
  clientX: number
  clientY: number
}

/** Something wrong with the mini-program's source. Lines and columns count from 1. */
export interface Problem {
  severity: 'error' | 'warning'
  message: string
  /** Relative to the mini-program's root. */
  file?: string
  line?: number
  column?: number
}
