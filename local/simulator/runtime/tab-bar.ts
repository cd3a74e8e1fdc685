import type { Device, Screen } from './phone'

interface TabItem {
  pagePath: string
  text?: string
  iconPath?: string
  selectedIconPath?: string
}

export interface TabBarConfig {
  list: TabItem[]
  color?: string
  selectedColor?: string
  backgroundColor?: string
  borderStyle?: string
  position?: string
  custom?: boolean
}

interface Mark {
  badge: string | null
  dot: boolean
}

/** WeChat's own tab bar. Drawn anew at each change: five buttons cost nothing. */
export class TabBar {
  private readonly items: TabItem[]
  private readonly marks: Mark[]
  private readonly style: Record<string, string | undefined>
  private visible = true
  private selected: string | null = null

  constructor(
    private readonly element: HTMLElement,
    private readonly config: TabBarConfig | null,
    private readonly device: Device,
    private readonly resource: (path: string) => string,
    private readonly press: (item: { index: number; pagePath: string; text: string }) => void,
  ) {
    this.items = (config?.list ?? []).map((item) => ({ ...item }))
    this.marks = this.items.map(() => ({ badge: null, dot: false }))
    const { color, selectedColor, backgroundColor, borderStyle } = config ?? { list: [] }
    this.style = { color, selectedColor, backgroundColor, borderStyle }
  }

  has(path: string): boolean {
    return this.items.some((item) => item.pagePath === path)
  }

  get isCustom(): boolean {
    return this.config?.custom ?? false
  }

  /** CSS px it takes from the page. */
  heightFor(path: string): number {
    return this.has(path) && !this.isCustom && this.visible
      ? this.device.tabBarHeight + this.device.safeAreaBottom
      : 0
  }

  /** @param path of the page on top; the bar shows only on tab pages. */
  show(path: string | null): void {
    this.selected = path
    this.draw()
  }

  readonly screen: Screen['tabBar'] = {
    setVisible: (visible) => {
      this.visible = visible
      this.draw()
    },
    setBadge: (index, badge) => this.mark(index, { badge }),
    setRedDot: (index, dot) => this.mark(index, { dot }),
    setItem: (index, item) => {
      Object.assign(this.items[index] ?? {}, item)
      this.draw()
    },
    setStyle: (style) => {
      Object.assign(this.style, style)
      this.draw()
    },
  }

  private mark(index: number, change: Partial<Mark>): void {
    Object.assign(this.marks[index] ?? {}, change)
    this.draw()
  }

  private draw(): void {
    const { element, style } = this
    const shown = this.selected !== null && this.heightFor(this.selected) > 0
    element.classList.toggle('shown', shown)
    element.style.backgroundColor = style.backgroundColor ?? '#ffffff'
    element.style.borderTopColor = style.borderStyle === 'white' ? '#ffffff' : '#0000001a'
    element.style.paddingBottom = `${this.device.safeAreaBottom}px`
    element.replaceChildren(...this.items.map((item, index) => this.button(item, index)))
  }

  private button(item: TabItem, index: number): HTMLElement {
    const { document } = { document: this.element.ownerDocument }
    const active = item.pagePath === this.selected
    const button = document.createElement('button')
    button.className = 'phone-tab'
    button.style.color =
      (active ? this.style.selectedColor : this.style.color) ?? (active ? '#07c160' : '#7a7e83')
    button.setAttribute('aria-selected', String(active))
    const icon = active ? (item.selectedIconPath ?? item.iconPath) : item.iconPath
    if (icon) {
      const image = document.createElement('img')
      image.src = this.resource(`/${icon.replace(/^\//, '')}`)
      image.alt = ''
      button.append(image)
    }
    button.append(item.text ?? '')
    const { badge, dot } = this.marks[index] ?? { badge: null, dot: false }
    if (badge !== null || dot) {
      const mark = document.createElement('b')
      if (badge === null) mark.className = 'dot'
      else mark.textContent = badge.length > 4 ? '…' : badge
      button.append(mark)
    }
    button.onclick = () => this.press({ index, pagePath: item.pagePath, text: item.text ?? '' })
    return button
  }
}
