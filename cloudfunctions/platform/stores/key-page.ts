import { refuse } from '../../domain/errors'
import { _ } from '../cloud'

/** Pages by key and never by skip: by a number, ties broken by `_id`, as many tickets are due at the same 18:00. */
export interface KeyOrder {
  by: string
  direction: 'asc' | 'desc'
}

/** @returns the query for what lies beyond the cursor; the query itself without one. @throws INVALID_INPUT on a foreign cursor. */
export function beyond(query: Record<string, unknown>, { by, direction }: KeyOrder, cursor?: string): object {
  if (cursor === undefined) return query
  const { value, id } = decode(cursor)
  const past = (key: number | string): unknown => (direction === 'asc' ? _.gt(key) : _.lt(key))
  // Follows from what stands beside it: an index is entered by it, instead of at the beginning each time.
  const upTo = { [by]: direction === 'asc' ? _.gte(value) : _.lte(value) }
  return _.and([query, upTo, _.or([{ [by]: past(value) }, { [by]: value, _id: past(id) }])])
}

/** Where to read on; absent where the page was not full. */
export function cursorAfter<Row extends { _id: string }>(
  rows: readonly Row[],
  limit: number,
  valueOf: (row: Row) => number | undefined,
): { cursor?: string } {
  const last = rows.at(-1)
  if (!last || rows.length < limit) return {}
  return { cursor: Buffer.from(JSON.stringify([valueOf(last) ?? 0, last._id])).toString('base64url') }
}

function decode(cursor: string): { value: number; id: string } {
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof value === 'number' && typeof id === 'string') return { value, id }
  } catch {
    // Not JSON, or not a list: the same refusal as any other foreign cursor.
  }
  return refuse('INVALID_INPUT', 'input.cursor')
}
