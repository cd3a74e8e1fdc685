import { equal } from '../../ejson/compare'
import { kindOf } from '../../ejson/strict'
import type { ConditionOperator } from '../predicate'
import { regexTest } from './regex'

/** Null equals a missing field; a regular expression matches only an equal one. */
export const $eq: ConditionOperator = (operand) => ({
  test: (value) => equal(value, operand),
})

export const $ne: ConditionOperator = (operand, context) => ({ ...$eq(operand, context), negate: true })

/** `{field: value}`: as $eq, but a regular expression also matches strings. */
export const implicitEquality: ConditionOperator = (operand, context) => {
  if (kindOf(operand) !== 'regex') return $eq(operand, context)
  const matches = regexTest(operand)
  return { test: (value) => (typeof value === 'string' ? matches(value) : equal(value, operand)) }
}
