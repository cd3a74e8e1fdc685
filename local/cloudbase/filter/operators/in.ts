import { invalidParam } from '../../errors'
import type { ConditionOperator } from '../predicate'
import { implicitEquality } from './equality'

export const $in: ConditionOperator = (operand, context) => {
  if (!Array.isArray(operand)) throw invalidParam('$in needs an array')
  const tests = operand.map((item) => implicitEquality(item, context).test)
  return { test: (value) => tests.some((test) => test(value)) }
}

export const $nin: ConditionOperator = (operand, context) => {
  if (!Array.isArray(operand)) throw invalidParam('$nin needs an array')
  return { ...$in(operand, context), negate: true }
}
