import type { Element as TreeElement, GeneralComponent } from 'glass-easel'

export interface ObserverOptions {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}

/** CSS px that the reference area is widened by. */
export interface Margins {
  left?: number
  top?: number
  right?: number
  bottom?: number
}

/** `createIntersectionObserver`, on the page's own. Answers carry id and dataset, as WeChat's. */
export class PageIntersectionObserver {
  private reference: { selector: string | null; margins: Margins } = { selector: null, margins: {} }
  private observers: IntersectionObserver[] = []

  constructor(
    private readonly component: GeneralComponent,
    private readonly options: ObserverOptions = {},
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.reference = { selector, margins }
    return this
  }

  relativeToViewport(margins: Margins = {}): this {
    this.reference = { selector: null, margins }
    return this
  }

  observe(selector: string, heard: (result: Record<string, unknown>) => void): void {
    const shadow = this.component.getShadowRoot()
    const found = shadow?.querySelectorAll(selector) ?? []
    for (const target of this.options.observeAll ? found : found.slice(0, 1)) this.watch(target, heard)
  }

  disconnect(): void {
    this.observers.forEach((observer) => observer.disconnect())
    this.observers = []
  }

  private watch(target: TreeElement, heard: (result: Record<string, unknown>) => void): void {
    const dom = domOf(target)
    const window = dom?.ownerDocument.defaultView
    if (!dom || !window) return
    const { selector, margins } = this.reference
    const relative = selector === null ? null : this.component.getShadowRoot()?.querySelector(selector)
    const { top = 0, right = 0, bottom = 0, left = 0 } = margins
    const initialRatio = this.options.initialRatio ?? 0
    let first = true
    const observer = new window.IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const silent = first && entry.intersectionRatio === initialRatio && !entry.isIntersecting
          first = false
          if (!silent) heard(result(target, entry))
        }
      },
      {
        root: (relative && domOf(relative)) ?? window.document,
        rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
        threshold: this.options.thresholds ?? [0],
      },
    )
    observer.observe(dom)
    this.observers.push(observer)
  }
}

function domOf(element: TreeElement): HTMLElement | null {
  return element.getBackendElement() as unknown as HTMLElement | null
}

function result(target: TreeElement, entry: IntersectionObserverEntry): Record<string, unknown> {
  return {
    id: target.id,
    dataset: { ...(target.dataset as object | undefined) },
    intersectionRatio: entry.intersectionRatio,
    intersectionRect: rect(entry.intersectionRect),
    boundingClientRect: rect(entry.boundingClientRect),
    relativeRect: entry.rootBounds ? rect(entry.rootBounds) : { left: 0, top: 0, right: 0, bottom: 0 },
    time: Date.now(),
  }
}

function rect({ left, top, right, bottom, width, height }: DOMRectReadOnly): Record<string, number> {
  return { left, top, right, bottom, width, height }
}
