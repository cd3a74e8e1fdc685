import { Component, type Element as TreeElement, type GeneralComponent } from 'glass-easel'
import { builtinOf } from './builtin'
import type { PageHandle } from './phone'

export interface Fields {
  id?: boolean
  dataset?: boolean
  mark?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  properties?: string[]
  computedStyle?: string[]
  context?: boolean
  node?: boolean
}

type Answer = (result: unknown) => void

interface Asked {
  within: GeneralComponent | null
  /** null for the viewport */
  selector: string | null
  all: boolean
  fields: Fields
  answer: Answer | undefined
}

/** `wx.createSelectorQuery()` and `this.createSelectorQuery()`. Answers come after the present work, as on a phone. */
export class PageSelectorQuery {
  private readonly asked: Asked[] = []

  constructor(
    private within: GeneralComponent | null,
    private readonly page: PageHandle | null,
  ) {}

  in(component: { _$?: GeneralComponent }): this {
    this.within = component._$ ?? null
    return this
  }

  select(selector: string) {
    return this.nodes(selector, false)
  }

  selectAll(selector: string) {
    return this.nodes(selector, true)
  }

  selectViewport() {
    return this.nodes(null, false)
  }

  exec(done?: (results: unknown[]) => void): this {
    const asked = this.asked.splice(0)
    setTimeout(() => {
      const results = asked.map((one) => this.answer(one))
      asked.forEach((one, index) => one.answer?.(results[index]))
      done?.(results)
    }, 0)
    return this
  }

  private nodes(selector: string | null, all: boolean) {
    const ask = (fields: Fields) => (answer?: Answer) => {
      this.asked.push({ within: this.within, selector, all, fields, answer })
      return this
    }
    return {
      boundingClientRect: ask({ id: true, dataset: true, rect: true, size: true }),
      scrollOffset: ask({ id: true, dataset: true, scrollOffset: true }),
      fields: (fields: Fields, answer?: Answer) => ask(fields)(answer),
      context: ask({ context: true }),
      node: ask({ node: true }),
    }
  }

  private answer({ within, selector, all, fields }: Asked): unknown {
    if (selector === null) return this.page ? viewport(this.page.window, fields) : null
    const shadow = (within ?? this.page?.root)?.getShadowRoot()
    const found = shadow?.querySelectorAll(selector) ?? []
    if (all) return found.map((element) => describeNode(element, fields))
    return found[0] ? describeNode(found[0], fields) : null
  }
}

function describeNode(element: TreeElement, fields: Fields): Record<string, unknown> {
  const dom = element.getBackendElement() as unknown as HTMLElement | null
  const builtin = dom ? builtinOf(dom) : undefined
  const properties = builtin?.host.props ?? (Component.isComponent(element) ? (element.data as object) : {})
  const view = dom?.ownerDocument.defaultView
  const scroller = builtin?.instance.slot ?? dom
  return {
    ...(fields.id ? { id: element.id } : {}),
    ...(fields.dataset ? { dataset: { ...(element.dataset as object | undefined) } } : {}),
    ...(fields.mark ? { mark: element.collectMarks() } : {}),
    ...(dom ? box(dom.getBoundingClientRect(), fields) : {}),
    ...(fields.scrollOffset && scroller ? scrollOf(scroller) : {}),
    ...picked(properties as Record<string, unknown>, fields.properties),
    ...(fields.computedStyle && dom && view
      ? computed(view.getComputedStyle(dom), fields.computedStyle)
      : {}),
    ...(fields.context ? { context: builtin?.instance.context?.() ?? null } : {}),
    ...(fields.node ? { node: builtin?.instance.node?.() ?? null } : {}),
  }
}

function viewport(window: Window & typeof globalThis, fields: Fields): Record<string, unknown> {
  const { clientWidth, clientHeight } = window.document.documentElement
  const rect = new DOMRect(0, 0, clientWidth, clientHeight)
  const root = window.document.scrollingElement ?? window.document.documentElement
  return {
    ...(fields.id ? { id: '' } : {}),
    ...(fields.dataset ? { dataset: {} } : {}),
    ...box(rect, fields),
    ...(fields.scrollOffset ? scrollOf(root) : {}),
  }
}

function box({ left, top, right, bottom, width, height }: DOMRect, fields: Fields): Record<string, number> {
  return { ...(fields.rect ? { left, top, right, bottom } : {}), ...(fields.size ? { width, height } : {}) }
}

function scrollOf({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: Element): Record<string, number> {
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight }
}

function picked(from: Record<string, unknown>, names: readonly string[] = []): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, from[name]]))
}

function computed(style: CSSStyleDeclaration, names: readonly string[]): Record<string, string> {
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(kebab(name))]))
}
