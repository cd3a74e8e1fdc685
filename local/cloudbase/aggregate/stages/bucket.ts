import { compare } from '../../ejson/compare'
import { isDocument, type Strict, type StrictObject } from '../../ejson/strict'
import { fromValue, type ValueObject } from '../../ejson/value'
import { invalidParam, requestFailed } from '../../errors'
import { evaluate, readExpression } from '../expression'
import type { StageOperator } from '../stage'
import { mingoStages } from './by-mingo'

/** Groups by ranges that hold their lower boundary; what lies outside goes to `default`, or fails without one. */
export const $bucket: StageOperator = (documents, operand, context) => {
  if (!isDocument(operand)) throw invalidParam('$bucket needs an object')
  const { groupBy, boundaries, output } = operand
  if (groupBy === undefined || !Array.isArray(boundaries) || boundaries.length < 2) {
    throw invalidParam('$bucket needs groupBy and at least two boundaries')
  }
  if (boundaries.some((boundary, at) => at > 0 && compare(boundaries[at - 1], boundary) >= 0)) {
    throw invalidParam('$bucket: the boundaries must ascend')
  }
  const expression = readExpression(groupBy, context.now)
  const buckets = new Map<Strict, ValueObject[]>(boundaries.slice(0, -1).map((boundary) => [boundary, []]))
  const outside: ValueObject[] = []
  for (const document of documents) {
    const value = fromValue(evaluate(document, expression, context.variables))
    const above = boundaries.findIndex((boundary) => compare(value, boundary) < 0)
    if (above > 0) buckets.get(boundaries[above - 1]!)!.push(document)
    else outside.push(document)
  }
  if (outside.length > 0) {
    if (operand.default === undefined)
      throw requestFailed('$bucket: a value lies outside the boundaries, and there is no default')
    buckets.set(operand.default, outside)
  }
  const outputs: StrictObject = isDocument(output) ? output : { count: { $sum: { $numberInt: '1' } } }
  return [...buckets].flatMap(([boundary, members]) =>
    mingoStages.$group!(members, { _id: { $literal: boundary }, ...outputs }, context),
  )
}
