import type { DirectoryIndex } from '../domain/routing/index-directory'

/** Names of every department, post, area and service whose id stands anywhere in an answer, so that a page needs no second call. */
export function nameAll(answer: unknown, index: DirectoryIndex): Record<string, string> {
  const names: Record<string, string> = {}
  visit(answer, (text) => {
    const name =
      index.departments.get(text)?.name ??
      index.areas.get(text)?.name ??
      index.services.get(text)?.name ??
      index.posts.get(text)?.title
    if (name !== undefined) names[text] = name
  })
  return names
}

function visit(value: unknown, seen: (text: string) => void) {
  if (typeof value === 'string') seen(value)
  else if (Array.isArray(value)) for (const one of value) visit(one, seen)
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) visit(one, seen)
}
