import { integerOf } from '../../ejson/number'
import { isDocument, type Strict, type StrictObject } from '../../ejson/strict'
import { invalidParam } from '../../errors'
import type { ConditionOperator, FilterContext } from '../predicate'
import { implicitEquality } from './equality'

const documentOperators = new Set(['$and', '$or', '$nor', '$expr'])

/** Conditions on a value (`{$gt: 1}`) or on a document (`{kind: 'a'}`), judged on each element alone. */
function elementTest(criteria: Strict, context: FilterContext): (element: Strict) => boolean {
  if (!isDocument(criteria)) throw invalidParam('$elemMatch needs an object')
  const first = Object.keys(criteria)[0]
  if (first !== undefined && first.startsWith('$') && !documentOperators.has(first)) {
    return context.compileElement(criteria)
  }
  const matches = context.compileDocument(criteria)
  return (element) => (isDocument(element) || Array.isArray(element)) && matches(element as StrictObject)
}

export const $elemMatch: ConditionOperator = (operand, context) => {
  const matches = elementTest(operand, context)
  return { whole: true, test: (value) => Array.isArray(value) && value.some(matches) }
}

/** Every listed value must be in the array, or be the field's only value; an empty list matches nothing. */
export const $all: ConditionOperator = (operand, context) => {
  if (!Array.isArray(operand)) throw invalidParam('$all needs an array')
  const tests = operand.map((item) => {
    if (isDocument(item) && '$elemMatch' in item) return $elemMatch(item.$elemMatch as Strict, context)
    return implicitEquality(item, context)
  })
  return {
    whole: true,
    test: (value) =>
      tests.length > 0 &&
      tests.every(
        ({ test, whole }) =>
          test(value) || (!whole && Array.isArray(value) && value.some((item) => test(item))),
      ),
  }
}

export const $size: ConditionOperator = (operand) => {
  const size = integerOf(operand)
  if (size === undefined || size < 0) throw invalidParam('$size needs a whole number, not negative')
  return { whole: true, test: (value) => Array.isArray(value) && value.length === size }
}
