import { numberOf, wrapNumber } from './number'
import { dateAt, instantOf, kindOf, patternOf, type Strict, type StrictObject } from './strict'

/**
 * Plain JavaScript values for mingo's expressions. Lossy on purpose, and only there: 5.0 becomes 5, and a long above
 * 2^53 the nearest number. Types that JavaScript lacks travel as Opaque and come back unchanged.
 */
export type Value = unknown
export type ValueObject = Record<string, unknown>

/** Compared by mingo through `toString`. */
class Opaque {
  constructor(readonly strict: Strict) {}
  toString(): string {
    return JSON.stringify(this.strict)
  }
}

export function toValue(strict: Strict): Value {
  if (strict === null || typeof strict === 'string' || typeof strict === 'boolean') return strict
  if (Array.isArray(strict)) return strict.map(toValue)
  switch (kindOf(strict)) {
    case 'number':
      return Number(numberOf(strict))
    case 'date':
      return new Date(instantOf(strict))
    case 'regex': {
      const { pattern, options } = patternOf(strict)
      return new RegExp(pattern, options)
    }
    case 'object': {
      const result: ValueObject = {}
      for (const key in strict) result[key] = toValue(strict[key] as Strict)
      return result
    }
    default:
      return new Opaque(strict)
  }
}

/** Fields whose value is undefined vanish; in an array undefined becomes null. */
export function fromValue(value: Value): Strict {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return wrapNumber(value)
  if (typeof value === 'bigint') return { $numberLong: String(value) }
  if (Array.isArray(value)) return value.map(fromValue)
  if (value instanceof Date) return dateAt(value.getTime())
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (value instanceof Opaque) return value.strict
  const result: StrictObject = {}
  for (const [key, child] of Object.entries(value as ValueObject)) {
    if (child !== undefined) result[key] = fromValue(child)
  }
  return result
}
