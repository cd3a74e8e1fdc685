import { isDocument, type StrictObject } from '../ejson/strict'
import type { Collection } from '../store/collection'
import type { Key } from '../store/key'

import { primaryIndex } from '../store/schema'
import { constraintsOf, type Constraint, type Constraints } from './constraint'
import { indexScans, type IndexScan } from './index-scan'
import type { Sort } from './sort'

/** How the candidates of a query are found. */
export type Plan =
  | { kind: 'scan' }
  | { kind: 'id'; keys: Key[]; exact: boolean }
  | { kind: 'index'; scan: IndexScan; exact: boolean }
  | { kind: 'union'; branches: Exclude<Plan, { kind: 'scan' | 'union' }>[]; sorted: boolean }

export interface PlanRequest {
  filter: StrictObject
  sort: Sort
  /** skip + limit; Infinity where all documents are wanted. */
  wanted: number
}

/** Beyond this many entries two indexes count as equally bad. */
const COUNT_CAP = 2_000

/**
 * Chooses at most one index, as MongoDB does (one for each branch of an `$or`). Where several would do, their entries
 * are counted, which stands for MongoDB's trial of the plans.
 */
export function planQuery(collection: Collection, request: PlanRequest): Plan {
  const constraints = constraintsOf(request.filter)
  const direct = planDirect(collection, constraints, request)
  if (
    direct &&
    !(direct.kind === 'index' && direct.scan.bounded === 0 && constraints.alternatives.length > 0)
  ) {
    return direct
  }
  return planUnion(collection, constraints, request) ?? direct ?? { kind: 'scan' }
}

type Direct = Exclude<Plan, { kind: 'scan' | 'union' }>

function planDirect(
  collection: Collection,
  constraints: Constraints,
  { sort, wanted }: PlanRequest,
): Direct | undefined {
  const { byPath, complete } = constraints
  const ids = idKeys(byPath.get('_id'))
  if (ids)
    return { kind: 'id', keys: ids, exact: complete && byPath.size === 1 && byPath.get('_id')!.length === 1 }
  const indexes = [...collection.stored.indexes, primaryIndex]
  const scans = indexes.flatMap((index) => indexScans(collection, index, byPath, sort))
  const best = scans.length > 1 ? cheapest(collection, scans, constraints, wanted) : scans[0]
  return best && { kind: 'index', scan: best, exact: isExact(best, constraints) }
}

function isExact({ index, usesAll }: IndexScan, { byPath, complete }: Constraints): boolean {
  return complete && usesAll && [...byPath.keys()].every((path) => index.keys.some(([key]) => key === path))
}

function idKeys(constraints: Constraint[] | undefined): Key[] | undefined {
  const equal = constraints?.find((constraint) => constraint.kind === 'equal')
  if (equal) return [equal.key]
  return constraints?.find((constraint) => constraint.kind === 'in')?.keys
}

function cheapest(
  collection: Collection,
  scans: IndexScan[],
  constraints: Constraints,
  wanted: number,
): IndexScan | undefined {
  const costs = scans.map((scan) => {
    const entries = scan.bounded === 0 ? COUNT_CAP : scan.count(collection.connection, COUNT_CAP)
    const early = scan.sorted && isExact(scan, constraints) ? Math.min(entries, wanted) : entries
    return { scan, early }
  })
  costs.sort(
    (a, b) =>
      a.early - b.early || Number(b.scan.sorted) - Number(a.scan.sorted) || b.scan.bounded - a.scan.bounded,
  )
  return costs[0]?.scan
}

/** Every branch of one `$or` through an index of its own; the rest of the filter helps each branch. */
function planUnion(
  collection: Collection,
  { alternatives }: Constraints,
  request: PlanRequest,
): Plan | undefined {
  for (const filters of alternatives) {
    const rest = withoutAlternative(request.filter, filters)
    const branches = filters.map((filter) =>
      planDirect(collection, constraintsOf({ $and: [rest, filter] }), request),
    )
    const usable = branches.filter(
      (branch): branch is Direct =>
        branch !== undefined && (branch.kind !== 'index' || branch.scan.bounded > 0),
    )
    if (usable.length < branches.length) continue
    const sorted =
      request.sort.length > 0 && usable.every((branch) => branch.kind === 'index' && branch.scan.sorted)
    return { kind: 'union', branches: usable, sorted }
  }
  return undefined
}

function withoutAlternative(filter: StrictObject, filters: StrictObject[]): StrictObject {
  const rest: StrictObject = {}
  for (const [name, operand] of Object.entries(filter)) {
    if (name === '$or' && operand === (filters as unknown)) continue
    rest[name] =
      name === '$and' && Array.isArray(operand)
        ? operand.map((inner) => (isDocument(inner) ? withoutAlternative(inner, filters) : inner))
        : operand
  }
  return rest
}

/** What the meter says of a plan: the names of the indexes; null for a scan of all documents. */
export function indexOf(plan: Plan): string | null {
  switch (plan.kind) {
    case 'scan':
      return null
    case 'id':
      return '_id_'
    case 'index':
      return plan.scan.index.name
    case 'union':
      return [...new Set(plan.branches.map((branch) => indexOf(branch)))].join('+')
  }
}
