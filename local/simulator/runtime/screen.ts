import type { PageHandle, Screen } from './phone'
import type { PageView } from './page-view'

/** Prompts over the pages, and what apps may do to bars. */
export class TheScreen implements Screen {
  readonly document: Document
  private readonly slots = new Map<string, () => void>()
  private readonly styled = new Set<string>()
  /** Prompts that a call waits for; those with a slot (toasts, pickers) stand there by themselves. */
  shown = 0

  constructor(
    private readonly layer: HTMLElement,
    readonly tabBar: Screen['tabBar'],
    private readonly top: () => PageView | null,
  ) {
    this.document = layer.ownerDocument
  }

  show(element: HTMLElement, slot?: string): () => void {
    if (slot) this.slots.get(slot)?.()
    this.layer.append(element)
    if (!slot) this.shown += 1
    let gone = false
    const hide = () => {
      if (gone) return
      gone = true
      if (!slot) this.shown -= 1
      element.remove()
      if (slot && this.slots.get(slot) === hide) this.slots.delete(slot)
    }
    if (slot) this.slots.set(slot, hide)
    return hide
  }

  style(key: string, css: string): void {
    if (this.styled.has(key)) return
    this.styled.add(key)
    const element = this.document.createElement('style')
    element.textContent = css
    this.document.head.append(element)
  }

  readonly navigationBar: Screen['navigationBar'] = {
    setTitle: (title, page) => this.page(page)?.bar.setTitle(title),
    setColor: (colors, page) => this.page(page)?.bar.setColor(colors),
    setLoading: (loading, page) => this.page(page)?.bar.setLoading(loading),
    hideHomeButton: (page) => this.page(page)?.bar.hideHome(),
  }

  readonly pullDown: Screen['pullDown'] = {
    start: (page) => this.page(page)?.pullDown.start(),
    stop: (page) => this.page(page)?.pullDown.stop(),
  }

  private page(page: PageHandle | undefined): PageView | null {
    return (page as PageView | undefined) ?? this.top()
  }
}
