import { evalExpr } from 'mingo/core'
import type { Options } from 'mingo/types'
import { compare } from '../ejson/compare'
import { fromValue, type Value, type ValueObject } from '../ejson/value'

type Expression = (document: ValueObject, operand: Value, options: Options) => Value

/** `[string, part, start?, end?]`: position in code points, -1 where the part is absent. mingo has it by bytes only. */
const $indexOfCP: Expression = (document, operand, options) => {
  const [text, part, start = 0, end] = evalExpr(document, operand, options) as [
    Value,
    Value,
    number?,
    number?,
  ]
  if (text === null || text === undefined) return null
  if (typeof text !== 'string' || typeof part !== 'string') throw new Error('$indexOfCP needs strings')
  const points = [...text].slice(0, end)
  const at = points.slice(start).join('').indexOf(part)
  return at < 0 ? -1 : start + [...points.slice(start).join('').slice(0, at)].length
}

/** mingo compares by JavaScript; MongoDB across all types in one order. */
function comparison(accepts: (order: number) => Value): Expression {
  return (document, operand, options) => {
    const [left, right] = evalExpr(document, operand, options) as [Value, Value]
    return accepts(orderOf(left, right))
  }
}

/** In expressions a missing field is smaller than null. */
function orderOf(left: Value, right: Value): number {
  if (left === undefined || right === undefined)
    return Number(left !== undefined) - Number(right !== undefined)
  return Math.sign(compare(fromValue(left), fromValue(right)))
}

export const ownExpressions = {
  $indexOfCP,
  $cmp: comparison((order) => order),
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
}
