import type { Element as TreeElement } from 'glass-easel'
import type { Automated } from './protocol'

/** Which `wx.create…Context` speaks to which element. */
const makers: Readonly<Record<string, string>> = {
  video: 'createVideoContext',
  map: 'createMapContext',
  editor: 'createEditorContext',
}

/** Calls a method of an element's context, found by its id as an app would. */
export function callContextMethod(
  element: TreeElement,
  method: string,
  args: readonly unknown[],
  { phone, elements }: Automated,
): unknown {
  const tag = elements.tagOf(element)
  const maker = makers[tag]
  if (maker === undefined) throw new Error(`${tag} has no context`)
  if (!element.id) throw new Error(`a ${tag} needs an id to have a context`)
  const make = phone.wx[maker] as (id: string) => Record<string, unknown>
  const context = make(element.id)
  const called = context[method]
  if (typeof called !== 'function') throw new Error(`the context of ${tag} has no method ${method}`)
  return called.apply(context, [...args])
}
