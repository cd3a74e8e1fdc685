import type { IndexDeclaration } from './index-declaration'

/** An index as it stands in the store. */
export interface StoredIndex extends IndexDeclaration {
  /** Names its SQL objects; never used twice in a collection. */
  slot: number
  /**
   * Which key leads through an array; null while no stored document has one there. Such an index lives in a table of
   * its own (array-table.ts), a row per element.
   */
  arrayKey: number | null
}

/** A collection as it stands in the store: table `c<number>`, one key column per path of any index. */
export interface StoredCollection {
  number: number
  name: string
  paths: string[]
  /** Those of `paths` where some document had an array; their column is NULL in such documents. */
  arrayPaths: string[]
  indexes: StoredIndex[]
  /** The next free slot. */
  nextSlot: number
}

export function tableOf(collection: StoredCollection): string {
  return `c${collection.number}`
}

/** The column that holds a path's key; `_id` is always there. */
export function columnOf(collection: StoredCollection, path: string): string {
  return path === '_id' ? 'id' : `k${collection.paths.indexOf(path)}`
}

/** The index that every collection has. */
export const primaryIndex: StoredIndex = {
  name: '_id_',
  keys: [['_id', 1]],
  unique: true,
  slot: -1,
  arrayKey: null,
}

export function sqlIndexOf(collection: StoredCollection, index: StoredIndex): string {
  if (index === primaryIndex) return `i${collection.number}_id`
  return `i${collection.number}_${index.slot}`
}

/** Keys before the document, so that reading a key never touches the document's overflow pages. */
export function createTableSql(collection: StoredCollection): string {
  const keys = collection.paths.map((_, at) => `k${at}, `).join('')
  return `CREATE TABLE ${tableOf(collection)} (rid INTEGER PRIMARY KEY, id, ${keys}d TEXT NOT NULL)`
}

export function createIdIndexSql(collection: StoredCollection): string {
  return `CREATE UNIQUE INDEX i${collection.number}_id ON ${tableOf(collection)} (id)`
}

export function directionOf(direction: 1 | -1): 'ASC' | 'DESC' {
  return direction === 1 ? 'ASC' : 'DESC'
}

/** The statements that build an index of plain columns. */
export function createIndexSql(collection: StoredCollection, index: StoredIndex): string[] {
  const table = tableOf(collection)
  const name = sqlIndexOf(collection, index)
  const columns = index.keys.map(([path]) => columnOf(collection, path))
  const directed = columns.map((column, at) => `${column} ${directionOf(index.keys[at]![1])}`)
  const statements = [`CREATE INDEX ${name} ON ${table} (${directed.join(', ')})`]
  if (index.unique) {
    // SQLite holds NULLs apart; the platform counts missing as one value. The expression puts a value in their place.
    const solid = columns.map((column) => `ifnull(${column}, x'00')`).join(', ')
    const present = columns.map((column) => `${column} IS NOT NULL`).join(' OR ')
    const where = index.sparse ? ` WHERE ${present}` : ''
    statements.push(`CREATE UNIQUE INDEX ${name}_unique ON ${table} (${solid})${where}`)
  }
  return statements
}

export function dropIndexSql(collection: StoredCollection, index: StoredIndex): string[] {
  const name = sqlIndexOf(collection, index)
  return [`DROP INDEX IF EXISTS ${name}`, `DROP INDEX IF EXISTS ${name}_unique`]
}
