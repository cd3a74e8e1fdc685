/** Three characters tell a phrase; two would make strangers alike. */
const width = 3

/** Letters, digits and characters only, in one case and width: how the same text is typed twice. */
export const bareText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Every run of three characters of a bare text, each once; a shorter text is its own only shingle. */
export function shingles(bare: string): Set<string> {
  if (bare.length <= width) return new Set(bare === '' ? [] : [bare])
  const found = new Set<string>()
  for (let at = 0; at + width <= bare.length; at++) found.add(bare.slice(at, at + width))
  return found
}

/** Shared over all, 0 to 1. */
export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared++
  const all = one.size + other.size - shared
  return all === 0 ? 0 : shared / all
}

/** Shared over the smaller: 1 where one text is a part of the other. */
export function containment(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared++
  return small.size === 0 ? 0 : shared / small.size
}
