import type { Strict, StrictObject } from '../ejson/strict'
import { requestFailed } from '../errors'
import { indexKeysAt } from '../filter/path'
import { keyOf, type Key } from './key'
import type { StoredCollection, StoredIndex } from './schema'

/** All that the indexes of a collection hold of one document. */
export interface DocumentKeys {
  id: Key
  /** One per path of the collection; null where the path leads through an array. */
  columns: Key[]
  /** The keys of each path that leads through an array, without repeats. */
  arrays: Map<string, Key[]>
}

export function documentKeys(collection: StoredCollection, document: StrictObject): DocumentKeys {
  const arrays = new Map<string, Key[]>()
  const columns = collection.paths.map((path) => {
    const { values, array } = indexKeysAt(document, path)
    if (!array) return keyOf(values[0])
    arrays.set(path, distinct(values))
    return null
  })
  return { id: keyOf(document._id as Strict), columns, arrays }
}

function distinct(values: (Strict | undefined)[]): Key[] {
  const seen = new Map<string, Key>()
  for (const value of values) {
    const key = keyOf(value)
    seen.set(Buffer.isBuffer(key) ? `b${key.toString('hex')}` : `${typeof key}${String(key)}`, key)
  }
  return [...seen.values()]
}

/**
 * The rows of an index that lives in an array table: one per element, missing values as minus infinity.
 */
export function arrayRows(collection: StoredCollection, index: StoredIndex, keys: DocumentKeys): Key[][] {
  let rows: Key[][] = [[]]
  for (const [path] of index.keys) {
    const elements = keys.arrays.get(path) ?? [keyAt(collection, keys, path)]
    rows = elements.flatMap((key) => rows.map((row) => [...row, key ?? Number.NEGATIVE_INFINITY]))
  }
  return rows
}

/** Which key of an index leads through an array in this document; null for none. */
export function arrayKeyOf(index: StoredIndex, keys: DocumentKeys): number | null {
  const through = index.keys.flatMap(([path], at) => (keys.arrays.has(path) ? [at] : []))
  if (
    through.length > 1 ||
    (through.length === 1 && index.arrayKey !== null && index.arrayKey !== through[0])
  ) {
    throw requestFailed(`cannot index parallel arrays (index ${index.name})`)
  }
  return through[0] ?? null
}

function keyAt(collection: StoredCollection, keys: DocumentKeys, path: string): Key {
  return path === '_id' ? keys.id : keys.columns[collection.paths.indexOf(path)]!
}

export function sameKey(a: Key, b: Key): boolean {
  return Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : a === b
}
