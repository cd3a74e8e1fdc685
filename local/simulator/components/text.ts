import { builtin } from '../runtime/builtin'

const spaces: Record<string, string> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' }

/** The only entities that WeChat's `decode` knows. */
const entities: Record<string, string> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
}

/** 文本:内嵌换行保留,连续空格按 `space`,实体按 `decode`。 */
export const text = builtin({
  tag: 'text',
  properties: { selectable: Boolean, userSelect: Boolean, space: String, decode: Boolean },
  style: `
wx-text { display: inline; white-space: pre-line; user-select: none }
wx-text[user-select], wx-text[selectable] { user-select: text }
wx-text[user-select] { display: inline-block }`,
  mount(host) {
    const shown = new WeakMap<Text, { source: string; result: string }>()
    const written = (source: string): string => {
      const space = spaces[host.props.space]
      const decoded = host.props.decode
        ? source.replace(/&(?:nbsp|lt|gt|amp|apos|ensp|emsp);/g, (entity) => entities[entity] ?? entity)
        : source
      return space ? decoded.replace(/ /g, space) : decoded
    }
    /** The framework goes on writing its own text nodes; each is rewritten in place before it is painted. */
    const rewrite = (): void => {
      for (const node of host.element.childNodes) {
        if (node.nodeType !== node.TEXT_NODE) continue
        const textNode = node as Text
        const known = shown.get(textNode)
        const source = known && known.result === textNode.data ? known.source : textNode.data
        const result = written(source)
        shown.set(textNode, { source, result })
        if (result !== textNode.data) textNode.data = result
      }
    }
    const observer = new host.window.MutationObserver(rewrite)
    return {
      attached: () => {
        observer.observe(host.element, { childList: true, characterData: true, subtree: true })
        rewrite()
      },
      detached: () => observer.disconnect(),
      update() {
        host.element.toggleAttribute('selectable', host.props.selectable)
        host.element.toggleAttribute('user-select', host.props.userSelect)
        rewrite()
      },
    }
  },
})
