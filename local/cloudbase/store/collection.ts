import type { StrictObject } from '../ejson/strict'
import { duplicateWrite } from '../errors'
import { buildFromColumns, deleteRows, insertRows, replaceRows } from './array-table'
import { BATCH, brokenUniqueIndex, scan, type Connection, type StoredDocument } from './connection'
import { arrayKeyOf, documentKeys, sameKey, type DocumentKeys } from './document-keys'
import type { Key } from './key'
import { dropIndexSql, tableOf, type StoredCollection, type StoredIndex } from './schema'

/** The documents of one collection and the keys of its indexes. Writes join the connection's transaction. */
export class Collection {
  constructor(
    readonly connection: Connection,
    readonly stored: StoredCollection,
    readonly saveSchema: () => void,
  ) {}

  get name(): string {
    return this.stored.name
  }

  get table(): string {
    return tableOf(this.stored)
  }

  /** @throws CloudError DATABASE_DUPLICATE_WRITE; DATABASE_REQUEST_FAILED for two arrays under one index. */
  insert(document: StrictObject, text: string): void {
    const keys = this.keysOf(document)
    this.#noticeArrays(keys)
    const marks = '?, '.repeat(keys.columns.length)
    this.#unique(() => {
      const row = this.connection.run(`INSERT INTO ${this.table} VALUES (NULL, ?, ${marks}?)`, [
        keys.id,
        ...keys.columns,
        text,
      ])
      for (const index of this.#arrayIndexes()) insertRows(this.connection, this.stored, index, row, keys)
    })
  }

  /**
   * Only the keys that changed are written.
   * @param before `keysOf` the document as it was.
   * @throws CloudError as `insert`.
   */
  update(row: number, before: DocumentKeys, document: StrictObject, text: string): void {
    const keys = this.keysOf(document)
    this.#noticeArrays(keys)
    const changed = keys.columns.flatMap((key, at) => (sameKey(key, before.columns[at]!) ? [] : [at]))
    const assignments = ['d = ?', ...changed.map((at) => `k${at} = ?`)].join(', ')
    this.#unique(() => {
      this.connection.run(`UPDATE ${this.table} SET ${assignments} WHERE rid = ?`, [
        text,
        ...changed.map((at) => keys.columns[at]!),
        row,
      ])
      for (const index of this.#arrayIndexes()) {
        replaceRows(this.connection, this.stored, index, row, before, keys)
      }
    })
  }

  remove(row: number, before: DocumentKeys): void {
    this.connection.run(`DELETE FROM ${this.table} WHERE rid = ?`, [row])
    for (const index of this.#arrayIndexes()) deleteRows(this.connection, this.stored, index, row, before)
  }

  keysOf(document: StrictObject): DocumentKeys {
    return documentKeys(this.stored, document)
  }

  byId(id: Key): StoredDocument | undefined {
    const found = this.connection.all(`SELECT rid, d FROM ${this.table} WHERE id = ?`, [id])[0]
    return found && { row: Number(found[0]), text: found[1] as string }
  }

  /** The documents of the given rows, in the given order. */
  *byRows(rows: readonly number[]): Generator<StoredDocument> {
    const sql = `SELECT rid, d FROM ${this.table} WHERE rid IN (SELECT value FROM json_each(?))`
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch = rows.slice(at, at + BATCH)
      const found = this.connection.all(sql, [`[${batch.join(',')}]`])
      const texts = new Map(found.map(([row, text]) => [Number(row), text as string]))
      for (const row of batch) yield { row, text: texts.get(row)! }
    }
  }

  /** All documents in the order they were inserted. */
  all(): Generator<StoredDocument> {
    return scan(this.connection, this.table)
  }

  #arrayIndexes(): StoredIndex[] {
    return this.stored.indexes.filter(({ arrayKey }) => arrayKey !== null)
  }

  /** The first array under an index moves it to a table of its own, with a row per element. */
  #noticeArrays(keys: DocumentKeys): void {
    if (keys.arrays.size === 0) return
    let changed = false
    for (const index of this.stored.indexes) {
      const arrayKey = arrayKeyOf(index, keys)
      if (arrayKey === null || index.arrayKey !== null) continue
      for (const sql of dropIndexSql(this.stored, index)) this.connection.execute(sql)
      index.arrayKey = arrayKey
      buildFromColumns(this.connection, this.stored, index)
      changed = true
    }
    for (const path of keys.arrays.keys()) {
      if (this.stored.arrayPaths.includes(path)) continue
      this.stored.arrayPaths.push(path)
      changed = true
    }
    if (changed) this.saveSchema()
  }

  #unique(write: () => void): void {
    try {
      write()
    } catch (error) {
      const broken = brokenUniqueIndex(error)
      if (broken === undefined) throw error
      throw duplicateWrite(this.name, this.#indexNamed(broken))
    }
  }

  /** SQLite says `c1.id` for the ids, `index 'i1_3_unique'` for columns, `m1_3.k0` for an array table. */
  #indexNamed(broken: string): string {
    const slot = /[im]\d+_(\d+)/.exec(broken)?.[1]
    return this.stored.indexes.find((index) => index.slot === Number(slot))?.name ?? '_id_'
  }
}
