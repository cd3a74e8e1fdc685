import { Component, type Element as TreeElement, type GeneralComponent } from 'glass-easel'

/** What WXS may do to an element (WeChat's ComponentDescriptor). */
export interface ComponentDescriptor {
  selectComponent(selector: string): ComponentDescriptor | null
  selectAllComponents(selector: string): ComponentDescriptor[]
  setStyle(style: string | Record<string, string | number>): ComponentDescriptor
  addClass(name: string): ComponentDescriptor
  removeClass(name: string): ComponentDescriptor
  hasClass(name: string): boolean
  getDataset(): Record<string, unknown>
  callMethod(name: string, argument?: unknown): void
  requestAnimationFrame(callback: () => void): void
  getState(): Record<string, unknown>
  triggerEvent(type: string, detail?: unknown): void
  getComputedStyle(names: readonly string[]): Record<string, string>
  getBoundingClientRect(): { left: number; top: number; width: number; height: number }
  setTimeout(callback: () => void, milliseconds: number): number
  clearTimeout(id: number): void
}

/** glass-easel's `StyleSegmentIndex.TEMP_EXTRA`: above what the template writes. */
const TEMPORARY = 3

const known = new WeakMap<TreeElement, ComponentDescriptor>()
const added = new WeakMap<TreeElement, Set<string>>()

/** @param owner the component whose template draws the element; itself where it is one. */
export function descriptorOf(element: TreeElement, owner: TreeElement | null = element): ComponentDescriptor {
  const before = known.get(element)
  if (before) return before
  const made = make(element, owner)
  known.set(element, made)
  return made
}

function make(element: TreeElement, owner: TreeElement | null): ComponentDescriptor {
  const state: Record<string, unknown> = {}
  const dom = () => element.getBackendElement() as unknown as HTMLElement
  const window = () => dom().ownerDocument.defaultView ?? globalThis.window
  const root = () => (Component.isComponent(element) ? element.getShadowRoot() : null)
  const classes = added.get(element) ?? new Set<string>()
  added.set(element, classes)
  const written = () => element.setNodeClass([...classes].join(' '), TEMPORARY as never)
  const self: ComponentDescriptor = {
    selectComponent(selector) {
      const found = root()?.querySelector(selector) ?? null
      return found && descriptorOf(found, element)
    },
    selectAllComponents: (selector) =>
      (root()?.querySelectorAll(selector) ?? []).map((found) => descriptorOf(found, element)),
    setStyle(style) {
      const text = typeof style === 'string' ? style : styleText(style)
      element.setNodeStyle(text, TEMPORARY as never)
      return self
    },
    addClass(name) {
      name.split(/\s+/).forEach((one) => classes.add(one))
      written()
      return self
    },
    removeClass(name) {
      name.split(/\s+/).forEach((one) => classes.delete(one))
      written()
      return self
    },
    hasClass: (name) => element.class.split(/\s+/).includes(name) || classes.has(name),
    getDataset: () => ({ ...(element.dataset as Record<string, unknown>) }),
    callMethod(name, argument) {
      const caller = owner && Component.isComponent(owner) ? callerOf(owner) : null
      const method = caller?.[name]
      if (typeof method === 'function') method.call(caller, argument)
    },
    requestAnimationFrame: (callback) => void window().requestAnimationFrame(callback),
    getState: () => state,
    triggerEvent: (type, detail) => element.triggerEvent(type, detail, {}),
    getComputedStyle(names) {
      const style = window().getComputedStyle(dom())
      return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(kebab(name))]))
    },
    getBoundingClientRect() {
      const { left, top, width, height } = dom().getBoundingClientRect()
      return { left, top, width, height }
    },
    setTimeout: (callback, milliseconds) => window().setTimeout(callback, milliseconds),
    clearTimeout: (id) => window().clearTimeout(id),
  }
  return self
}

export function callerOf(component: GeneralComponent): Record<string, unknown> & object {
  return component.getMethodCaller() as unknown as Record<string, unknown>
}

function styleText(style: Record<string, string | number>): string {
  return Object.entries(style)
    .map(([name, value]) => `${kebab(name)}:${String(value)}`)
    .join(';')
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
