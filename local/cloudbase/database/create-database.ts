import type { ActionTable } from '../action'
import { canonical } from '../ejson/canonical'
import type { StrictObject } from '../ejson/strict'
import { fromValue, toValue, type ValueObject } from '../ejson/value'
import { find } from '../query/find'
import type { IndexDeclarations } from '../store/index-declaration'
import type { Key } from '../store/key'
import { columnOf, sqlIndexOf } from '../store/schema'
import { Store } from '../store/store'
import { addCollection } from './actions/add-collection'
import { aggregateDocuments } from './actions/aggregate-documents'
import { calculateDocument } from './actions/calculate-document'
import { getDocument } from './actions/get-document'
import { insertDocument, withId } from './actions/insert-document'
import { modifyAndReturnDoc, modifyDocument } from './actions/modify-document'
import { removeDocument } from './actions/remove-document'
import { abortTransaction, commitTransaction, startTransaction } from './actions/transaction'
import { Engine } from './engine'

export interface DatabaseOptions {
  /** Where the store lives; undefined keeps everything in memory. */
  dataDir?: string
  /** As `readIndexDeclarations` gives them. Declared collections are created. */
  indexes: IndexDeclarations
  /** The emulator's clock, milliseconds UTC; for the direct calls below, which have no action's time. */
  now?: () => number
}

/** The emulator's database: the SDK's actions, and a few direct calls for the stage itself. */
export interface Database {
  actions: ActionTable
  collections(): string[]
  /** Documents in plain values, in the order they were inserted. Dates come as Date. */
  dump(collection: string): Generator<ValueObject>
  /** Inserts many documents fast, building the indexes at the end. @returns how many. */
  fill(collection: string, documents: Iterable<ValueObject>): number
  /** Plain values in, plain values out; for the stage's own looks, unmetered. `filter` is a MongoDB query. */
  read(collection: string, filter?: ValueObject): ValueObject[]
  /**
   * The smallest number in a field, from an index that begins with it: the emulator's next wake.
   * @throws Error where no index begins with the field.
   */
  earliest(collection: string, field: string): number | undefined
  /** Removes all documents; collections and indexes stay. */
  wipe(): void
  close(): void
}

export function createDatabase({ dataDir, indexes, now = Date.now }: DatabaseOptions): Database {
  const store = new Store(dataDir, indexes)
  const engine = new Engine(store)
  return {
    actions: {
      'database.addCollection': addCollection(engine),
      'database.insertDocument': insertDocument(engine),
      'database.getDocument': getDocument(engine),
      'database.calculateDocument': calculateDocument(engine),
      'database.modifyDocument': modifyDocument(engine),
      'database.modifyAndReturnDoc': modifyAndReturnDoc(engine),
      'database.removeDocument': removeDocument(engine),
      'database.aggregateDocuments': aggregateDocuments(engine),
      'database.startTransaction': startTransaction(engine),
      'database.commitTransaction': commitTransaction(engine),
      'database.abortTransaction': abortTransaction(engine),
    },
    collections: () => store.names(),
    *dump(collection) {
      for (const { text } of store.collection(collection).all())
        yield toValue(JSON.parse(text)) as ValueObject
    },
    fill: (collection, documents) => store.fill(collection, strictDocuments(documents, now)),
    read(collection, filter = {}) {
      const request = { filter: fromValue(filter) as StrictObject, now: now() }
      const { found } = find(store.collection(collection), request)
      return found.map(({ text }) => toValue(JSON.parse(text)) as ValueObject)
    },
    earliest(collection, field) {
      const { stored, table, connection } = store.collection(collection)
      const index = stored.indexes.find(({ keys, arrayKey }) => keys[0]![0] === field && arrayKey === null)
      if (!index) throw new Error(`no index of ${collection} begins with ${field}`)
      const column = columnOf(stored, field)
      const sql = `SELECT min(${column}) FROM ${table} INDEXED BY ${sqlIndexOf(stored, index)} WHERE ${column} IS NOT NULL`
      const smallest: Key | undefined = connection.value(sql)
      return typeof smallest === 'number' ? smallest : undefined
    },
    wipe: () => store.wipe(),
    close: () => store.close(),
  }
}

function* strictDocuments(documents: Iterable<ValueObject>, now: () => number): Generator<StrictObject> {
  for (const document of documents) {
    yield withId(canonical(fromValue(document), now()) as StrictObject, now())
  }
}
