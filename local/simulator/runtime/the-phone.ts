import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  type GeneralComponent,
  type Element as TreeElement,
} from 'glass-easel'
import { builtins } from '../components/table'
import { inFlight } from '../wx/family'
import { families } from '../wx/table'
import { AppLife } from './app-life'
import { AppSpace } from './app-space'
import { defineBuiltin } from './builtin-engine'
import type { CompiledApp } from './bundle-format'
import { drawCase, type Case } from './case'
import { makeClock, shiftedDate } from './clock'
import { makeDevice } from './device'
import type { PhoneHost, PhoneTree } from './host'
import { addInstanceMembers } from './instance-members'
import { keptStorage, MemoryFiles } from './kept'
import { Modules } from './modules'
import { Overlay } from './overlay'
import { PageView } from './page-view'
import type { Clock, Device, KeptStorage, Network, PageHandle, Signals } from './phone'
import { resourceUrl } from './resource-url'
import { reportTo } from './reports'
import { TheScreen } from './screen'
import { makeSignals } from './signals'
import { TabBar, type TabBarConfig } from './tab-bar'
import { TheRouter, type Making } from './the-router'
import { makeTree } from './tree'
import { universalStyle } from './universal'
import { makeWx, type WxObject } from './wx-object'

/** What the phone's address says. */
export interface PhoneSettings {
  person: string
  cloudUrl: string | null
  /** First page with its query, else app.json's. */
  path: string | null
  framed: boolean
  clockOffset: number
  fontSize: number
  /** Base library version. */
  sdkVersion: string
  /** Where the server is mounted, with a trailing slash. */
  mount: string
  size: { width: number; height: number }
  /** Where the positions of a stack come from, as `file:line:column`. */
  origins(stack: string): Promise<string[]>
}

/** Ground of every page. */
const baseCss = `
html { height: 100%; -webkit-text-size-adjust: none; font-size: 16px; font-family: var(--phone-font) }
body { display: block; margin: 0; min-height: 100%; font-size: 16px; line-height: normal; -webkit-tap-highlight-color: transparent; -webkit-user-select: none; user-select: none; overflow-wrap: break-word }
::-webkit-scrollbar { width: 0; height: 0 }
`

export class ThePhone implements PhoneHost {
  readonly person: string
  readonly cloudUrl: string | null
  readonly appId: string
  readonly appJson: Readonly<Record<string, unknown>>
  readonly device: Device
  readonly network: Network
  readonly clock: Clock
  readonly storage: KeptStorage
  readonly screen: TheScreen
  readonly router: TheRouter
  readonly signals: Signals = makeSignals()
  readonly files = new MemoryFiles()
  readonly tree: PhoneTree
  readonly started: Promise<void>
  readonly problems: PhoneHost['problems']
  readonly life: AppLife
  private readonly wxObject: WxObject
  private readonly case: Case
  private readonly overlay: Overlay
  private readonly tabBar: TabBar
  private readonly space: AppSpace
  private readonly modules: Modules
  private readonly pageByWindow = new WeakMap<Window, PageView>()
  private readonly setDataCalls: { where: string; bytes: number; at: number }[] = []
  /** Errors already shown: the same one may come by its thrower and by its catcher. */
  private readonly told = new WeakSet<Error>()
  private pageCount = 0

  constructor(
    private readonly app: CompiledApp,
    private readonly settings: PhoneSettings,
  ) {
    const { rest } = app
    this.person = settings.person
    this.cloudUrl = settings.cloudUrl
    this.appId = rest.appId
    this.appJson = rest.appJson
    this.problems = rest.problems
    this.device = makeDevice(settings)
    this.clock = makeClock(settings.clockOffset)
    this.storage = keptStorage(rest.appId, settings.person)
    this.network = {
      type: 'wifi',
      change: (type) => {
        this.network.type = type
        this.signals.emit('network', type)
      },
    }
    this.case = drawCase(document, this.device, settings.framed)
    this.overlay = new Overlay(this.case.layer)
    const config = (rest.appJson.tabBar as TabBarConfig | undefined) ?? null
    this.tabBar = new TabBar(
      this.case.tabBar,
      config,
      this.device,
      (path) => this.resourceUrl(path),
      (item) => this.pressTab(item),
    )
    this.screen = new TheScreen(this.case.layer, this.tabBar.screen, () => this.router.top())
    this.tree = makeTree((window) => this.pageByWindow.get(window) ?? null)
    this.life = new AppLife(this)
    this.wxObject = makeWx(this, families)
    const ShiftedDate = shiftedDate(this.clock)
    this.space = new AppSpace(
      app,
      ShiftedDate,
      () => this.modules.unitRunning(),
      (space) =>
        new Map(
          builtins.map((builtin) => [
            builtin.tag,
            defineBuiltin(space, builtin, {
              phone: this,
              pageOfWindow: (window) => this.pageByWindow.get(window) ?? null,
            }),
          ]),
        ),
    )
    this.modules = new Modules(app.modules, {
      ...this.space.constructors,
      App: this.life.register,
      wx: this.wxObject.wx,
      getApp: this.life.getApp,
      getCurrentPages: () => this.pageStack().map((page) => page.instance),
      console: reportTo(this.signals),
      Date: ShiftedDate,
    })
    this.router = new TheRouter({
      knows: (path) => rest.pages.includes(path),
      isTab: (path) => this.tabBar.has(path),
      make: (making) => this.makePage(making),
      settled: (page, openType) => this.settled(page, openType),
      notFound: (path, query) => this.signals.emit('pageNotFound', { path, query, isEntryPage: true }),
    })
    addInstanceMembers({
      phone: this,
      pageOf: (element) => this.pageOfComponent(element),
      tabBarOf: (page) => (page as PageView).tabBar,
      openerChannelOf: (page) => (page as PageView).channel,
      logSetData: (where, bytes) => this.setDataCalls.push({ where, bytes, at: Date.now() }),
    })
    addGlobalErrorListener((error, method) => {
      this.fail(error, method)
      return false
    })
    addGlobalWarningListener((message, component) => {
      const where = typeof component === 'string' ? component : component.is
      // Without a place it may well be a package's doing: for those who look for it.
      if (where === '') window.console.debug(message)
      else if (!where.startsWith('miniprogram_npm/')) this.warn(`${where}：${message}`)
      return false
    })
    this.started = this.start()
  }

  get wx(): Readonly<Record<string, unknown>> {
    return this.wxObject.wx
  }

  launchOptions(): Readonly<Record<string, unknown>> {
    return this.life.launchOptions()
  }

  currentPage(): PageHandle | null {
    return this.router.top()
  }

  pageStack(): readonly PageHandle[] {
    return this.router.stack
  }

  resourceUrl(path: string, page: PageHandle | null = this.currentPage()): string {
    return resourceUrl(path, { mount: this.settings.mount, files: this.files, page: page?.path ?? '' })
  }

  fail(error: unknown, where?: string): void {
    const known = error instanceof Error ? error : new Error(String(error))
    if (this.told.has(known)) return
    this.told.add(known)
    const stack = known.stack ?? known.message
    this.signals.emit('error', { message: known.message, stack, ...(where ? { where } : {}) })
    window.console.error(known)
    void this.showFailure(known, stack, where)
  }

  warn(message: string): void {
    this.signals.emit('log', { level: 'warn', args: [message] })
    window.console.warn(message)
  }

  readonly on: PhoneHost['on'] = (name, listener) => this.signals.on(name, listener)

  async quiet(timeoutMilliseconds = 2000): Promise<void> {
    const until = Date.now() + timeoutMilliseconds
    const frame = () => new Promise<void>((done) => setTimeout(done, 16))
    await this.started
    do {
      await frame()
      const busy = this.router.moving > 0 || inFlight() > this.screen.shown
      if (!busy) break
    } while (Date.now() < until)
    await frame()
    const fonts = this.router.top()?.window.document.fonts.ready
    await Promise.race([
      Promise.all([fonts, document.fonts.ready]),
      new Promise((done) => setTimeout(done, timeoutMilliseconds)),
    ])
    await frame()
  }

  async callWxMethod(name: string, args: readonly unknown[]): Promise<unknown> {
    const method = this.wx[name]
    if (typeof method !== 'function') throw new Error(`wx.${name} is not a function`)
    return (await method.apply(this.wx, args)) as unknown
  }

  mockWxMethod(name: string, stand: ((...args: unknown[]) => unknown) | { result: unknown }): () => void {
    return this.wxObject.mock(name, typeof stand === 'function' ? stand : () => stand.result)
  }

  restoreWxMethod(name: string): void {
    this.wxObject.restore(name)
  }

  async evaluate(functionSource: string, args: readonly unknown[]): Promise<unknown> {
    const make = new Function('wx', 'getApp', 'getCurrentPages', `return (${functionSource})`) as (
      ...scope: unknown[]
    ) => (...args: readonly unknown[]) => unknown
    const run = make(this.wx, this.life.getApp, () => this.pageStack().map((page) => page.instance))
    return await run(...args)
  }

  setDataLog(): readonly { where: string; bytes: number; at: number }[] {
    return this.setDataCalls
  }

  async pressBack(): Promise<void> {
    await this.router.navigateBack()
  }

  hideApp(): void {
    this.life.hide()
  }

  showApp(): void {
    this.life.show()
  }

  private async start(): Promise<void> {
    const errors = this.problems.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) return this.overlay.showProblems(errors)
    const first = this.settings.path ?? this.app.rest.pages[0] ?? ''
    try {
      this.modules.runUnit('app')
      this.life.launch(first)
      await this.router.launch(`/${first}`)
    } catch (error) {
      this.fail(error, 'app')
    }
  }

  private makePage(making: Making): PageView {
    const { path } = making
    for (const unit of this.space.closure(path)) this.modules.runUnit(unit)
    const custom = this.tabBar.isCustom && this.tabBar.has(path)
    if (custom) for (const unit of this.space.closure('custom-tab-bar/index')) this.modules.runUnit(unit)
    this.pageCount += 1
    const depth = this.router.stack.length
    const isFirst = path === this.app.rest.pages[0] || this.tabBar.has(path)
    return new PageView(this.case.pages, {
      ...making,
      events: making.events,
      id: this.pageCount,
      config: { ...(this.appJson.window as object | undefined), ...this.space.unit(path)?.json },
      bar: {
        device: this.device,
        clock: this.clock,
        config: { ...(this.appJson.window as object | undefined), ...this.space.unit(path)?.json },
        back: depth > 0 ? () => void this.router.navigateBack() : null,
        home: isFirst ? null : () => void this.router.reLaunch({ url: `/${this.app.rest.pages[0] ?? ''}` }),
      },
      setting: {
        width: this.device.screenWidth,
        safeAreaBottom: this.tabBar.has(path) ? 0 : this.device.safeAreaBottom,
      },
      baseCss:
        this.fontCss() + baseCss + universalStyle + builtins.map((builtin) => builtin.style ?? '').join('\n'),
      sheets: [`${this.settings.mount}font/index.css`],
      space: this.space,
      customTabBar: custom,
      opened: (page) => this.pageByWindow.set(page.window, page),
      fail: (error, where) => this.fail(error, where),
    })
  }

  /** The phone's own font, which its page names once for all. */
  private fontCss(): string {
    const font = window.getComputedStyle(document.documentElement).getPropertyValue('--phone-font')
    return `:root { --phone-font: ${font || 'sans-serif'} }`
  }

  private settled(page: PageView, openType: PageHandle['openType']): void {
    this.tabBar.show(page.path)
    this.signals.emit('route', { page, openType })
  }

  private pressTab(item: { index: number; pagePath: string; text: string }): void {
    const here = this.router.top()?.path === item.pagePath
    void this.router.switchTab({ url: `/${item.pagePath}` }).then(() => {
      this.router.top()?.call('onTabItemTap', item)
      return here
    })
  }

  private pageOfComponent(component: GeneralComponent): PageHandle | null {
    for (const page of this.router.stack) if (page.root === component) return page
    const dom = (component as TreeElement).getBackendElement() as unknown as Element | null
    const view = dom?.ownerDocument.defaultView
    return (view && this.pageByWindow.get(view)) ?? this.router.top()
  }

  private async showFailure(error: Error, stack: string, where: string | undefined): Promise<void> {
    const lines = await this.settings.origins(stack)
    this.overlay.show({ title: where ? `出错了：${where}` : '出错了', message: error.message, lines })
  }
}
