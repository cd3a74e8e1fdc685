import { numberOf } from '../../ejson/number'
import { isDocument, isNumber, type Strict, type StrictObject } from '../../ejson/strict'
import { requestFailed } from '../../errors'
import type { UpdateOperator } from '../operator'

const operations: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

function integer(value: Strict, path: string): { bits: bigint; long: boolean } {
  const wrapper = value as StrictObject
  if (!isNumber(value) || (wrapper.$numberInt === undefined && wrapper.$numberLong === undefined)) {
    throw requestFailed(`$bit needs whole numbers (path '${path}')`)
  }
  return { bits: BigInt(numberOf(value)), long: wrapper.$numberLong !== undefined }
}

/** `{and | or | xor: mask}`; a missing field counts as 0. */
export const $bit: UpdateOperator = {
  creates: true,
  apply: (place, operand, { path }) => {
    if (!isDocument(operand)) throw requestFailed('$bit needs {and | or | xor: mask}')
    for (const [name, mask] of Object.entries(operand)) {
      const operation = operations[name]
      if (!operation) throw requestFailed(`$bit does not know ${name}`)
      const current = integer(place.get() ?? { $numberInt: '0' }, path)
      const by = integer(mask, path)
      const long = current.long || by.long
      const bits = operation(current.bits, by.bits)
      place.set(
        long
          ? { $numberLong: String(BigInt.asIntN(64, bits)) }
          : { $numberInt: String(BigInt.asIntN(32, bits)) },
      )
    }
  },
}
