import type { PageView } from './page-view'

/** CSS px to pull before it counts, and where it stays while refreshing. */
const ENOUGH = 50
const FARTHEST = 90

/** Pulling a page down from its top, as `enablePullDownRefresh` allows. */
export class PullDown {
  private dots: HTMLElement | null = null
  private refreshing = false
  private from: number | null = null
  private pulled = 0

  constructor(
    private readonly page: PageView,
    private readonly refresh: () => void,
  ) {
    if (page.config.enablePullDownRefresh !== true) return
    const { document } = page.window
    const begin = (y: number) => {
      this.from = document.documentElement.scrollTop <= 0 && !this.refreshing ? y : null
    }
    const move = (y: number, event: Event) => {
      if (this.from === null) return
      this.pulled = Math.max(0, Math.min(FARTHEST, (y - this.from) / 2))
      if (this.pulled > 0 && event.cancelable) event.preventDefault()
      this.draw(this.pulled)
    }
    const end = () => {
      if (this.from === null) return
      this.from = null
      if (this.pulled >= ENOUGH) this.start()
      else this.draw(0)
      this.pulled = 0
    }
    const listen = { passive: false, capture: true }
    document.addEventListener('touchstart', (event) => begin(event.touches[0]?.clientY ?? 0), listen)
    document.addEventListener('touchmove', (event) => move(event.touches[0]?.clientY ?? 0, event), listen)
    document.addEventListener('touchend', end, listen)
    document.addEventListener('mousedown', (event) => begin(event.clientY), listen)
    document.addEventListener(
      'mousemove',
      (event) => event.buttons === 1 && move(event.clientY, event),
      listen,
    )
    document.addEventListener('mouseup', end, listen)
  }

  start(): void {
    if (this.refreshing) return
    this.refreshing = true
    this.draw(ENOUGH)
    this.refresh()
  }

  stop(): void {
    this.refreshing = false
    this.draw(0)
  }

  private draw(height: number): void {
    const { frame, bar, config } = this.page
    this.dots ??= this.makeDots()
    this.dots.style.top = `${bar.floating ? 0 : bar.element.offsetHeight}px`
    this.dots.style.visibility = height > 0 ? 'visible' : 'hidden'
    this.dots.style.color = config.backgroundTextStyle === 'light' ? '#fff' : '#888'
    frame.style.transition = this.from === null ? 'transform .2s' : 'none'
    frame.style.transform = height > 0 ? `translateY(${height}px)` : ''
  }

  private makeDots(): HTMLElement {
    const dots = this.page.element.ownerDocument.createElement('div')
    dots.className = 'phone-pull'
    dots.innerHTML = '<i></i><i></i><i></i>'
    this.page.frame.before(dots)
    return dots
  }
}
