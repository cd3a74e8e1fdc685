import { compare } from '../../ejson/compare'
import { numberOf } from '../../ejson/number'
import { isNumber, kindOf, type Strict } from '../../ejson/strict'
import type { ConditionOperator } from '../predicate'

/** Only values of the operand's own type compare; null counts as null or missing; NaN equals only NaN. */
function range(accepts: (order: number) => boolean): ConditionOperator {
  return (operand) => {
    const kind = kindOf(operand)
    const operandIsNaN = isNaN(operand)
    return {
      test: (value) => {
        if (kindOf(value) !== kind) return false
        if (operandIsNaN || isNaN(value)) return operandIsNaN && isNaN(value) && accepts(0)
        return accepts(compare(value, operand))
      },
    }
  }
}

function isNaN(value: Strict | undefined): boolean {
  return isNumber(value) && Number.isNaN(numberOf(value))
}

export const $gt = range((order) => order > 0)
export const $gte = range((order) => order >= 0)
export const $lt = range((order) => order < 0)
export const $lte = range((order) => order <= 0)
