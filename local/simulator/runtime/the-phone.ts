import { builtins } from '../components/table'
import { requirePlugin } from '../wx/plugins'
import { families } from '../wx/table'
import { AppLife } from './app-life'
import { AppSpace } from './app-space'
import { defineBuiltin } from './builtin-engine'
import type { CompiledApp } from './bundle-format'
import { drawCase } from './case'
import { makeClock, shiftedDate } from './clock'
import { makeDevice } from './device'
import { Failures } from './failures'
import type { PhoneHost, PhoneTree } from './host'
import { addInstanceMembers } from './instance-members'
import { keptStorage, MemoryFiles } from './kept'
import { Modules } from './modules'
import type { PageView } from './page-view'
import { Pages } from './pages'
import type { Clock, Device, KeptStorage, Network, PageHandle, Signals } from './phone'
import { resourceUrl } from './resource-url'
import { quiet } from './quiet'
import { reportTo } from './reports'
import { TheScreen } from './screen'
import { makeSignals } from './signals'
import { TabBar, type TabBarConfig } from './tab-bar'
import { TheRouter } from './the-router'
import { makeTree } from './tree'
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
  readonly files: MemoryFiles
  readonly tree: PhoneTree
  readonly started: Promise<void>
  readonly problems: PhoneHost['problems']
  readonly life: AppLife
  private readonly wxObject: WxObject
  private readonly failures: Failures
  private readonly tabBar: TabBar
  private readonly modules: Modules
  private readonly pages: Pages
  private readonly setDataCalls: { where: string; bytes: number; at: number }[] = []

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
    this.files = new MemoryFiles(rest.appId, settings.person)
    this.network = {
      type: 'wifi',
      change: (type) => {
        this.network.type = type
        this.signals.emit('network', type)
      },
    }
    const drawn = drawCase(document, this.device, settings.framed)
    this.failures = new Failures(drawn.layer, this.signals, settings.origins)
    const config = (rest.appJson.tabBar as TabBarConfig | undefined) ?? null
    this.tabBar = new TabBar(
      drawn.tabBar,
      config,
      this.device,
      (path) => this.resourceUrl(path),
      (item) => this.pressTab(item),
    )
    this.screen = new TheScreen(drawn.layer, this.tabBar.screen, () => this.router.top())
    this.tree = makeTree((window) => this.pages.ofWindow(window))
    this.life = new AppLife(this)
    this.wxObject = makeWx(this, families)
    const ShiftedDate = shiftedDate(this.clock)
    const around = { phone: this, pageOfWindow: (view: Window) => this.pages.ofWindow(view) }
    const space = new AppSpace(
      app,
      ShiftedDate,
      () => this.modules.unitRunning(),
      (ground) => new Map(builtins.map((builtin) => [builtin.tag, defineBuiltin(ground, builtin, around)])),
    )
    this.modules = new Modules(app.modules, {
      ...space.constructors,
      App: this.life.register,
      wx: this.wxObject.wx,
      getApp: this.life.getApp,
      getCurrentPages: () => this.pageStack().map((page) => page.instance),
      console: reportTo(this.signals),
      Date: ShiftedDate,
      requirePlugin: requirePlugin(this),
    })
    this.router = new TheRouter({
      knows: (path) => rest.pages.includes(path),
      isTab: (path) => this.tabBar.has(path),
      make: (making) => this.pages.make(making),
      settled: (page, openType) => this.settled(page, openType),
      notFound: (path, query) => this.signals.emit('pageNotFound', { path, query, isEntryPage: true }),
    })
    this.pages = new Pages({
      phone: this,
      parent: drawn.pages,
      space,
      modules: this.modules,
      tabBar: this.tabBar,
      router: this.router,
      first: rest.pages[0] ?? '',
      sheets: [`${settings.mount}font/index.css`],
    })
    addInstanceMembers({
      phone: this,
      pageOf: (component) => this.pages.ofComponent(component),
      tabBarOf: (page) => (page as PageView).tabBar,
      openerChannelOf: (page) => (page as PageView).channel,
      logSetData: (where, bytes) => this.setDataCalls.push({ where, bytes, at: Date.now() }),
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
    this.failures.tell(error, where)
  }

  warn(message: string): void {
    this.failures.warn(message)
  }

  readonly on: PhoneHost['on'] = (name, listener) => this.signals.on(name, listener)

  async quiet(timeoutMilliseconds = 2000): Promise<void> {
    await this.started
    await quiet(this.router, this.screen, timeoutMilliseconds)
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
    this.router.top()?.hide()
    this.life.hide()
  }

  showApp(): void {
    this.life.show()
    this.router.top()?.show()
  }

  private async start(): Promise<void> {
    const errors = this.problems.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) return this.failures.showProblems(errors)
    const first = this.settings.path ?? this.app.rest.pages[0] ?? ''
    try {
      await this.files.restore()
      this.modules.runUnit('app')
      this.life.launch(first)
      await this.router.launch(`/${first}`)
    } catch (error) {
      // An app with onPageNotFound may have gone elsewhere meanwhile.
      await this.router.settled()
      if (!this.router.top()) this.fail(error, 'app')
    }
  }

  private settled(page: PageView, openType: PageHandle['openType']): void {
    this.tabBar.show(page.path)
    this.signals.emit('route', { page, openType })
  }

  private pressTab(item: { index: number; pagePath: string; text: string }): void {
    void this.router
      .switchTab({ url: `/${item.pagePath}` })
      .then(() => this.router.top()?.call('onTabItemTap', item))
  }
}
