import { builtin } from '../runtime/builtin'

/** What WeChat's rich-text trusts; all else is left out. */
const tags = new Set(
  `a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em
  fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section small
  span strong sub sup table tbody td tfoot th thead tr tt u ul`.split(/\s+/),
)
const attributes: Record<string, readonly string[]> = {
  a: [],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  font: ['color', 'face', 'size'],
  img: ['alt', 'src', 'height', 'width'],
  ol: ['start', 'type'],
  table: ['width', 'border', 'cellpadding', 'cellspacing'],
  td: ['colspan', 'height', 'rowspan', 'width'],
  th: ['colspan', 'height', 'rowspan', 'width'],
  tr: ['colspan', 'height', 'rowspan', 'width'],
}
const spaces: Record<string, string> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' }

interface RichNode {
  readonly type?: string
  readonly name?: string
  readonly text?: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly children?: readonly RichNode[]
}

/** 富文本:字符串(HTML)或节点数组,只留下受信任的标签与属性。 */
export const richText = builtin({
  tag: 'rich-text',
  properties: {
    nodes: { type: null, value: [] },
    space: String,
    userSelect: Boolean,
    mode: String,
  },
  style: 'wx-rich-text { display: block } wx-rich-text img { max-width: none }',
  mount(host) {
    const { document } = host
    const words = (text: string) => {
      const space = spaces[host.props.space]
      return document.createTextNode(space ? text.replace(/ /g, space) : text)
    }
    const element = (
      name: string,
      read: (attribute: string) => unknown,
      children: readonly Node[],
    ): Node[] => {
      const tag = name.toLowerCase()
      if (!tags.has(tag)) return []
      const made = document.createElement(tag)
      for (const attribute of ['class', 'style', 'dir', 'role', 'aria-label', ...(attributes[tag] ?? [])]) {
        const value = read(attribute)
        if (value === undefined || value === null) continue
        if (attribute === 'src') {
          const path = String(value)
          // javascript: and the like are no pictures.
          if (/^(?!\w+:)|^(?:https?|data:image\/|cloud|wxfile|blob)/i.test(path)) {
            made.setAttribute('src', host.phone.resourceUrl(path, host.page))
          }
        } else {
          made.setAttribute(
            attribute,
            attribute === 'class' ? host.scopedClass(String(value)) : String(value),
          )
        }
      }
      made.append(...children)
      return [made]
    }
    const fromNode = (node: RichNode): Node[] =>
      node.type === 'text'
        ? [words(decoded(String(node.text ?? '')))]
        : element(node.name ?? '', (name) => node.attrs?.[name], (node.children ?? []).flatMap(fromNode))
    const fromHtml = (node: Node): Node[] => {
      if (node.nodeType === node.TEXT_NODE) return [words(node.textContent ?? '')]
      if (node.nodeType !== node.ELEMENT_NODE) return []
      const source = node as Element
      const children = [...source.childNodes].flatMap(fromHtml)
      return element(source.tagName, (name) => source.getAttribute(name), children)
    }
    /** A template's content runs no script and loads no picture. */
    const parse = (html: string): Node[] => {
      const template = document.createElement('template')
      template.innerHTML = html
      return [...template.content.childNodes].flatMap(fromHtml)
    }
    const decoded = (text: string): string => {
      const area = document.createElement('textarea')
      area.innerHTML = text
      return area.value
    }
    return {
      update() {
        const { nodes, userSelect } = host.props
        host.element.style.userSelect = userSelect ? 'text' : ''
        const drawn =
          typeof nodes === 'string' ? parse(nodes) : Array.isArray(nodes) ? nodes.flatMap(fromNode) : []
        host.element.replaceChildren(...drawn)
      },
    }
  },
})
