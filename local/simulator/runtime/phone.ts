import type { GeneralComponent } from 'glass-easel'

/**
 * The phone as its built-in components and `wx` families see it. One phone is one person on one device; its pages live
 * in iframes of its own window, the app's logic in the window itself.
 */
export interface Phone {
  /** The person's openid, as the cloud will see it. Never logged. */
  readonly person: string
  /** Origin of the CloudBase emulator, null where no cloud is attached. */
  readonly cloudUrl: string | null
  readonly appId: string
  /** app.json as compiled: `permission`, `requiredPrivateInfos`, `window`, … */
  readonly appJson: Readonly<Record<string, unknown>>
  readonly device: Device
  readonly network: Network
  readonly clock: Clock
  readonly storage: KeptStorage
  readonly screen: Screen
  readonly router: Router
  readonly signals: Signals
  /** The app's own `wx`. */
  readonly wx: Readonly<Record<string, unknown>>
  /** How the app was opened: path, query, scene. */
  launchOptions(): Readonly<Record<string, unknown>>
  /** The page on top, null before the first one. */
  currentPage(): PageHandle | null
  /** Bottom first, as getCurrentPages(). */
  pageStack(): readonly PageHandle[]
  /**
   * The address a browser can load for a path of the mini-program.
   * @param path `/assets/a.png`, `a.png` beside the page, http(s):, data:, blob:, wxfile:, cloud:
   */
  resourceUrl(path: string, page?: PageHandle | null): string
  /** Files made on the phone (photos, downloads): kept in memory, named by `wxfile://` paths. */
  readonly files: PhoneFiles
  /** Something the developer must see: overlay, console and the automator's exception event. */
  fail(error: unknown, where?: string): void
  /** Something the developer should know: console and the automator's log event. */
  warn(message: string): void
}

/** CSS pixels unless said otherwise. */
export interface Device {
  readonly brand: string
  readonly model: string
  readonly platform: 'devtools'
  readonly system: string
  /** Base library version, three numbers. */
  sdkVersion: string
  readonly screenWidth: number
  readonly screenHeight: number
  readonly pixelRatio: number
  readonly statusBarHeight: number
  readonly navigationBarHeight: number
  readonly tabBarHeight: number
  readonly safeAreaBottom: number
  readonly language: 'zh_CN'
  /** WeChat's own text size, px: 17 is standard, 20 and more for elderly people. */
  fontSizeSetting: number
  theme: 'light' | 'dark'
}

export type NetworkType = 'wifi' | '5g' | '4g' | '3g' | '2g' | 'unknown' | 'none'

export interface Network {
  type: NetworkType
  /** Signals `network`. */
  change(type: NetworkType): void
}

export interface Clock {
  /** ms UTC, the emulator's time where one is attached. */
  now(): number
  /** Shifts the app's `Date` by this many ms against real time. Timers stay real. */
  setOffset(milliseconds: number): void
}

/** Strings by key; apart for every person, kept between loads. */
export interface KeptStorage {
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
  keys(): string[]
}

/** Where prompts are drawn: above pages and bars, inside the phone's frame. */
export interface Screen {
  readonly document: Document
  /** Puts an element on top; the answer takes it away. Only one of the same `slot` is shown at a time. */
  show(element: HTMLElement, slot?: string): () => void
  /** Style text for prompts; the same key is written once. */
  style(key: string, css: string): void
  navigationBar: {
    setTitle(title: string, page?: PageHandle): void
    setColor(colors: { frontColor?: string; backgroundColor?: string }, page?: PageHandle): void
    setLoading(loading: boolean, page?: PageHandle): void
    hideHomeButton(page?: PageHandle): void
  }
  tabBar: {
    setVisible(visible: boolean): void
    setBadge(index: number, text: string | null): void
    setRedDot(index: number, shown: boolean): void
    setItem(index: number, item: { text?: string; iconPath?: string; selectedIconPath?: string }): void
    setStyle(style: {
      color?: string
      selectedColor?: string
      backgroundColor?: string
      borderStyle?: string
    }): void
  }
  pullDown: {
    start(page?: PageHandle): void
    stop(page?: PageHandle): void
  }
}

export interface NavigateOptions {
  url: string
  events?: Record<string, (...args: unknown[]) => void>
}

/** Fulfilled when the page has been shown. Rejects with WxFailure in WeChat's words. */
export interface Router {
  navigateTo(options: NavigateOptions): Promise<{ page: PageHandle; eventChannel: unknown }>
  redirectTo(options: { url: string }): Promise<void>
  switchTab(options: { url: string }): Promise<void>
  reLaunch(options: { url: string }): Promise<void>
  navigateBack(options?: { delta?: number }): Promise<void>
}

/** What happens on the phone, for families with `on…`/`off…`. */
/** A key of a computer's keyboard, as wx.onKeyDown tells it. */
export interface KeyPress {
  key: string
  code: string
  altKey: string
  shiftKey: string
  timeStamp: number
}

export interface SignalTable {
  network: NetworkType
  appShow: { path: string; query: Record<string, string>; scene: number }
  appHide: undefined
  error: { message: string; stack: string; where?: string }
  unhandledRejection: { reason: unknown }
  pageNotFound: { path: string; query: Record<string, string>; isEntryPage: boolean }
  log: { level: 'log' | 'info' | 'warn' | 'error' | 'debug'; args: readonly unknown[] }
  route: { page: PageHandle; openType: string }
  resize: { width: number; height: number }
  keyboard: { height: number }
  keydown: KeyPress
  keyup: KeyPress
  theme: { theme: 'light' | 'dark' }
}

export interface Signals {
  on<K extends keyof SignalTable>(name: K, listener: (value: SignalTable[K]) => void): () => void
  emit<K extends keyof SignalTable>(name: K, value: SignalTable[K]): void
}

export interface PhoneFiles {
  /** @returns `wxfile://tmp_….ext`, or usr/… when `path` is given. */
  put(bytes: Blob, extension: string, path?: string): string
  get(path: string): Blob | undefined
  remove(path: string): boolean
  list(): string[]
  /** Those under usr/ are kept safely when it is fulfilled. */
  written(): Promise<void>
}

/** One page of the stack. */
export interface PageHandle {
  readonly id: number
  /** Without a leading slash, as in app.json. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** What `this` is inside the page, as getCurrentPages() gives it. */
  readonly instance: PageInstance
  /** glass-easel's root component of the page. */
  readonly root: GeneralComponent
  readonly frame: HTMLIFrameElement
  readonly window: Window & typeof globalThis
  readonly openType: 'appLaunch' | 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack'
  /** page.json merged over app.json's window. */
  readonly config: Readonly<Record<string, unknown>>
}

export interface PageInstance {
  data: Record<string, unknown>
  setData(change: Record<string, unknown>, done?: () => void): void
  [member: string]: unknown
}
