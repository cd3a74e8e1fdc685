/**
 * The framework puts the scope of a template before the ids written in it (`3aad2a75--title`); this finds the first
 * element of an id in any of them.
 */
export function byId(root: ParentNode, id: string): Element | null {
  const name = CSS.escape(id)
  return root.querySelector(`[id="${name}"], [id$="--${name}"]`)
}
