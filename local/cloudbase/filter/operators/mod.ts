import { numberOf } from '../../ejson/number'
import { isNumber } from '../../ejson/strict'
import { invalidParam } from '../../errors'
import type { ConditionOperator } from '../predicate'

/** Operands and values are cut to whole numbers first, as MongoDB does; the sign follows the dividend. */
export const $mod: ConditionOperator = (operand) => {
  if (!Array.isArray(operand) || operand.length !== 2 || !operand.every(isNumber)) {
    throw invalidParam('$mod needs [divisor, remainder]')
  }
  const [divisor, remainder] = operand.map((item) => Math.trunc(Number(numberOf(item)))) as [number, number]
  if (divisor === 0) throw invalidParam('$mod: the divisor may not be 0')
  return {
    test: (value) => isNumber(value) && Math.trunc(Number(numberOf(value))) % divisor === remainder,
  }
}
