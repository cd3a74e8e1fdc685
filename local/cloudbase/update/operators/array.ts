import { equal } from '../../ejson/compare'
import { integerOf } from '../../ejson/number'
import { isDocument, kindOf, type Strict } from '../../ejson/strict'
import { requestFailed } from '../../errors'
import { isExpression } from '../../filter/compile'
import { regexTest } from '../../filter/operators/regex'
import type { UpdateContext, UpdateOperator } from '../operator'
import type { Place } from '../place'

function arrayAt(place: Place, path: string): Strict[] | undefined {
  const current = place.get()
  if (current !== undefined && !Array.isArray(current))
    throw requestFailed(`The field '${path}' must be an array`)
  return current
}

/** 1 takes the last element away, -1 the first. */
export const $pop: UpdateOperator = {
  creates: false,
  apply: (place, operand, { path }) => {
    const end = integerOf(operand)
    if (end !== 1 && end !== -1) throw requestFailed('$pop needs 1 or -1')
    const current = arrayAt(place, path)
    if (current) place.set(end === 1 ? current.slice(0, -1) : current.slice(1))
  },
}

export const $addToSet: UpdateOperator = {
  creates: true,
  apply: (place, operand, { path }) => {
    const current = arrayAt(place, path) ?? []
    const each = isDocument(operand) && '$each' in operand ? operand.$each : [operand]
    if (!Array.isArray(each)) throw requestFailed('$each needs an array')
    const result = [...current]
    for (const item of each) if (!result.some((present) => equal(present, item))) result.push(item)
    place.set(result)
  },
}

export const $pullAll: UpdateOperator = {
  creates: false,
  apply: (place, operand, { path }) => {
    if (!Array.isArray(operand)) throw requestFailed('$pullAll needs an array')
    const current = arrayAt(place, path)
    if (current) place.set(current.filter((item) => !operand.some((gone) => equal(gone, item))))
  },
}

/** A condition on each element: an operator expression, a query for documents, or a value to equal. */
export const $pull: UpdateOperator = {
  creates: false,
  apply: (place, operand, context) => {
    const current = arrayAt(place, context.path)
    if (!current) return
    const gone = pullTest(operand, context)
    place.set(current.filter((item) => !gone(item)))
  },
}

function pullTest(
  operand: Strict,
  { compileDocument, compileElement }: UpdateContext,
): (item: Strict) => boolean {
  if (isExpression(operand)) return compileElement(operand)
  if (isDocument(operand)) {
    const matches = compileDocument(operand)
    return (item) => isDocument(item) && matches(item)
  }
  if (kindOf(operand) === 'regex') {
    const matches = regexTest(operand)
    return (item) => (typeof item === 'string' ? matches(item) : equal(item, operand))
  }
  return (item) => equal(item, operand)
}
