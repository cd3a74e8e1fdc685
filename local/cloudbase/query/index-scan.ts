import type { Collection } from '../store/collection'
import { arrayTableOf, MISSING_SQL } from '../store/array-table'
import type { Connection } from '../store/connection'
import type { Key } from '../store/key'
import { columnOf, sqlIndexOf, tableOf, type StoredIndex } from '../store/schema'
import type { Constraint } from './constraint'
import type { Sort } from './sort'

/** A walk along one index: its bounds as SQL, and whether the walk yields the wanted order. */
export interface IndexScan {
  index: StoredIndex
  /** Leading keys that are bounded; 0 means the whole index is walked, for its order alone. */
  bounded: number
  /** The rows come in the wanted order (trivially, when none is wanted). */
  sorted: boolean
  /** Every constraint on the index's paths is in the SQL. */
  usesAll: boolean
  /** Row numbers, a stretch of them. */
  rows(connection: Connection, limit: number, offset: number): number[]
  /** Entries within the bounds, counted no further than `cap`. */
  count(connection: Connection, cap: number): number
}

/**
 * All the ways to walk an index for a query; none where it serves neither the filter nor the order.
 *
 * In an index through an array each condition may be met by another element, so only one of them may bound the walk:
 * there is a walk for each, and the planner takes the shortest.
 */
export function indexScans(
  collection: Collection,
  index: StoredIndex,
  byPath: ReadonlyMap<string, Constraint[]>,
  sort: Sort,
): IndexScan[] {
  const arrayPath = index.arrayKey === null ? undefined : index.keys[index.arrayKey]![0]
  const choices = (arrayPath !== undefined && byPath.get(arrayPath)?.slice(0, MAX_WALKS)) || [undefined]
  return choices.flatMap((choice) => indexScan(collection, index, byPath, sort, choice) ?? [])
}

const MAX_WALKS = 24

function indexScan(
  collection: Collection,
  index: StoredIndex,
  byPath: ReadonlyMap<string, Constraint[]>,
  sort: Sort,
  arrayChoice: Constraint | undefined,
): IndexScan | undefined {
  const { stored } = collection
  const isArray = index.arrayKey !== null
  const conditions: string[] = []
  const values: Key[] = []
  const fixed = new Set<string>()
  let bounded = 0
  let leading = true
  let usesAll = true
  let repeats = isArray
  for (const [at, [path]] of index.keys.entries()) {
    const column = isArray ? `k${at}` : columnOf(stored, path)
    const all = byPath.get(path) ?? []
    const used = at !== index.arrayKey ? all : arrayChoice ? [arrayChoice] : []
    if (used.length < all.length) usesAll = false
    if (at === index.arrayKey && used[0]?.kind === 'equal') repeats = false
    const ranges = isArray ? [] : used.filter((one) => one.kind === 'range')
    if (ranges.length > 1) conditions.push(...intersected(column, ranges, values))
    for (const constraint of used)
      if (constraint.kind !== 'range' || ranges.length < 2)
        conditions.push(toSql(column, constraint, values, isArray))
    if (used.length === 0) leading = false
    if (leading) bounded++
    if (used.some(({ kind }) => kind === 'equal')) fixed.add(path)
    else if (!used.some(({ kind }) => kind === 'in' || kind === 'missing')) leading = false
  }
  const order = orderOf(collection, index, byPath, fixed, sort, repeats)
  if (bounded === 0 && (order === undefined || sort.length === 0 || isArray)) return undefined
  const from = isArray
    ? arrayTableOf(stored, index)
    : `${tableOf(stored)} INDEXED BY ${sqlIndexOf(stored, index)}`
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''
  const select = `SELECT ${repeats ? 'DISTINCT ' : ''}rid FROM ${from}${where}`
  return {
    index,
    bounded,
    sorted: order !== undefined,
    usesAll,
    rows(connection, limit, offset) {
      const bound = Number.isFinite(limit) ? [...values, limit, offset] : values
      const stretch = Number.isFinite(limit) ? ' LIMIT ? OFFSET ?' : ''
      return connection.all(`${select}${order ?? ''}${stretch}`, bound).map(([row]) => Number(row))
    },
    count(connection, cap) {
      return Number(connection.value(`SELECT count(*) FROM (${select} LIMIT ?)`, [...values, cap]))
    },
  }
}

function toSql(column: string, constraint: Constraint, values: Key[], isArray: boolean): string {
  switch (constraint.kind) {
    case 'equal':
      values.push(constraint.key)
      return `${column} = ?`
    case 'in':
      values.push(...constraint.keys)
      return `${column} IN (${constraint.keys.map(() => '?').join(', ')})`
    case 'missing':
      return isArray ? `${column} = ${MISSING_SQL}` : `${column} IS NULL`
    case 'range': {
      const parts: string[] = []
      if (constraint.low !== null) {
        values.push(constraint.low)
        parts.push(`${column} ${constraint.lowOpen ? '>' : '>='} ?`)
      } else if (isArray) {
        parts.push(`${column} > ${MISSING_SQL}`)
      }
      values.push(constraint.high)
      parts.push(`${column} ${constraint.highOpen ? '<' : '<='} ?`)
      return parts.join(' AND ')
    }
  }
}

/** Several ranges of one path are entered at the highest beginning and left at the lowest end, as MongoDB does. */
function intersected(
  column: string,
  ranges: readonly Extract<Constraint, { kind: 'range' }>[],
  values: Key[],
): string[] {
  const conditions: string[] = []
  const lows = ranges.filter(({ low }) => low !== null)
  if (lows.length > 0) {
    conditions.push(`${column} >= ${lows.length > 1 ? `max(${lows.map(() => '?').join(', ')})` : '?'}`)
    values.push(...lows.map(({ low }) => low))
  }
  conditions.push(`${column} <= min(${ranges.map(() => '?').join(', ')})`)
  values.push(...ranges.map(({ high }) => high))
  // The plus keeps SQLite from entering the index by these instead.
  for (const { low, lowOpen, high, highOpen } of ranges) {
    if (lowOpen && low !== null) {
      conditions.push(`+${column} > ?`)
      values.push(low)
    }
    if (highOpen) {
      conditions.push(`+${column} < ?`)
      values.push(high)
    }
  }
  return conditions
}

/**
 * The ORDER BY that walks the index in the wanted order; '' where none is wanted, undefined where the index can't.
 * Keys that are fixed to one value may be skipped; so may keys bounded by a list, whose walks are then merged.
 */
function orderOf(
  collection: Collection,
  index: StoredIndex,
  byPath: ReadonlyMap<string, Constraint[]>,
  fixed: ReadonlySet<string>,
  sort: Sort,
  repeats: boolean,
): string | undefined {
  if (sort.length === 0) return ''
  if (repeats) return undefined
  const terms: string[] = []
  let at = 0
  let turn = 0
  for (const [path, direction] of sort) {
    if (fixed.has(path)) continue
    while (at < index.keys.length && index.keys[at]![0] !== path) {
      const skipped = index.keys[at]![0]
      if (
        !fixed.has(skipped) &&
        !byPath.get(skipped)?.some(({ kind }) => kind === 'in' || kind === 'missing')
      ) {
        return undefined
      }
      at++
    }
    const key = index.keys[at]
    if (!key || (at === index.arrayKey && !fixed.has(path))) return undefined
    if (turn !== 0 && turn !== direction * key[1]) return undefined
    turn = direction * key[1]
    const column = index.arrayKey !== null ? `k${at}` : columnOf(collection.stored, path)
    terms.push(`${column} ${direction === 1 ? 'ASC' : 'DESC'}`)
    at++
  }
  return terms.length > 0 ? ` ORDER BY ${terms.join(', ')}` : ''
}
