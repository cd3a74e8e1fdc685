import type { StrictObject } from '../ejson/strict'
import { collectionExists, collectionMissing, invalidParam } from '../errors'
import { arrayTableOf, buildFromDocuments } from './array-table'
import { BulkLoad } from './bulk-load'
import { Collection } from './collection'
import { Connection, scan } from './connection'
import { documentKeys } from './document-keys'
import type { IndexDeclaration, IndexDeclarations } from './index-declaration'
import {
  createIdIndexSql,
  createIndexSql,
  createTableSql,
  dropIndexSql,
  tableOf,
  type StoredCollection,
  type StoredIndex,
} from './schema'

const COLLECTION_NAME = /^[A-Za-z0-9_-]{1,64}$/

/** The collections of one environment, in one database file. */
export class Store {
  readonly connection: Connection
  readonly #collections = new Map<string, Collection>()
  readonly #declarations: IndexDeclarations

  /**
   * Opens the store and brings its indexes to what is declared: new ones are built, gone ones dropped.
   * @param directory undefined keeps everything in memory.
   */
  constructor(directory: string | undefined, declarations: IndexDeclarations) {
    this.connection = new Connection(directory)
    this.connection.onRollback = () => this.#load()
    this.#declarations = declarations
    this.connection.execute(
      'CREATE TABLE IF NOT EXISTS collections (number INTEGER PRIMARY KEY, schema TEXT NOT NULL)',
    )
    this.#load()
    for (const [name, indexes] of Object.entries(declarations)) {
      if (this.#collections.has(name)) this.#bringUpToDate(this.collection(name), indexes)
      else this.create(name)
    }
  }

  /** @throws CloudError DATABASE_COLLECTION_NOT_EXIST. */
  collection(name: unknown): Collection {
    if (typeof name !== 'string') throw invalidParam('collectionName must be a string')
    const collection = this.#collections.get(name)
    if (!collection) throw collectionMissing(name)
    return collection
  }

  names(): string[] {
    return [...this.#collections.keys()]
  }

  /** @throws CloudError DATABASE_COLLECTION_ALREADY_EXIST. */
  create(name: string): Collection {
    if (!COLLECTION_NAME.test(name)) throw invalidParam('the name of the collection is not allowed')
    if (this.#collections.has(name)) throw collectionExists(name)
    return this.connection.atomically(() => {
      const number = Number(this.connection.value('SELECT ifnull(max(number), 0) + 1 FROM collections'))
      const declared = this.#declarations[name] ?? []
      const stored = { number, name, paths: pathsOf(declared), arrayPaths: [], indexes: [], nextSlot: 0 }
      this.connection.execute(createTableSql(stored))
      this.connection.execute(createIdIndexSql(stored))
      const collection = this.#adopt(stored)
      for (const declaration of declared) this.#buildIndex(stored, declaration)
      this.#save(stored)
      return collection
    })
  }

  /** Empties all collections; indexes and collections stay. */
  wipe(): void {
    this.connection.atomically(() => {
      for (const { stored } of this.#collections.values()) {
        this.connection.execute(`DELETE FROM ${tableOf(stored)}`)
        for (const index of stored.indexes) {
          if (index.arrayKey !== null) this.connection.execute(`DELETE FROM ${arrayTableOf(stored, index)}`)
        }
      }
    })
  }

  /**
   * Inserts many documents fast: without indexes, which are built at the end. Each batch is committed; when the
   * process dies in between, the next start builds the indexes over what is there.
   * @throws CloudError DATABASE_DUPLICATE_WRITE; the batches before stay.
   */
  fill(name: string, documents: Iterable<StrictObject>): number {
    const { stored } = this.collection(name)
    const declared = [...stored.indexes]
    this.connection.atomically(() => {
      for (const index of declared) this.#dropIndex(stored, index)
      this.#save(stored)
    })
    try {
      const load = new BulkLoad(this.connection, stored, declared)
      const count = load.run(documents)
      this.connection.atomically(() => {
        for (const index of declared) if (!load.build(index)) this.#buildIndex(stored, index)
        this.#save(stored)
      })
      return count
    } catch (error) {
      this.#bringUpToDate(this.collection(name), declared)
      throw error
    }
  }

  close(): void {
    this.connection.close()
  }

  #load(): void {
    this.#collections.clear()
    this.connection.forgetStatements()
    for (const [schema] of this.connection.all('SELECT schema FROM collections ORDER BY number')) {
      this.#adopt(JSON.parse(schema as string) as StoredCollection)
    }
  }

  #adopt(stored: StoredCollection): Collection {
    const collection = new Collection(this.connection, stored, () => this.#save(stored))
    this.#collections.set(stored.name, collection)
    return collection
  }

  #save(stored: StoredCollection): void {
    this.connection.run('INSERT OR REPLACE INTO collections VALUES (?, ?)', [
      stored.number,
      JSON.stringify(stored),
    ])
    this.connection.forgetStatements()
  }

  #bringUpToDate({ stored }: Collection, declared: readonly IndexDeclaration[]): void {
    const gone = stored.indexes.filter((index) => !declared.some((declaration) => same(declaration, index)))
    const missing = declared.filter(
      (declaration) => !stored.indexes.some((index) => same(declaration, index)),
    )
    if (gone.length === 0 && missing.length === 0) return
    this.connection.atomically(() => {
      for (const index of gone) this.#dropIndex(stored, index)
      const paths = pathsOf(missing).filter((path) => !stored.paths.includes(path))
      if (paths.length > 0) this.#addPaths(stored, paths)
      for (const declaration of missing) this.#buildIndex(stored, declaration)
      this.#save(stored)
    })
  }

  /** New key columns go before the document, so the table is written anew. */
  #addPaths(stored: StoredCollection, paths: string[]): void {
    const table = tableOf(stored)
    const plain = stored.indexes.filter(({ arrayKey }) => arrayKey === null)
    for (const index of plain) for (const sql of dropIndexSql(stored, index)) this.connection.execute(sql)
    this.connection.execute(`DROP INDEX i${stored.number}_id`)
    this.connection.execute(`ALTER TABLE ${table} RENAME TO old_${table}`)
    stored.paths.push(...paths)
    this.connection.execute(createTableSql(stored))
    this.connection.forgetStatements()
    const sql = `INSERT INTO ${table} VALUES (?, ?, ${'?, '.repeat(stored.paths.length)}?)`
    const arrayPaths = new Set(stored.arrayPaths)
    for (const { row, text } of scan(this.connection, `old_${table}`)) {
      const keys = documentKeys(stored, JSON.parse(text) as StrictObject)
      for (const path of keys.arrays.keys()) arrayPaths.add(path)
      this.connection.run(sql, [row, keys.id, ...keys.columns, text])
    }
    stored.arrayPaths = [...arrayPaths]
    this.connection.forgetStatements()
    this.connection.execute(`DROP TABLE old_${table}`)
    this.connection.execute(createIdIndexSql(stored))
    for (const index of plain) for (const sql of createIndexSql(stored, index)) this.connection.execute(sql)
  }

  #buildIndex(stored: StoredCollection, declaration: IndexDeclaration): void {
    const { name, keys, unique = false, sparse = false } = declaration
    const arrayKeys = keys.flatMap(([path], at) => (stored.arrayPaths.includes(path) ? [at] : []))
    if (arrayKeys.length > 1) throw new Error(`indexes: ${stored.name}.${name} leads through two arrays`)
    const arrayKey = arrayKeys[0] ?? null
    const index: StoredIndex = { name, keys, unique, sparse, slot: stored.nextSlot++, arrayKey }
    if (arrayKey !== null) buildFromDocuments(this.connection, stored, index)
    else for (const sql of createIndexSql(stored, index)) this.connection.execute(sql)
    stored.indexes.push(index)
  }

  #dropIndex(stored: StoredCollection, index: StoredIndex): void {
    if (index.arrayKey !== null) this.connection.execute(`DROP TABLE ${arrayTableOf(stored, index)}`)
    else for (const sql of dropIndexSql(stored, index)) this.connection.execute(sql)
    stored.indexes = stored.indexes.filter((other) => other !== index)
  }
}

function pathsOf(declared: readonly IndexDeclaration[]): string[] {
  const paths = declared.flatMap(({ keys }) => keys.map(([path]) => path)).filter((path) => path !== '_id')
  return [...new Set(paths)]
}

function same(declaration: IndexDeclaration, index: StoredIndex): boolean {
  const text = ({ name, keys, unique = false, sparse = false }: IndexDeclaration) =>
    JSON.stringify([name, keys, unique, sparse])
  return text(declaration) === text(index)
}
