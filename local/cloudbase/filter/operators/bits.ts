import { numberOf } from '../../ejson/number'
import { isNumber, type Strict } from '../../ejson/strict'
import { invalidParam } from '../../errors'
import type { ConditionOperator } from '../predicate'

/** A mask as a number or as a list of bit positions. */
function maskOf(operand: Strict): bigint {
  const positions = Array.isArray(operand) ? operand : undefined
  if (positions?.every(isNumber)) {
    return positions.reduce((mask, position) => mask | (1n << BigInt(numberOf(position))), 0n)
  }
  if (isNumber(operand) && Number.isInteger(Number(numberOf(operand)))) return BigInt(numberOf(operand))
  throw invalidParam('a bit mask is a whole number or a list of positions')
}

function bits(accepts: (set: bigint, mask: bigint) => boolean): ConditionOperator {
  return (operand) => {
    const mask = maskOf(operand)
    return {
      test: (value) => {
        if (!isNumber(value) || !Number.isInteger(Number(numberOf(value)))) return false
        return accepts(BigInt(numberOf(value)) & mask, mask)
      },
    }
  }
}

export const $bitsAllSet = bits((set, mask) => set === mask)
export const $bitsAnySet = bits((set) => set !== 0n)
export const $bitsAllClear = bits((set) => set === 0n)
export const $bitsAnyClear = bits((set, mask) => set !== mask)
