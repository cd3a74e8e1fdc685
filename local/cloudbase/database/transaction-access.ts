import type { Strict, StrictObject } from '../ejson/strict'
import { duplicateWrite } from '../errors'
import { compileFilter } from '../filter/compile'
import { type FindRequest, type FindResult, type Found } from '../query/find'
import { compareBy, sortValuesOf } from '../query/sort'
import type { Access } from './access'
import type { DirectAccess } from './direct-access'
import { storedText } from './stored-text'
import { idNameOf, type OpenTransaction, type TransactionLog } from './transaction-log'

/** Reads the database as it was when the transaction began, with the transaction's own writes on top. */
export class TransactionAccess implements Access {
  constructor(
    readonly direct: DirectAccess,
    readonly log: TransactionLog,
    readonly transaction: OpenTransaction,
  ) {}

  find(collection: string, request: FindRequest): FindResult {
    const own = this.#visible(collection)
    if (own.size === 0) return this.direct.find(collection, request)
    const { filter, sort = [], skip = 0, limit = Number.POSITIVE_INFINITY, now } = request
    const everywhere = this.direct.find(collection, { filter, sort, now })
    const unchanged = everywhere.found.map(read).filter(({ document }) => !own.has(idNameOf(document._id)))
    const matches = compileFilter(filter, now)
    const changed = [...own.values()].flatMap((text) => {
      if (text === null) return []
      const document = JSON.parse(text) as StrictObject
      return matches(document) ? [{ row: 0, text, document }] : []
    })
    const all = [...unchanged, ...changed].map((found) => ({
      found,
      values: sortValuesOf(found.document, sort),
    }))
    all.sort((a, b) => compareBy(sort, a.values, b.values))
    const found = all.slice(skip, skip + limit).map((entry) => entry.found)
    return { found, examined: everywhere.examined + changed.length, index: everywhere.index }
  }

  count(collection: string, filter: StrictObject, now: number) {
    const { found, examined, index } = this.find(collection, { filter, now })
    return { total: found.length, examined, index }
  }

  insert(collection: string, document: StrictObject): void {
    const id = document._id as Strict
    storedText(document)
    const present = this.find(collection, { filter: { _id: { $eq: id } }, limit: 1, now: 0 }).found.length > 0
    if (present) {
      this.log.close(this.transaction)
      throw duplicateWrite(collection, '_id_')
    }
    this.log.write(this.transaction, collection, id, document)
  }

  replace(collection: string, _found: Found, before: StrictObject, document: StrictObject): void {
    storedText(document)
    this.log.write(this.transaction, collection, before._id as Strict, document)
  }

  remove(collection: string, _found: Found, before: StrictObject): void {
    this.log.write(this.transaction, collection, before._id as Strict, null)
  }

  atomically<T>(work: () => T): T {
    return work()
  }

  /** Makes all writes take effect together. @throws CloudError DATABASE_DUPLICATE_WRITE for a unique index. */
  commit(): void {
    const { written } = this.transaction
    this.log.close(this.transaction)
    this.direct.atomically(() => {
      for (const [collection, documents] of written) {
        for (const { id, document } of documents.values()) this.direct.settle(collection, id, document)
      }
    })
  }

  /** Texts by id where this transaction sees something else than everybody does. */
  #visible(collection: string): Map<string, string | null> {
    const visible = this.log.pastOf(collection, this.transaction)
    for (const [name, { document }] of this.transaction.written.get(collection) ?? []) {
      visible.set(name, document && JSON.stringify(document))
    }
    return visible
  }
}

function read(found: Found): Found & { document: StrictObject } {
  return { ...found, document: found.document ?? (JSON.parse(found.text) as StrictObject) }
}
