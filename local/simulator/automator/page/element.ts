import type { Element as TreeElement } from 'glass-easel'
import type { TouchPoint } from '../../runtime/host'
import { callContextMethod } from './context-method'
import { properties } from './element-properties'
import { fingers } from './fingers'
import { follow } from './path'
import { type Automated, type Domain, plain } from './protocol'

interface OfElement {
  elementId: string
}
type Query = OfElement & { selector: string }
type Names = OfElement & { names: string[] }
/** The package says `changeTouches` in its types and `changedTouches` in its words. */
type Touches = OfElement & {
  touches?: TouchPoint[]
  changedTouches?: TouchPoint[]
  changeTouches?: TouchPoint[]
}

/** Element.* of the protocol. */
export const elementDomain = {
  getElement({ selector, ...of }: Query, automated: Automated) {
    const [first] = automated.phone.tree.find(automated.elements.find(of.elementId), selector)
    if (first === undefined) throw new Error(`no element matches ${selector}`)
    return automated.elements.describe(first)
  },
  getElements({ selector, ...of }: Query, automated: Automated) {
    const found = automated.phone.tree.find(automated.elements.find(of.elementId), selector)
    return { elements: found.map((element) => automated.elements.describe(element)) }
  },
  getDOMProperties({ names, ...of }: Names, automated: Automated) {
    const drawn = dom(of, automated)
    return { properties: names.map((name) => plain(follow(drawn, name))) }
  },
  getAttributes({ names, ...of }: Names, automated: Automated) {
    const drawn = dom(of, automated)
    const own = properties(automated.elements.find(of.elementId), automated)
    return { attributes: names.map((name) => drawn.getAttribute(name) ?? plain(own[name]) ?? null) }
  },
  getProperties({ names, ...of }: Names, automated: Automated) {
    const own = properties(automated.elements.find(of.elementId), automated)
    return { properties: names.map((name) => (name === '__propPublic' ? named(own) : plain(own[name]))) }
  },
  getStyles({ names, ...of }: Names, automated: Automated) {
    const drawn = dom(of, automated)
    const style = drawn.ownerDocument.defaultView?.getComputedStyle(drawn)
    return { styles: names.map((name) => style?.getPropertyValue(name) || follow(style, name) || '') }
  },
  getOffset(of: OfElement, automated: Automated) {
    const drawn = dom(of, automated)
    const { left, top } = drawn.getBoundingClientRect()
    const view = drawn.ownerDocument.defaultView
    return { left: left + (view?.scrollX ?? 0), top: top + (view?.scrollY ?? 0) }
  },
  getWXML({ type, ...of }: OfElement & { type: 'inner' | 'outer' }, { phone, elements }: Automated) {
    return { wxml: phone.tree.markup(elements.find(of.elementId), type === 'outer') }
  },
  async tap(of: OfElement, { phone, elements }: Automated) {
    await phone.tree.tap(elements.find(of.elementId))
    return {}
  },
  touchstart: (of: Touches, automated: Automated) => touch('touchstart', of, automated),
  touchmove: (of: Touches, automated: Automated) => touch('touchmove', of, automated),
  touchend: (of: Touches, automated: Automated) => touch('touchend', of, automated),
  triggerEvent(
    { type, detail, ...of }: OfElement & { type: string; detail?: unknown },
    { phone, elements }: Automated,
  ) {
    phone.tree.trigger(elements.find(of.elementId), type, detail ?? {})
    return {}
  },
  dispatchEvent(
    { eventName, detail, ...of }: Touches & { eventName: string; detail?: unknown },
    automated: Automated,
  ) {
    if (isTouch(eventName)) return touch(eventName, of, automated)
    automated.phone.tree.trigger(automated.elements.find(of.elementId), eventName, detail ?? {})
    return {}
  },
  async callFunction(
    { functionName, args, ...of }: OfElement & { functionName: string; args?: unknown[] },
    { phone, elements }: Automated,
  ) {
    const element = elements.find(of.elementId)
    const [tag, action] = functionName.split('.')
    if (action === undefined || tag !== elements.tagOf(element)) {
      throw new Error(`${elements.tagOf(element)} has no ${functionName}`)
    }
    return { result: plain(await phone.tree.act(element, action, args ?? [])) }
  },
  getData({ path, ...of }: OfElement & { path?: string }, automated: Automated) {
    const { data } = component(of, automated)
    return { data: plain(path === undefined ? data : follow(data, path)) }
  },
  async setData({ data, ...of }: OfElement & { data: Record<string, unknown> }, automated: Automated) {
    const instance = component(of, automated)
    await new Promise<void>((resolve) => instance.setData(data, resolve))
    return {}
  },
  async callMethod(
    { method, args, ...of }: OfElement & { method: string; args?: unknown[] },
    automated: Automated,
  ) {
    const instance = component(of, automated)
    const called = instance[method]
    if (typeof called !== 'function') throw new Error(`the component has no method ${method}`)
    return { result: plain(await (called.apply(instance, args ?? []) as unknown)) }
  },
  async callContextMethod(
    { method, args, ...of }: OfElement & { method: string; args?: unknown[] },
    automated: Automated,
  ) {
    const element = automated.elements.find(of.elementId)
    return { result: plain(await callContextMethod(element, method, args ?? [], automated)) }
  },
} satisfies Domain

/** @throws Error for a component that draws no node of its own. */
function dom({ elementId }: OfElement, { phone, elements }: Automated): HTMLElement {
  const drawn = phone.tree.domOf(elements.find(elementId))
  if (drawn === null) throw new Error('the component has no node of its own (virtualHost)')
  return drawn
}

interface ComponentInstance extends Record<string, unknown> {
  data: Record<string, unknown>
  setData(change: Record<string, unknown>, done?: () => void): void
}

function component({ elementId }: OfElement, { phone, elements }: Automated): ComponentInstance {
  const instance = phone.tree.instanceOf(elements.find(elementId))
  if (instance === null) throw new Error('only components of the app have data and methods')
  return instance as ComponentInstance
}

function named(values: Record<string, unknown>): Record<string, true> {
  return Object.fromEntries(Object.keys(values).map((name) => [name, true]))
}

type TouchType = 'touchstart' | 'touchmove' | 'touchend'

function isTouch(name: string): name is TouchType {
  return name === 'touchstart' || name === 'touchmove' || name === 'touchend'
}

function touch(type: TouchType, of: Touches, { phone, elements }: Automated): Record<string, never> {
  const element: TreeElement = elements.find(of.elementId)
  phone.tree.touch(element, type, fingers(type, of, phone.tree.domOf(element)))
  return {}
}
