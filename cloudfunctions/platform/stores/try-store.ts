import { _, db, insertOnce } from '../cloud'

/** Counts one more try under a key that changes by the hour. @returns how many there were, this one included. */
export async function countTry(key: string, at: number): Promise<number> {
  if (await insertOnce('tries', { _id: key, count: 1, at })) return 1
  const result = (await db
    .collection('tries')
    .where({ _id: key })
    .updateAndReturn({ count: _.inc(1) })) as { doc: { count: number } }
  return result.doc.count
}
