import type { GeneralComponent } from 'glass-easel'
import { builtins } from '../components/table'
import type { AppSpace } from './app-space'
import { Keys } from './keys'
import type { Modules } from './modules'
import { PageView, type PageOptions } from './page-view'
import type { Phone } from './phone'
import type { TabBar } from './tab-bar'
import type { Making, TheRouter } from './the-router'
import { universalStyle } from './universal'

export interface PageSurroundings {
  phone: Phone
  /** Where pages stand. */
  parent: HTMLElement
  space: AppSpace
  modules: Modules
  tabBar: TabBar
  router: TheRouter
  /** Path of the app's first page. */
  first: string
  sheets: PageOptions['sheets']
}

/** Ground of every page. */
const groundCss = `
html { height: 100%; -webkit-text-size-adjust: none; font-size: 16px; font-family: var(--phone-font) }
body { display: block; margin: 0; min-height: 100%; font-size: 16px; line-height: normal; -webkit-tap-highlight-color: transparent; -webkit-user-select: none; user-select: none; overflow-wrap: break-word }
::-webkit-scrollbar { width: 0; height: 0 }
`

/** Makes pages, and knows to which one a window or a component belongs. */
export class Pages {
  private readonly byWindow = new WeakMap<Window, PageView>()
  private count = 0
  private readonly baseCss: string
  private readonly keys: Keys

  constructor(private readonly around: PageSurroundings) {
    const font = window.getComputedStyle(document.documentElement).getPropertyValue('--phone-font')
    this.keys = new Keys(around.phone.device, around.phone.signals)
    const own = builtins.map((builtin) => builtin.style ?? '')
    this.baseCss = [
      `:root { --phone-font: ${font || 'sans-serif'} }`,
      groundCss,
      universalStyle,
      ...own,
    ].join('\n')
  }

  make(making: Making): PageView {
    const { phone, parent, space, tabBar, sheets } = this.around
    const { path } = making
    this.run(path)
    const isTab = tabBar.has(path)
    const customTabBar = isTab && tabBar.isCustom
    if (customTabBar) this.run('custom-tab-bar/index')
    const config = { ...(phone.appJson.window as object | undefined), ...space.unit(path)?.json }
    this.count += 1
    return new PageView(parent, {
      ...making,
      events: making.events,
      id: this.count,
      config,
      bar: { device: phone.device, clock: phone.clock, config, ...this.waysOut(path, isTab) },
      setting: { width: phone.device.screenWidth, safeAreaBottom: isTab ? 0 : phone.device.safeAreaBottom },
      baseCss: this.baseCss,
      sheets,
      space,
      customTabBar,
      opened: (page) => {
        this.byWindow.set(page.window, page)
        this.keys.hear(page.window)
      },
      fail: (error, where) => phone.fail(error, where),
    })
  }

  ofWindow(window: Window): PageView | null {
    return this.byWindow.get(window) ?? null
  }

  /** A component without an element (virtualHost) is taken to be on the page on top. */
  ofComponent(component: GeneralComponent): PageView | null {
    const { router } = this.around
    const known = router.stack.find((page) => page.root === component)
    const dom = component.getBackendElement() as unknown as Element | null
    const view = dom?.ownerDocument.defaultView
    return known ?? (view ? this.ofWindow(view) : null) ?? router.top()
  }

  private run(unit: string): void {
    const { space, modules } = this.around
    for (const used of space.closure(unit)) modules.runUnit(used)
  }

  private waysOut(path: string, isTab: boolean) {
    const { router, first } = this.around
    const isFirst = path === first || isTab
    return {
      back: router.stack.length > 0 ? () => void router.navigateBack() : null,
      home: isFirst ? null : () => void router.reLaunch({ url: `/${first}` }),
    }
  }
}
