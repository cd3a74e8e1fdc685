import { Component, type Element as TreeElement, type ShadowedEvent, type template } from 'glass-easel'
import { descriptorOf, type ComponentDescriptor } from './component-descriptor'

/** A node of an event, as WeChat shows it. Offsets are CSS px inside the page. */
interface EventNode {
  id: string
  offsetLeft: number
  offsetTop: number
  dataset: Record<string, unknown>
}

/** WeChat's event object: plain values, no way into the framework. */
export interface PlainEvent {
  type: string
  timeStamp: number
  target: EventNode
  currentTarget: EventNode
  mark: Record<string, unknown>
  detail: unknown
  touches?: unknown
  changedTouches?: unknown
}

/** Who is `this` of a listener: an app's component (its caller) or a built-in (the element itself). */
export function treeElementOf(caller: unknown): TreeElement | null {
  if (caller === null || typeof caller !== 'object') return null
  const inner = (caller as { _$?: TreeElement })._$
  return inner ?? (caller as TreeElement)
}

function nodeOf(caller: unknown): EventNode {
  const element = treeElementOf(caller)
  const dom = element?.getBackendElement() as unknown as HTMLElement | null
  return {
    id: element?.id ?? '',
    offsetLeft: dom?.offsetLeft ?? 0,
    offsetTop: dom?.offsetTop ?? 0,
    dataset: { ...(element?.dataset as Record<string, unknown> | undefined) },
  }
}

export function plainEvent(event: ShadowedEvent<unknown>): PlainEvent {
  const touched = event as unknown as { touches?: unknown; changedTouches?: unknown }
  return {
    type: event.type,
    timeStamp: Math.round(event.timeStamp),
    target: nodeOf(event.target),
    currentTarget: nodeOf(event.currentTarget),
    mark: { ...event.mark },
    detail: event.detail,
    ...(touched.touches ? { touches: touched.touches, changedTouches: touched.changedTouches } : {}),
  }
}

/** First number of the path that the compiler gives to a handler written in WXS: 1 a file, 2 inline. */
const fromWxs = (path: unknown): boolean => Array.isArray(path) && (path[0] === 1 || path[0] === 2)

/** Stands between the template and its handlers (`Q.C` of compiled templates). */
export const wxsEventListener: template.EventListenerWrapper = (caller, event, listener, path) => {
  const notes = (event as unknown as { notes?: Set<string> }).notes
  notes?.add('heard')
  const plain = plainEvent(event as ShadowedEvent<unknown>)
  if (!fromWxs(path))
    return (listener as unknown as (event: PlainEvent) => boolean | void).call(caller, plain)
  const owner = treeElementOf(caller)
  const instance = owner && Component.isComponent(owner) ? descriptorOf(owner) : null
  const element = treeElementOf(event.currentTarget)
  const wxsEvent = { ...plain, instance: element ? descriptorOf(element, owner) : null }
  const heard = listener as unknown as (event: unknown, owner: ComponentDescriptor | null) => boolean | void
  return heard(wxsEvent, instance)
}

/** `change:prop` handlers written in WXS (`Q.A`): (new, old, owner, this element). */
export const wxsChangeFilter: template.ChangePropFilter = (listener, path) => {
  if (!fromWxs(path)) return listener
  return (value, old, host, element) => {
    const heard = listener as unknown as (...args: unknown[]) => void
    heard(value, old, descriptorOf(host), descriptorOf(element, host))
  }
}
