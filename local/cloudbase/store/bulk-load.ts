import type { StrictObject } from '../ejson/strict'
import { duplicateWrite } from '../errors'
import { buildFromTable, selectColumns } from './array-table'
import { brokenUniqueIndex, type Connection } from './connection'
import { arrayKeyOf, arrayRows, documentKeys, type DocumentKeys } from './document-keys'
import type { Key } from './key'
import { tableOf, type StoredCollection, type StoredIndex } from './schema'

/** Documents a commit. */
const COMMIT_EVERY = 20_000

const ROWS_A_STATEMENT = 200

/** Rows of an index through an array, on their way to its table. */
interface Gathered {
  table: string
  index: StoredIndex
  /** Keys and row numbers, row after row. */
  waiting: Key[]
}

/**
 * Fills a collection whose indexes were dropped. Rows of indexes through arrays are gathered in a plain table, to be
 * sorted once at the end: inserted one by one, they would land all over a tree that does not fit the cache.
 */
export class BulkLoad {
  readonly #gathered = new Map<StoredIndex, Gathered>()
  readonly #startedEmpty: boolean

  constructor(
    readonly connection: Connection,
    readonly stored: StoredCollection,
    readonly dropped: readonly StoredIndex[],
  ) {
    this.#startedEmpty = connection.value(`SELECT 1 FROM ${tableOf(stored)} LIMIT 1`) === undefined
  }

  run(documents: Iterable<StrictObject>): number {
    let count = 0
    const source = documents[Symbol.iterator]()
    for (let done = false; !done;) {
      this.connection.atomically(() => {
        for (let i = 0; i < COMMIT_EVERY; i++) {
          const next = source.next()
          if (next.done) {
            for (const gathered of this.#gathered.values()) this.#flush(gathered, 1)
            done = true
            return
          }
          this.#insert(next.value)
          count++
        }
      })
    }
    return count
  }

  /** @returns whether the index was built from gathered rows; otherwise the caller builds it from the columns. */
  build(index: StoredIndex): boolean {
    const gathered = this.#gathered.get(index)
    if (!gathered) return false
    buildFromTable(this.connection, this.stored, gathered.index, gathered.table)
    this.connection.execute(`DROP TABLE ${gathered.table}`)
    this.stored.indexes.push(gathered.index)
    return true
  }

  #insert(document: StrictObject): void {
    const keys = documentKeys(this.stored, document)
    const sql = `INSERT INTO ${tableOf(this.stored)} VALUES (NULL, ?, ${'?, '.repeat(keys.columns.length)}?)`
    let row: number
    try {
      row = this.connection.run(sql, [keys.id, ...keys.columns, JSON.stringify(document)])
    } catch (error) {
      if (brokenUniqueIndex(error) === undefined) throw error
      throw duplicateWrite(this.stored.name, '_id_')
    }
    if (keys.arrays.size > 0) this.#noticeArrays(keys, row)
    for (const gathered of this.#gathered.values()) {
      for (const entry of arrayRows(this.stored, gathered.index, keys)) gathered.waiting.push(...entry, row)
      this.#flush(gathered, ROWS_A_STATEMENT)
    }
  }

  /** Writes waiting rows in statements of the given size, as long as there are enough. */
  #flush(gathered: Gathered, rows: number): void {
    const width = gathered.index.keys.length + 1
    const { table, waiting } = gathered
    const row = `(${'?, '.repeat(width - 1)}?)`
    const sql = `INSERT INTO ${table} VALUES ${Array<string>(rows).fill(row).join(', ')}`
    let at = 0
    for (; waiting.length - at >= rows * width; at += rows * width) {
      this.connection.run(sql, waiting.slice(at, at + rows * width))
    }
    if (at > 0) gathered.waiting = waiting.slice(at)
  }

  #noticeArrays(keys: DocumentKeys, row: number): void {
    for (const path of keys.arrays.keys()) {
      if (!this.stored.arrayPaths.includes(path)) this.stored.arrayPaths.push(path)
    }
    // Documents that were there before may have arrays that no column holds: then the index is built by reading all.
    if (!this.#startedEmpty) return
    for (const declared of this.dropped) {
      if (this.#gathered.has(declared)) continue
      const arrayKey = arrayKeyOf({ ...declared, arrayKey: null }, keys)
      if (arrayKey === null) continue
      const index = { ...declared, arrayKey, slot: this.stored.nextSlot++ }
      const table = `b${this.stored.number}_${index.slot}`
      const columns = index.keys.map((_, at) => `k${at}`).join(', ')
      this.connection.execute(`CREATE TEMP TABLE ${table} (${columns}, rid)`)
      this.connection.execute(`INSERT INTO ${table} ${selectColumns(this.stored, index)} WHERE rid < ${row}`)
      this.#gathered.set(declared, { table, index, waiting: [] })
    }
  }
}
