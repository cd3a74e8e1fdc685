import type { StrictObject } from '../ejson/strict'
import type { FindRequest, FindResult, Found } from '../query/find'

/** What an action does with documents: directly, or inside a transaction. */
export interface Access {
  find(collection: string, request: FindRequest): FindResult
  count(
    collection: string,
    filter: StrictObject,
    now: number,
  ): { total: number; examined: number; index: string | null }
  /** @throws CloudError DATABASE_DUPLICATE_WRITE. */
  insert(collection: string, document: StrictObject): void
  /** @param before the document as it was found, unchanged. */
  replace(collection: string, found: Found, before: StrictObject, document: StrictObject): void
  remove(collection: string, found: Found, before: StrictObject): void
  /** All or nothing. */
  atomically<T>(work: () => T): T
}

/** A document that an unfinished transaction has written: the write must wait for its end. */
export class Locked extends Error {
  constructor(readonly until: Promise<void>) {
    super('the document is held by a transaction')
  }
}
