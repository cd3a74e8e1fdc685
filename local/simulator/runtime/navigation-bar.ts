import type { Clock, Device } from './phone'

export interface BarOptions {
  device: Device
  clock: Clock
  config: Readonly<Record<string, unknown>>
  back: (() => void) | null
  home: (() => void) | null
}

/** ms. Time can run fast, and jump. */
const tickEvery = 1_000

/** The bar above one page: time, title, way back, WeChat's capsule. Floats where the page draws its own. */
export class NavigationBar {
  readonly element: HTMLElement
  readonly floating: boolean
  private readonly title: HTMLElement
  private loading: HTMLElement | null = null

  constructor(
    document: Document,
    private readonly options: BarOptions,
  ) {
    const { device, config, back, home } = options
    const make = <K extends keyof HTMLElementTagNameMap>(tag: K, name: string, parent: HTMLElement) => {
      const element = document.createElement(tag)
      element.className = name
      parent.append(element)
      return element
    }
    this.element = document.createElement('div')
    this.floating = config.navigationStyle === 'custom'
    this.element.className = this.floating ? 'phone-bar floating' : 'phone-bar'
    const status = make('div', 'phone-status', this.element)
    status.style.height = `${device.statusBarHeight}px`
    const time = make('span', '', status)
    const tick = () => (time.textContent = timeOfDay(options.clock.now()))
    tick()
    // The page's own window: it stops with the page.
    document.defaultView?.setInterval(tick, tickEvery)
    make('span', '', status).textContent = '5G'
    const row = make('div', 'phone-bar-row', this.element)
    row.style.height = `${device.navigationBarHeight}px`
    this.title = make('div', 'phone-bar-title', row)
    if (!this.floating && (back ?? home)) {
      const button = make('button', 'phone-bar-back', row)
      button.textContent = back ? '‹' : '⌂'
      button.setAttribute('aria-label', back ? '返回' : '回到首页')
      button.onclick = back ?? home
    }
    const menu = make('div', 'phone-bar-menu', row)
    make('span', '', menu).textContent = '•••'
    make('span', '', menu).textContent = '◎'
    if (!this.floating) this.setTitle(String(config.navigationBarTitleText ?? ''))
    this.setColor({
      frontColor: config.navigationBarTextStyle === 'white' ? '#ffffff' : '#000000',
      backgroundColor: String(config.navigationBarBackgroundColor ?? '#ffffff'),
    })
  }

  setTitle(title: string): void {
    if (!this.floating) this.title.textContent = title
  }

  get titleText(): string {
    return this.title.textContent ?? ''
  }

  setColor({ frontColor, backgroundColor }: { frontColor?: string; backgroundColor?: string }): void {
    if (frontColor) this.element.style.color = frontColor
    if (backgroundColor) this.element.style.backgroundColor = backgroundColor
  }

  setLoading(loading: boolean): void {
    this.loading?.remove()
    this.loading = null
    if (!loading) return
    this.loading = this.element.ownerDocument.createElement('div')
    this.loading.className = 'phone-bar-loading'
    this.title.before(this.loading)
  }

  hideHome(): void {
    if (this.options.back === null) this.element.querySelector('.phone-bar-back')?.remove()
  }
}

function timeOfDay(instant: number): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    timeStyle: 'short',
    hour12: false,
  }).format(instant)
}
