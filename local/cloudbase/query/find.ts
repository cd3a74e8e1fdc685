import type { StrictObject } from '../ejson/strict'
import { compileFilter } from '../filter/compile'
import type { DocumentTest } from '../filter/predicate'
import type { Collection } from '../store/collection'
import type { StoredDocument } from '../store/connection'
import type { IndexScan } from './index-scan'
import { distanceOf, nearOf } from './near'
import { indexOf, planQuery, type Plan } from './plan'
import { compareBy, sortValuesOf, type Sort, type SortValues } from './sort'

export interface FindRequest {
  filter: StrictObject
  sort?: Sort
  skip?: number
  /** Infinity for all. */
  limit?: number
  /** The emulator's clock, milliseconds UTC. */
  now: number
}

/** A document that was found; `document` is there where the filter or the order had to look into it. */
export interface Found extends StoredDocument {
  document?: StrictObject
}

export interface FindResult {
  found: Found[]
  /** Documents that were looked at. */
  examined: number
  /** null when all documents were scanned. */
  index: string | null
}

/** Finds documents through the best index there is, with MongoDB's semantics. */
export function find(collection: Collection, request: FindRequest): FindResult {
  const { filter, sort = [], skip = 0, limit = Number.POSITIVE_INFINITY, now } = request
  const near = sort.length === 0 ? nearOf(filter) : undefined
  if (!near) return findInOrder(collection, { filter, sort, skip, limit, now })
  const all = findInOrder(collection, { filter, sort, skip: 0, limit: Number.POSITIVE_INFINITY, now })
  const measured = all.found.map((match) => ({ match, metres: distanceOf(match.document!, near) }))
  measured.sort((a, b) => a.metres - b.metres)
  return { ...all, found: measured.slice(skip, skip + limit).map(({ match }) => match) }
}

function findInOrder(
  collection: Collection,
  { filter, sort, skip, limit, now }: Required<FindRequest>,
): FindResult {
  const matches = compileFilter(filter, now)
  const wanted = skip + limit
  const plan = planQuery(collection, { filter, sort, wanted })
  const candidates = new Candidates(collection, plan, matches, sort, wanted)
  const found: Found[] = []
  if (!candidates.inOrder) {
    found.push(...sortedMatches(candidates.matching(), sort, wanted).slice(skip))
  } else if (limit > 0) {
    let passed = 0
    for (const match of candidates.matching()) {
      if (passed++ >= skip) found.push(match)
      if (passed >= wanted) break
    }
  }
  return { found, examined: candidates.examined, index: indexOf(plan) }
}

/** Counts without reading documents where the index says it all. */
export function count(
  collection: Collection,
  filter: StrictObject,
  now: number,
): { total: number; examined: number; index: string | null } {
  const matches = compileFilter(filter, now)
  if (Object.keys(filter).length === 0) {
    const total = Number(collection.connection.value(`SELECT count(*) FROM ${collection.table}`))
    return { total, examined: 0, index: '_id_' }
  }
  const plan = planQuery(collection, { filter, sort: [], wanted: Number.POSITIVE_INFINITY })
  if (plan.kind === 'index' && plan.exact) {
    const total = plan.scan.count(collection.connection, Number.MAX_SAFE_INTEGER)
    return { total, examined: 0, index: indexOf(plan) }
  }
  const candidates = new Candidates(collection, plan, matches, [], Number.POSITIVE_INFINITY)
  let total = 0
  for (const _ of candidates.matching()) total++
  return { total, examined: candidates.examined, index: indexOf(plan) }
}

/** The documents a plan leads to, tested one by one and counted. */
class Candidates {
  examined = 0
  readonly inOrder: boolean

  constructor(
    readonly collection: Collection,
    readonly plan: Plan,
    readonly matches: DocumentTest,
    readonly sort: Sort,
    readonly wanted: number,
  ) {
    this.inOrder =
      sort.length === 0 ||
      (plan.kind === 'index' && plan.scan.sorted) ||
      (plan.kind === 'union' && plan.sorted)
  }

  *matching(): Generator<Found> {
    const { plan } = this
    if (plan.kind === 'union') {
      yield* plan.sorted ? this.#merged(plan.branches) : this.#united(plan.branches)
      return
    }
    yield* this.#test(this.#read(plan), plan.kind !== 'scan' && plan.exact)
  }

  *#test(documents: Iterable<StoredDocument>, exact: boolean): Generator<Found> {
    for (const stored of documents) {
      this.examined++
      if (exact && this.inOrder) {
        yield stored
        continue
      }
      const document = JSON.parse(stored.text) as StrictObject
      if (exact || this.matches(document)) yield { ...stored, document }
    }
  }

  #read(plan: Exclude<Plan, { kind: 'union' }>): Iterable<StoredDocument> {
    switch (plan.kind) {
      case 'scan':
        return this.collection.all()
      case 'id':
        return [...new Set(plan.keys)].flatMap((key) => this.collection.byId(key) ?? [])
      case 'index':
        return this.#walk(plan.scan)
    }
  }

  /** Reads as few rows as the wanted number of documents may need, then ever longer stretches. */
  *#walk(scan: IndexScan): Generator<StoredDocument> {
    const { connection } = this.collection
    if (!this.inOrder || !Number.isFinite(this.wanted)) {
      yield* this.collection.byRows(scan.rows(connection, Number.POSITIVE_INFINITY, 0))
      return
    }
    for (let offset = 0, size = Math.max(this.wanted, 1); ; offset += size, size *= 2) {
      const rows = scan.rows(connection, size, offset)
      yield* this.collection.byRows(rows)
      if (rows.length < size) return
    }
  }

  /** The branches of an `$or` one after the other, each document once. */
  *#united(branches: Exclude<Plan, { kind: 'scan' | 'union' }>[]): Generator<Found> {
    const seen = new Set<number>()
    for (const branch of branches) {
      for (const found of this.#test(this.#read(branch), false)) {
        if (seen.has(found.row)) continue
        seen.add(found.row)
        yield found
      }
    }
  }

  /** Branches that each come in order, merged into one order. */
  *#merged(branches: Exclude<Plan, { kind: 'scan' | 'union' }>[]): Generator<Found> {
    const seen = new Set<number>()
    const heads = branches.map((branch) => {
      const source = this.#test(this.#read(branch), false)
      return { source, head: this.#next(source) }
    })
    for (;;) {
      const open = heads.filter(({ head }) => head !== undefined)
      if (open.length === 0) return
      const first = open.reduce((a, b) => (compareBy(this.sort, b.head!.values, a.head!.values) < 0 ? b : a))
      const { found } = first.head!
      first.head = this.#next(first.source)
      if (seen.has(found.row)) continue
      seen.add(found.row)
      yield found
    }
  }

  #next(source: Generator<Found>): { found: Found; values: SortValues } | undefined {
    const { done, value } = source.next()
    if (done) return undefined
    return { found: value, values: sortValuesOf(value.document!, this.sort) }
  }
}

/** Keeps no more than is wanted, so that sorting a large collection does not hold all of it. */
function sortedMatches(matching: Iterable<Found>, sort: Sort, wanted: number): Found[] {
  let kept: { found: Found; values: SortValues }[] = []
  const shrink = () => {
    kept.sort((a, b) => compareBy(sort, a.values, b.values))
    if (kept.length > wanted) kept = kept.slice(0, wanted)
  }
  for (const found of matching) {
    kept.push({ found, values: sortValuesOf(found.document!, sort) })
    if (kept.length >= 2 * wanted + 1000) shrink()
  }
  shrink()
  return kept.map(({ found }) => found)
}
