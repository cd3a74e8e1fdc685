import type { MessageRow } from './labelled-rows'
import { shuffler } from './linear-svm'

const splits = 5

/**
 * Five splits. The column `fold` where it came with the rows; else drawn by chance, rows of a `group` (or of the same
 * beginning) together, since a message that is repeated in another split would be known already.
 */
export function foldsOf(rows: readonly MessageRow[]): number[] {
  if (rows.every(({ fold }) => fold !== undefined)) return rows.map(({ fold }) => fold!)
  const random = shuffler(7)
  const drawn = new Map<string, number>()
  return rows.map(({ group, subject, detail }) => {
    const key = group ?? `${subject}${detail}`.replace(/\s+/g, '').slice(0, 60)
    const fold = drawn.get(key) ?? Math.floor(random() * splits)
    drawn.set(key, fold)
    return fold
  })
}
