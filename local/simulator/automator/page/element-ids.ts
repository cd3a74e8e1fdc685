import type { Element as TreeElement } from 'glass-easel'
import type { PhoneHost } from '../../runtime/host'

/** How the protocol names an element. `nodeId` makes it a component (data, setData, callMethod), `videoId` a context. */
export interface ElementDescription {
  elementId: string
  tagName: string
  nodeId?: string
  videoId?: string
}

/** Elements that were handed out, by their ids. An element keeps its id. */
export class ElementIds {
  private readonly elements = new Map<string, TreeElement>()
  private readonly ids = new WeakMap<TreeElement, string>()
  private count = 0

  constructor(private readonly phone: PhoneHost) {}

  describe(element: TreeElement): ElementDescription {
    const elementId = this.idOf(element)
    const tagName = this.tagOf(element)
    const isOurs = this.phone.tree.isComponent(element) && !this.phone.tree.isBuiltin(element)
    return {
      elementId,
      tagName,
      ...(isOurs ? { nodeId: elementId } : {}),
      ...(tagName === 'video' ? { videoId: element.id } : {}),
    }
  }

  /** As written in the template: `view`, `van-button`. */
  tagOf(element: TreeElement): string {
    const drawn = this.phone.tree.domOf(element)?.tagName
    const written = drawn ?? (element as { tagName?: string }).tagName ?? ''
    return written.toLowerCase().replace(/^wx-/, '')
  }

  /** @throws Error when the id was never handed out, or its page is closed. */
  find(elementId: string): TreeElement {
    const element = this.elements.get(elementId)
    if (element === undefined) throw new Error(`there is no element ${elementId}`)
    return element
  }

  private idOf(element: TreeElement): string {
    const known = this.ids.get(element)
    if (known !== undefined) return known
    this.count += 1
    const id = `element-${this.count}`
    this.ids.set(element, id)
    this.elements.set(id, element)
    return id
  }
}
