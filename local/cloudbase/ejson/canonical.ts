import { invalidParam } from '../errors'
import { wrapNumber } from './number'
import { dateAt, kindOf, type Strict, type StrictObject } from './strict'

/**
 * Reads EJSON of the SDK, canonical or relaxed, into the strict form, and puts the emulator's time in the place of
 * every `serverDate()` (`{$tcb_server_date: {offset}}`, offset in ms).
 * @param now milliseconds UTC.
 * @throws CloudError INVALID_PARAM for text that is no EJSON.
 */
export function readEjson(text: unknown, now: number): Strict {
  if (typeof text !== 'string') throw invalidParam('EJSON must come as a string')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw invalidParam('the text is not valid JSON')
  }
  return canonical(json, now)
}

/** The same, for what must be an object: filters, updates, documents, orders, projections. */
export function readEjsonObject(text: unknown, now: number): StrictObject {
  const value = readEjson(text, now)
  if (kindOf(value) !== 'object') throw invalidParam('an object was expected')
  return value as StrictObject
}

/** BSON holds UTF-8, which has no half characters: the driver puts U+FFFD in their place. */
const LONE_SURROGATE = /\p{Surrogate}/u

export function canonical(json: unknown, now: number): Strict {
  switch (typeof json) {
    case 'string':
      return LONE_SURROGATE.test(json) ? Buffer.from(json).toString() : json
    case 'boolean':
      return json
    case 'number':
      return wrapNumber(json)
  }
  if (json === null || json === undefined) return null
  if (Array.isArray(json)) return json.map((item) => canonical(item, now))
  const source = json as Record<string, unknown>
  for (const key in source) {
    if (key[0] === '$') {
      const wrapper = canonicalWrapper(key, source, now)
      if (wrapper) return wrapper
    }
    break
  }
  const target: StrictObject = {}
  for (const key of Object.keys(source)) {
    if (key === '__proto__') throw invalidParam('a field may not be named __proto__')
    target[key] = canonical(source[key], now)
  }
  return target
}

const INTEGER = /^-?\d+$/
const NUMBER = /^(-?Infinity|NaN|-?\d+(\.\d+)?([eE][+-]?\d+)?)$/

function canonicalWrapper(
  key: string,
  source: Record<string, unknown>,
  now: number,
): StrictObject | undefined {
  const value = source[key]
  switch (key) {
    case '$numberInt':
    case '$numberLong':
      if (typeof value !== 'string' || !INTEGER.test(value))
        throw invalidParam(`${key} must be a whole number`)
      return { [key]: value }
    case '$numberDouble':
    case '$numberDecimal':
      if (typeof value !== 'string' || !NUMBER.test(value)) throw invalidParam(`${key} must be a number`)
      return { [key]: value }
    case '$date':
      return dateAt(milliseconds(value))
    case '$tcb_server_date':
      return dateAt(now + offsetOf(value))
    case '$oid':
      if (typeof value !== 'string') throw invalidParam('$oid must be a string')
      return { $oid: value }
    case '$regularExpression': {
      const { pattern, options } = (value ?? {}) as Record<string, unknown>
      if (typeof pattern !== 'string') throw invalidParam('a regular expression needs a pattern')
      return { $regularExpression: { pattern, options: typeof options === 'string' ? options : '' } }
    }
    case '$binary':
    case '$timestamp':
    case '$minKey':
    case '$maxKey':
      return source as StrictObject
    default:
      return undefined
  }
}

function milliseconds(value: unknown): number {
  const instant =
    typeof value === 'object' && value !== null
      ? Number((value as Record<string, unknown>).$numberLong)
      : typeof value === 'string'
        ? Date.parse(value)
        : Number(value)
  if (!Number.isFinite(instant)) throw invalidParam('$date is not a date')
  return instant
}

function offsetOf(value: unknown): number {
  const offset = (value as Record<string, unknown> | null)?.offset ?? 0
  if (typeof offset === 'number') return offset
  const wrapper = offset as Record<string, unknown>
  return Number(wrapper.$numberInt ?? wrapper.$numberLong ?? wrapper.$numberDouble ?? 0)
}

/**
 * A document may hold no field that begins with `$`: such a name is an operator that went astray.
 * @throws CloudError INVALID_PARAM with the field's path.
 */
export function assertStorable(value: Strict, path = ''): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => assertStorable(item, `${path}.${index}`))
    return
  }
  if (kindOf(value) !== 'object') return
  for (const [field, child] of Object.entries(value as StrictObject)) {
    const childPath = path ? `${path}.${field}` : field
    if (field.startsWith('$')) throw invalidParam(`the field '${childPath}' may not begin with $`)
    assertStorable(child, childPath)
  }
}
