import { requestFailed } from '../errors'
import { isNumber, type Strict, type StrictObject } from './strict'

const INT32 = 2n ** 31n
const INT64 = 2n ** 63n

/** The numeric value; a bigint only for longs that a JavaScript number can't hold exactly. */
export function numberOf(value: Strict): number | bigint {
  const wrapper = value as StrictObject
  const text = (wrapper.$numberInt ??
    wrapper.$numberDouble ??
    wrapper.$numberLong ??
    wrapper.$numberDecimal) as string
  const number = Number(text)
  return wrapper.$numberLong !== undefined && !Number.isSafeInteger(number) ? BigInt(text) : number
}

/** @returns undefined where the value is no number or no whole one. */
export function integerOf(value: Strict | undefined): number | undefined {
  if (!isNumber(value)) return undefined
  const number = Number(numberOf(value))
  return Number.isInteger(number) ? number : undefined
}

/** A JavaScript number under the type the SDK's own serialiser gives it (bson 4: int, else long, else double). */
export function wrapNumber(number: number): StrictObject {
  if (!Number.isInteger(number) || Object.is(number, -0)) return wrapDouble(number)
  if (number >= -2147483648 && number <= 2147483647) return { $numberInt: String(number) }
  return Number.isSafeInteger(number) ? { $numberLong: String(number) } : wrapDouble(number)
}

function wrapDouble(number: number): StrictObject {
  if (Object.is(number, -0)) return { $numberDouble: '-0.0' }
  const text = String(number)
  return { $numberDouble: Number.isInteger(number) && !text.includes('e') ? `${text}.0` : text }
}

function wrapInteger(value: bigint, wasLong: boolean): StrictObject {
  if (!wasLong && value >= -INT32 && value < INT32) return { $numberInt: String(value) }
  if (value >= -INT64 && value < INT64) return { $numberLong: String(value) }
  throw requestFailed('the result of the arithmetic does not fit a 64-bit integer')
}

function isFractional(value: StrictObject): boolean {
  return value.$numberDouble !== undefined || value.$numberDecimal !== undefined
}

function arithmetic(
  left: StrictObject,
  right: StrictObject,
  onDoubles: (a: number, b: number) => number,
  onIntegers: (a: bigint, b: bigint) => bigint,
): StrictObject {
  if (isFractional(left) || isFractional(right)) {
    return wrapDouble(onDoubles(Number(numberOf(left)), Number(numberOf(right))))
  }
  const wasLong = left.$numberLong !== undefined || right.$numberLong !== undefined
  return wrapInteger(onIntegers(BigInt(numberOf(left)), BigInt(numberOf(right))), wasLong)
}

/** MongoDB's promotion: int + int is an int until it overflows to a long; a double makes a double. */
export function add(left: StrictObject, right: StrictObject): StrictObject {
  return arithmetic(
    left,
    right,
    (a, b) => a + b,
    (a, b) => a + b,
  )
}

export function multiply(left: StrictObject, right: StrictObject): StrictObject {
  return arithmetic(
    left,
    right,
    (a, b) => a * b,
    (a, b) => a * b,
  )
}
