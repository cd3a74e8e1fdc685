import type { Element as TreeElement } from 'glass-easel'
import type { Automated } from './protocol'

/** The present values of an element's properties, by name; `id`, `class` and `style` belong to every element. */
export function properties(element: TreeElement, { phone }: Automated): Record<string, unknown> {
  const drawn = phone.tree.domOf(element)
  const common = {
    id: element.id,
    class: element.class,
    style: drawn?.getAttribute('style') ?? '',
    dataset: { ...(element.dataset as Record<string, unknown> | undefined) },
  }
  if (!phone.tree.isComponent(element)) return common
  const data = element.data as Record<string, unknown>
  const declared = phone.tree.isBuiltin(element)
    ? Object.keys(data)
    : element.getComponentDefinition().behavior.listProperties()
  return { ...common, ...Object.fromEntries(declared.map((name) => [name, data[name]])) }
}
