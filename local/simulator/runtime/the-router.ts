import { WxFailure } from '../wx/family'
import { resolveUrl } from './page-url'
import type { NavigateOptions, PageHandle, Router } from './phone'
import type { PageView } from './page-view'

/** Pages at most on the stack, as WeChat's. */
const DEEPEST = 10

export interface Making {
  path: string
  query: Record<string, string>
  openType: PageHandle['openType']
  events?: NavigateOptions['events']
}

export interface RouterSurroundings {
  knows(path: string): boolean
  isTab(path: string): boolean
  make(making: Making): PageView
  /** The page on top changed. */
  settled(page: PageView, openType: PageHandle['openType']): void
  notFound(path: string, query: Record<string, string>): void
}

/**
 * The page stack. One navigation after the other; each leaves pages in WeChat's order: the old page hides or unloads
 * before the new one loads, and shows before it is ready. Tab pages stay alive off the stack.
 */
export class TheRouter implements Router {
  stack: PageView[] = []
  private readonly tabs = new Map<string, PageView>()
  private last: Promise<unknown> = Promise.resolve()
  moving = 0

  constructor(private readonly around: RouterSurroundings) {}

  launch(url: string): Promise<void> {
    return this.inTurn(() => {
      const { path, query } = this.target('reLaunch', url)
      this.open({ path, query, openType: 'appLaunch' })
    })
  }

  navigateTo({ url, events }: NavigateOptions) {
    return this.inTurn(() => {
      const { path, query } = this.target('navigateTo', url)
      if (this.around.isTab(path)) throw new WxFailure('can not navigateTo a tabbar page')
      if (this.stack.length >= DEEPEST) throw new WxFailure('webview count limit exceed')
      this.top()?.hide()
      const page = this.open({ path, query, openType: 'navigateTo', ...(events ? { events } : {}) })
      return { page: page as PageHandle, eventChannel: page.channel as unknown }
    })
  }

  redirectTo({ url }: { url: string }): Promise<void> {
    return this.inTurn(() => {
      const { path, query } = this.target('redirectTo', url)
      if (this.around.isTab(path)) throw new WxFailure('can not redirectTo a tabbar page')
      this.leave(this.stack.pop())
      this.open({ path, query, openType: 'redirectTo' })
    })
  }

  reLaunch({ url }: { url: string }): Promise<void> {
    return this.inTurn(() => {
      const { path, query } = this.target('reLaunch', url)
      for (const page of this.stack.splice(0).reverse()) page.unload()
      for (const page of this.tabs.values()) if (page.element.isConnected) page.unload()
      this.tabs.clear()
      this.open({ path, query, openType: 'reLaunch' })
    })
  }

  switchTab({ url }: { url: string }): Promise<void> {
    return this.inTurn(() => {
      const { path } = this.target('switchTab', url)
      if (!this.around.isTab(path)) throw new WxFailure('can not switch to no-tabBar page')
      const top = this.top()
      if (top?.path === path) return
      for (const page of this.stack.splice(0).reverse()) this.leave(page)
      const known = this.tabs.get(path)
      if (!known) return void this.open({ path, query: {}, openType: 'switchTab' })
      this.stack.push(known)
      known.show()
      this.around.settled(known, 'switchTab')
    })
  }

  navigateBack({ delta = 1 }: { delta?: number } = {}): Promise<void> {
    return this.inTurn(() => {
      const count = Math.min(Math.max(1, delta), this.stack.length - 1)
      if (count < 1) throw new WxFailure('cannot navigate back at first page.')
      for (const page of this.stack.splice(-count).reverse()) this.leave(page)
      const top = this.top()
      top?.show()
      if (top) this.around.settled(top, 'navigateBack')
    })
  }

  /** Fulfilled when all that was asked for so far is done. */
  async settled(): Promise<void> {
    await this.last
  }

  top(): PageView | null {
    return this.stack.at(-1) ?? null
  }

  /** Tab pages only hide; others are gone. */
  private leave(page: PageView | undefined): void {
    if (!page) return
    if (this.tabs.get(page.path) === page) page.hide()
    else page.unload()
  }

  private open(making: Making): PageView {
    const page = this.around.make(making)
    this.stack.push(page)
    if (this.around.isTab(making.path)) this.tabs.set(making.path, page)
    this.around.settled(page, making.openType)
    page.start()
    return page
  }

  private target(api: string, url: string): { path: string; query: Record<string, string> } {
    const target = resolveUrl(String(url ?? ''), this.top()?.path ?? '')
    if (this.around.knows(target.path)) return target
    if (api === 'reLaunch' && this.stack.length === 0) this.around.notFound(target.path, target.query)
    throw new WxFailure(`page "${target.path}" is not found`)
  }

  private inTurn<T>(work: () => T): Promise<T> {
    this.moving += 1
    const turn = this.last.then(work).finally(() => {
      this.moving -= 1
    })
    this.last = turn.catch(() => undefined)
    return turn
  }
}
