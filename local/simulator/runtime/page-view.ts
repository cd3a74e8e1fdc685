import type { GeneralComponent } from 'glass-easel'
import type { AssociatedBackend, Root } from 'glass-easel-miniprogram-adapter'
import type { AppSpace } from './app-space'
import { EventChannel } from './event-channel'
import { Gestures } from './gestures'
import { NavigationBar, type BarOptions } from './navigation-bar'
import { PageBackend } from './page-backend'
import type { PageHandle, PageInstance, SignalTable } from './phone'
import { PullDown } from './pull-down'
import { release } from './released'
import type { StyleSetting } from './styles'

export interface PageOptions {
  id: number
  path: string
  query: Record<string, string>
  openType: PageHandle['openType']
  config: Readonly<Record<string, unknown>>
  bar: BarOptions
  setting: StyleSetting
  /** Style of built-ins and of the page's ground. */
  baseCss: string
  /** Addresses of style sheets (fonts). */
  sheets: readonly string[]
  space: AppSpace
  events: Record<string, (...args: unknown[]) => void> | undefined
  customTabBar: boolean
  /** Called as soon as the window exists, before anything is drawn in it. */
  opened(page: PageView): void
  fail(error: unknown, where: string): void
}

/** One page: an iframe, its bar, the component tree drawn in it, and what happens to it. */
export class PageView implements PageHandle {
  readonly id: number
  readonly path: string
  readonly query: Record<string, string>
  readonly openType: PageHandle['openType']
  readonly config: Readonly<Record<string, unknown>>
  readonly element: HTMLElement
  readonly frame: HTMLIFrameElement
  readonly bar: NavigationBar
  readonly channel: EventChannel
  readonly gestures: Gestures
  readonly pullDown: PullDown
  readonly backend: PageBackend
  readonly root: GeneralComponent
  readonly instance: PageInstance
  readonly tabBar: Record<string, unknown> | null
  private readonly roots: Root[] = []
  private visible = false

  constructor(
    parent: HTMLElement,
    private readonly options: PageOptions,
  ) {
    const { ownerDocument: document } = parent
    const { id, path, query, openType, config, space } = options
    Object.assign(this, { id, path, query, openType, config })
    this.id = id
    this.path = path
    this.query = query
    this.openType = openType
    this.config = config
    this.channel = new EventChannel(options.events)
    this.element = document.createElement('div')
    this.element.className = 'phone-page'
    this.element.dataset.path = path
    this.element.style.backgroundColor = String(config.backgroundColor ?? '#ffffff')
    this.bar = new NavigationBar(document, options.bar)
    this.frame = document.createElement('iframe')
    this.frame.title = path
    this.element.append(this.bar.element, this.frame)
    parent.append(this.element)
    this.writeGround()
    this.gestures = new Gestures(this.window)
    this.pullDown = new PullDown(this, () => this.call('onPullDownRefresh'))
    const unknownTag = (tag: string) => options.fail(new Error(`这部手机没有组件 <${tag}>`), path)
    this.backend = new PageBackend(this.window, space, options.setting, unknownTag)
    this.backend.appendCss(options.baseCss, 'phone')
    options.opened(this)
    const backend = space.env.associateBackend(this.backend as never)
    const root = backend.createRoot('body', space.code, urlOf(path, query))
    this.roots.push(root)
    this.root = root.getComponent()
    this.instance = root.get() as unknown as PageInstance
    Object.assign(this.instance, { route: path, options: query })
    const ground = this.window.document
    root.attach(ground.documentElement as never, ground.body as never)
    this.tabBar = options.customTabBar ? this.drawTabBar(backend) : null
    this.followScroll()
  }

  get window(): Window & typeof globalThis {
    return this.frame.contentWindow as Window & typeof globalThis
  }

  /** onLoad, onShow, ready of components, onReady. */
  start(): void {
    this.call('onLoad', this.query)
    this.show()
    this.options.space.flushReady()
    this.call('onReady')
    this.root.triggerPageLifetime('routeDone', [])
    this.call('onRouteDone')
  }

  show(): void {
    this.element.classList.add('top')
    if (this.visible) return
    this.visible = true
    this.call('onShow')
    for (const root of this.roots) root.getComponent().triggerPageLifetime('show', [])
  }

  hide(): void {
    this.element.classList.remove('top')
    if (!this.visible) return
    this.visible = false
    this.call('onHide')
    for (const root of this.roots) root.getComponent().triggerPageLifetime('hide', [])
  }

  unload(): void {
    this.element.classList.remove('top')
    this.visible = false
    this.call('onUnload')
    for (const root of this.roots) {
      root.release()
      release(root.getComponent())
    }
    this.element.remove()
  }

  resized(size: SignalTable['resize']): void {
    this.call('onResize', { size: { windowWidth: size.width, windowHeight: size.height } })
    for (const root of this.roots) root.getComponent().triggerPageLifetime('resize', [size])
  }

  /** Calls a method of the page, if it has it; what it throws is reported, not passed on. */
  call(name: string, ...args: unknown[]): unknown {
    const method = this.instance[name]
    if (typeof method !== 'function') return undefined
    try {
      return method.apply(this.instance, args) as unknown
    } catch (error) {
      this.options.fail(error, `${this.path} ${name}`)
      return undefined
    }
  }

  private writeGround(): void {
    const { document } = this.window
    const sheets = this.options.sheets.map((href) => `<link rel="stylesheet" href="${href}">`).join('')
    document.open()
    document.write(
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${sheets}</head><body></body></html>`,
    )
    document.close()
  }

  private drawTabBar(backend: AssociatedBackend): Record<string, unknown> {
    const ground = this.window.document
    const root = backend.createRoot('custom-tab-bar', this.options.space.code, 'custom-tab-bar/index')
    const place = ground.createElement('div')
    ground.documentElement.append(place)
    root.attach(ground.documentElement as never, place as never)
    this.roots.push(root)
    return root.get() as unknown as Record<string, unknown>
  }

  private followScroll(): void {
    const distance = Number(this.config.onReachBottomDistance ?? 50)
    const { window } = this
    let waiting = false
    let reached = false
    const look = () => {
      waiting = false
      const { scrollTop, scrollHeight, clientHeight } = window.document.documentElement
      this.call('onPageScroll', { scrollTop })
      const near = scrollHeight - clientHeight - scrollTop <= distance
      if (near && !reached) this.call('onReachBottom')
      reached = near
    }
    window.addEventListener('scroll', () => {
      if (waiting) return
      waiting = true
      setTimeout(look, 16)
    })
  }
}

function urlOf(path: string, query: Record<string, string>): string {
  const parts = Object.entries(query).map(([key, value]) => `${key}=${value}`)
  return parts.length > 0 ? `${path}?${parts.join('&')}` : path
}
