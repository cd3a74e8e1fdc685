/** A ticket keeps at most so many, the earliest of the text first. */
const termsMost = 200

/** Bigrams of the Chinese and whole Latin words and numbers of a text: what search looks up in one multikey index. */
export function termsOf(text: string): string[] {
  const terms = new Set<string>()
  for (const run of text.toLowerCase().match(/[\p{Script=Han}]+|[\p{L}\p{N}]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) terms.add(run.slice(0, 20))
    else if (run.length === 1) terms.add(run)
    else for (let i = 0; i + 2 <= run.length; i++) terms.add(run.slice(i, i + 2))
    if (terms.size >= termsMost) break
  }
  return [...terms].slice(0, termsMost)
}
