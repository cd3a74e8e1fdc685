import { Component, Element as TreeNode, type Element as TreeElement } from 'glass-easel'
import { component as adapter } from 'glass-easel-miniprogram-adapter'
import { builtinOf } from './builtin'
import { callerOf } from './component-descriptor'
import { type Gestures, LONGPRESS_AFTER } from './gestures'
import type { PhoneTree, TouchPoint } from './host'
import { markupOf } from './markup'
import type { PageHandle } from './phone'

/** Finding and touching what is drawn, for the automator and tests. */
export function makeTree(
  pageOfWindow: (window: Window) => (PageHandle & { gestures: Gestures }) | null,
): PhoneTree {
  const domOf = (element: TreeElement) => element.getBackendElement() as unknown as HTMLElement | null
  const isOurs = (element: TreeElement) =>
    Component.isComponent(element) && callerOf(element) instanceof (adapter.ComponentCaller as never)
  const windowOf = (element: TreeElement) =>
    domOf(element)?.ownerDocument.defaultView as Window & typeof globalThis
  const middle = (element: TreeElement) => {
    const { left, top, width, height } = domOf(element)?.getBoundingClientRect() ?? new DOMRect()
    return { identifier: 0, clientX: left + width / 2, clientY: top + height / 2 }
  }
  // Through the page's own gestures, so that a held finger is a longpress and a lifted one a tap.
  const touch: PhoneTree['touch'] = (element, type, { touches, changedTouches }) =>
    pageOfWindow(windowOf(element))?.gestures.hear(
      type,
      isOurs(element) ? met(element, changedTouches[0]) : domOf(element),
      touches,
      changedTouches,
    )
  // A component has no listeners of its own: a finger on it meets the button that it draws there.
  const met = (element: TreeElement, point: TouchPoint | undefined) => {
    const dom = domOf(element)
    const there = point && dom?.ownerDocument.elementFromPoint(point.clientX, point.clientY)
    return there && dom?.contains(there) ? there : dom
  }
  const press = (element: TreeElement) => {
    const point = middle(element)
    touch(element, 'touchstart', { touches: [point], changedTouches: [point] })
    return point
  }
  return {
    domOf,
    touch,
    find(from, selector) {
      const element = isPage(from) ? from.root : from
      const shadow = Component.isComponent(element) ? element.getShadowRoot() : null
      if (shadow) return shadow.querySelectorAll(selector)
      const owner = element.ownerShadowRoot
      return (owner?.querySelectorAll(selector) ?? []).filter(
        (found) => found !== element && isInside(found, element),
      )
    },
    isComponent: (element): element is never => Component.isComponent(element),
    isBuiltin: (element) => {
      const dom = domOf(element)
      return dom !== null && builtinOf(dom) !== undefined
    },
    instanceOf: (element) => (isOurs(element) ? callerOf(element as never) : null),
    pageOf: (element) => (domOf(element) ? pageOfWindow(windowOf(element)) : null),
    async tap(element) {
      const dom = domOf(element)
      dom?.scrollIntoView({ block: 'nearest' })
      const point = press(element)
      touch(element, 'touchend', { touches: [], changedTouches: [point] })
      const control = dom?.querySelector<HTMLElement>(':scope > input, :scope > textarea')
      control?.focus()
      await Promise.resolve()
    },
    async longpress(element) {
      const point = press(element)
      await new Promise((done) => setTimeout(done, LONGPRESS_AFTER + 10))
      touch(element, 'touchend', { touches: [], changedTouches: [point] })
    },
    trigger: (element, type, detail) => element.triggerEvent(type, detail, {}),
    act(element, action, args) {
      const dom = domOf(element)
      const found = dom && builtinOf(dom)?.instance.actions?.[action]
      if (!found) throw new Error(`<${nameOf(element)}> 没有动作 ${action}`)
      return found(...args)
    },
    markup: markupOf,
  }
}

function isPage(from: PageHandle | TreeElement): from is PageHandle {
  return !(from instanceof TreeNode)
}

function isInside(element: TreeElement, around: TreeElement): boolean {
  for (let at = element.parentNode; at; at = at.parentNode) if (at === around) return true
  return false
}

function nameOf(element: TreeElement): string {
  return Component.isComponent(element) ? element.tagName : element.constructor.name
}
