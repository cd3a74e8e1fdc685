import type { Element as TreeElement } from 'glass-easel'
import type { ElementDescription } from './element-ids'
import { follow } from './path'
import { type Automated, type Domain, pageOf, plain } from './protocol'
import { byXpath } from './xpath'

interface OfPage {
  pageId: number
}
type Query = OfPage & { selector: string }

/** Page.* of the protocol. */
export const pageDomain = {
  getElement: (query: Query, automated: Automated) => one(search(query, automated), query, automated),
  getElements: (query: Query, automated: Automated) => ({
    elements: search(query, automated).map((element) => automated.elements.describe(element)),
  }),
  getElementByXpath: (query: Query, automated: Automated) =>
    one(searchByXpath(query, automated), query, automated),
  getElementsByXpath: (query: Query, automated: Automated) => ({
    elements: searchByXpath(query, automated).map((element) => automated.elements.describe(element)),
  }),
  getData({ path, ...ofPage }: OfPage & { path?: string }, automated: Automated) {
    const { data } = pageOf(ofPage, automated).instance
    return { data: plain(path === undefined ? data : follow(data, path)) }
  },
  async setData({ data, ...ofPage }: OfPage & { data: Record<string, unknown> }, automated: Automated) {
    const { instance } = pageOf(ofPage, automated)
    await new Promise<void>((resolve) => instance.setData(data, resolve))
    return {}
  },
  async callMethod(
    { method, args, ...ofPage }: OfPage & { method: string; args?: unknown[] },
    automated: Automated,
  ) {
    const { instance, path } = pageOf(ofPage, automated)
    const called = instance[method]
    if (typeof called !== 'function') throw new Error(`page ${path} has no method ${method}`)
    return { result: plain(await (called.apply(instance, args ?? []) as unknown)) }
  },
  getWindowProperties({ names, ...ofPage }: OfPage & { names: string[] }, automated: Automated) {
    const { window } = pageOf(ofPage, automated)
    return { properties: names.map((name) => plain(follow(window, name))) }
  },
} satisfies Domain

function search({ selector, ...ofPage }: Query, automated: Automated): TreeElement[] {
  return automated.phone.tree.find(pageOf(ofPage, automated), selector)
}

function searchByXpath({ selector, ...ofPage }: Query, automated: Automated): TreeElement[] {
  return byXpath(pageOf(ofPage, automated).window.document, selector)
}

function one(
  [first]: TreeElement[],
  { selector }: { selector: string },
  { elements }: Automated,
): ElementDescription {
  if (first === undefined) throw new Error(`no element matches ${selector}`)
  return elements.describe(first)
}
