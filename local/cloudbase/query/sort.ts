import { compare } from '../ejson/compare'
import { integerOf } from '../ejson/number'
import type { Strict, StrictObject } from '../ejson/strict'
import { invalidParam } from '../errors'
import { leavesAt } from '../filter/path'

export type Sort = readonly (readonly [path: string, direction: 1 | -1])[]

/** @throws CloudError INVALID_PARAM for a direction other than 1 or -1. */
export function readSort(order: StrictObject): Sort {
  return Object.entries(order).map(([path, value]) => {
    const direction = integerOf(value)
    if (direction !== 1 && direction !== -1) throw invalidParam(`the order of '${path}' must be 1 or -1`)
    return [path, direction] as const
  })
}

export type SortValues = readonly (Strict | undefined)[]

/** An array sorts by its smallest element upwards and by its largest downwards; an empty one as null. */
export function sortValuesOf(document: StrictObject, sort: Sort): SortValues {
  return sort.map(([path, direction]) => {
    const values = leavesAt(document, path).flatMap((leaf) => (Array.isArray(leaf) ? leaf : [leaf]))
    if (values.length <= 1) return values[0]
    return values.reduce((best, value) => (direction * compare(value, best) < 0 ? value : best))
  })
}

export function compareBy(sort: Sort, a: SortValues, b: SortValues): number {
  for (const [at, [, direction]] of sort.entries()) {
    const order = direction * compare(a[at], b[at])
    if (order !== 0) return order
  }
  return 0
}
