import { numberOf } from '../ejson/number'
import { instantOf, kindOf, rankOf, type Kind, type Strict, type StrictObject } from '../ejson/strict'

/**
 * What SQLite keeps of a value in an index column. SQLite orders NULL < numbers < TEXT < BLOB; MongoDB orders
 * null < numbers < strings < the rest: so numbers and strings are kept as they are, and all other types as a BLOB of
 * their rank and bytes that sort as the values do. Missing and null are NULL; so is NaN, which no range may find.
 */
export type Key = null | number | bigint | string | Buffer

export function keyOf(value: Strict | undefined): Key {
  switch (kindOf(value)) {
    case 'null':
      return null
    case 'number': {
      const number = numberOf(value as Strict)
      return Number.isNaN(number) ? null : number
    }
    case 'string':
      return textKey(value as string)
    default: {
      const bytes: number[] = []
      append(bytes, value as Strict)
      return Buffer.from(bytes)
    }
  }
}

/** libsql cuts text at a NUL. U+0000 becomes 01 01 and U+0001 01 02, which keeps order and keeps all texts apart. */
export function textKey(text: string): string {
  return /[\0\x01]/.test(text)
    ? text.replace(/[\0\x01]/g, (c) => (c === '\0' ? '\x01\x01' : '\x01\x02'))
    : text
}

/** The smallest key of a kind that is kept as a BLOB; the smallest of the next rank ends its range. */
export function firstKeyOf(kind: Kind): Buffer {
  return Buffer.from([rankOf[kind]])
}

export function endKeyOf(kind: Kind): Buffer {
  return Buffer.from([rankOf[kind] + 1])
}

/** Ends a list of elements or fields; smaller than every rank's byte but minKey's, which nobody stores. */
const END = 0

function append(bytes: number[], value: Strict): void {
  const kind = kindOf(value)
  bytes.push(rankOf[kind])
  switch (kind) {
    case 'number':
      appendDouble(bytes, Number(numberOf(value)))
      break
    case 'string':
      appendText(bytes, value as string)
      break
    case 'boolean':
      bytes.push(value ? 1 : 0)
      break
    case 'date':
      appendDouble(bytes, instantOf(value))
      break
    case 'array':
      for (const item of value as Strict[]) append(bytes, item)
      bytes.push(END)
      break
    case 'object':
      for (const [field, child] of Object.entries(value as StrictObject)) {
        bytes.push(rankOf[kindOf(child)])
        appendText(bytes, field)
        append(bytes, child)
      }
      bytes.push(END)
      break
    case 'objectId':
    case 'regex':
    case 'binary':
    case 'timestamp':
      appendText(bytes, JSON.stringify(value))
      break
  }
}

/** Big-endian, sign bit flipped, negatives inverted: the bytes sort as the numbers do. */
function appendDouble(bytes: number[], number: number): void {
  const buffer = Buffer.allocUnsafe(8)
  buffer.writeDoubleBE(Object.is(number, -0) ? 0 : number)
  const negative = (buffer[0]! & 0x80) !== 0
  for (const [at, byte] of buffer.entries()) {
    bytes.push(negative ? byte ^ 0xff : at === 0 ? byte ^ 0x80 : byte)
  }
}

/** UTF-8, closed by 00; a NUL inside becomes 00 ff. */
function appendText(bytes: number[], text: string): void {
  for (const byte of Buffer.from(text)) {
    bytes.push(byte)
    if (byte === 0) bytes.push(0xff)
  }
  bytes.push(0)
}
