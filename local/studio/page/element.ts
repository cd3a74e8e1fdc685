type Child = Node | string | null | undefined

type Properties<K extends keyof HTMLElementTagNameMap> = Partial<
  Omit<HTMLElementTagNameMap[K], 'style' | 'dataset' | 'children' | 'attributes'>
> & { attributes?: Record<string, string> }

/** Makes an element; absent children are left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { attributes = {}, ...properties }: Properties<K> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  Object.assign(made, properties)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.filter((child) => child !== null && child !== undefined))
  return made
}

/** Replaces what an element holds, but only when the text of `key` changed: a page redrawn each second must not flicker. */
export function redraw(holder: HTMLElement, key: string, draw: () => readonly Node[]): void {
  if (holder.dataset.drawn === key) return
  holder.dataset.drawn = key
  holder.replaceChildren(...draw())
}
