import type { Element as TreeElement } from 'glass-easel'

/** Names that XPath itself uses where a step could stand. */
const reserved = new Set(['and', 'or', 'div', 'mod'])

/** Tags stand in the page as `wx-view`; in a query people write `view`. Quoted texts stay as they are. */
export function pageTags(xpath: string): string {
  return xpath.replace(
    /"[^"]*"|'[^']*'|(?<![\w@$.-])([a-zA-Z][\w-]*)(?![\w-]*\s*\(|\s*::|[\w-])/g,
    (whole, name: string | undefined) =>
      name === undefined || reserved.has(name) || name.startsWith('wx-') ? whole : `wx-${name}`,
  )
}

/** Elements by XPath, in the order of the page; what is drawn inside a built-in counts as the built-in. */
export function byXpath(document: Document, xpath: string): TreeElement[] {
  const found = document.evaluate(
    pageTags(xpath),
    document.body,
    null,
    XPathResult.ORDERED_NODE_SNAPSHOT_TYPE,
    null,
  )
  const nodes = Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index))
  const elements = nodes.flatMap((node) => (node as { __wxElement?: TreeElement } | null)?.__wxElement ?? [])
  return [...new Set(elements)]
}
