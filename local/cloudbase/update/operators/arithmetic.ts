import { add, multiply } from '../../ejson/number'
import { isNumber, type StrictObject } from '../../ejson/strict'
import { requestFailed } from '../../errors'
import type { UpdateOperator } from '../operator'

function arithmetic(
  name: string,
  calculate: (current: StrictObject, operand: StrictObject) => StrictObject,
  start: (operand: StrictObject) => StrictObject,
): UpdateOperator {
  return {
    creates: true,
    apply: (place, operand, { path }) => {
      if (!isNumber(operand))
        throw requestFailed(`Cannot ${name} with a non-numeric argument (path '${path}')`)
      const current = place.get()
      if (current === undefined) place.set(start(operand))
      else if (isNumber(current)) place.set(calculate(current, operand))
      else throw requestFailed(`Cannot apply ${name} to a value of non-numeric type (path '${path}')`)
    },
  }
}

export const $inc = arithmetic('$inc', add, (operand) => operand)

/** A missing field becomes 0 of the operand's type. */
export const $mul = arithmetic('$mul', multiply, (operand) => multiply({ $numberInt: '0' }, operand))
