import type { Strict, StrictObject } from '../ejson/strict'
import { count, find, type FindRequest, type FindResult, type Found } from '../query/find'
import { keyOf } from '../store/key'
import type { Store } from '../store/store'
import type { Access } from './access'
import { storedText } from './stored-text'
import { idNameOf, type TransactionLog } from './transaction-log'

/** Reads and writes that take effect at once. */
export class DirectAccess implements Access {
  constructor(
    readonly store: Store,
    readonly log: TransactionLog,
  ) {}

  find(collection: string, request: FindRequest): FindResult {
    return find(this.store.collection(collection), request)
  }

  count(collection: string, filter: StrictObject, now: number) {
    return count(this.store.collection(collection), filter, now)
  }

  insert(collection: string, document: StrictObject): void {
    const text = storedText(document)
    this.log.assertFree(collection, idNameOf(document._id))
    this.store.collection(collection).insert(document, text)
    this.log.record(collection, idNameOf(document._id), null)
  }

  replace(collection: string, found: Found, before: StrictObject, document: StrictObject): void {
    this.log.assertFree(collection, idNameOf(before._id))
    const target = this.store.collection(collection)
    target.update(found.row, target.keysOf(before), document, storedText(document))
    this.log.record(collection, idNameOf(before._id), found.text)
  }

  remove(collection: string, found: Found, before: StrictObject): void {
    this.log.assertFree(collection, idNameOf(before._id))
    const target = this.store.collection(collection)
    target.remove(found.row, target.keysOf(before))
    this.log.record(collection, idNameOf(before._id), found.text)
  }

  /** A transaction's documents, at its end. */
  settle(collection: string, id: Strict, document: StrictObject | null): void {
    const target = this.store.collection(collection)
    const found = target.byId(keyOf(id))
    if (found) {
      const before = target.keysOf(JSON.parse(found.text) as StrictObject)
      if (document) target.update(found.row, before, document, storedText(document))
      else target.remove(found.row, before)
    } else if (document) {
      target.insert(document, storedText(document))
    }
    this.log.record(collection, idNameOf(id), found?.text ?? null)
  }

  atomically<T>(work: () => T): T {
    return this.store.connection.atomically(work)
  }
}
