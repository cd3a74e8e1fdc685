import { numberOf } from './number'
import { instantOf, kindOf, rankOf, type Strict, type StrictObject } from './strict'

/**
 * MongoDB's total order over values of all types (manual, "BSON Comparison/Sort Order"). A missing value equals null.
 * @returns negative, 0 or positive.
 */
export function compare(left: Strict | undefined, right: Strict | undefined): number {
  const kind = kindOf(left)
  const byKind = rankOf[kind] - rankOf[kindOf(right)]
  if (byKind !== 0) return byKind
  const a = left as Strict
  const b = right as Strict
  switch (kind) {
    case 'minKey':
    case 'null':
    case 'maxKey':
      return 0
    case 'number':
      return compareNumbers(numberOf(a), numberOf(b))
    case 'string':
      return compareStrings(a as string, b as string)
    case 'boolean':
      return Number(a) - Number(b)
    case 'date':
      return instantOf(a) - instantOf(b)
    case 'array':
      return compareArrays(a as Strict[], b as Strict[])
    case 'object':
      return compareDocuments(a as StrictObject, b as StrictObject)
    default:
      return compareStrings(JSON.stringify(a), JSON.stringify(b))
  }
}

export function equal(left: Strict | undefined, right: Strict | undefined): boolean {
  return left === right || compare(left, right) === 0
}

/** NaN comes before every other number. */
function compareNumbers(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1
  if (a > b) return 1
  const aIsNaN = Number.isNaN(a)
  return aIsNaN === Number.isNaN(b) ? 0 : aIsNaN ? -1 : 1
}

/** By code point, as UTF-8 bytes compare: JavaScript's own order puts surrogate pairs before U+E000. */
function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) {
      const xIsSurrogate = (x & 0xf800) === 0xd800
      const yIsSurrogate = (y & 0xf800) === 0xd800
      return xIsSurrogate === yIsSurrogate ? x - y : xIsSurrogate ? 1 : -1
    }
  }
  return a.length - b.length
}

function compareArrays(a: Strict[], b: Strict[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compare(a[i], b[i])
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Field by field in stored order: type of the value, then name, then value; {a, b} differs from {b, a}. */
function compareDocuments(a: StrictObject, b: StrictObject): number {
  const aFields = Object.keys(a)
  const bFields = Object.keys(b)
  for (let i = 0; i < aFields.length && i < bFields.length; i++) {
    const x = aFields[i]!
    const y = bFields[i]!
    const order = rankOf[kindOf(a[x])] - rankOf[kindOf(b[y])] || compareStrings(x, y) || compare(a[x], b[y])
    if (order !== 0) return order
  }
  return aFields.length - bFields.length
}
