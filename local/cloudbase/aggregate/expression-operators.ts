import { evalExpr } from 'mingo/core'
import * as expressions from 'mingo/operators/expression'
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

/** `[string, part, start?, end?]`: position in UTF-8 bytes, -1 where the part is absent. mingo counts UTF-16 units. */
const $indexOfBytes: Expression = (document, operand, options) => {
  const [text, part, start = 0, end] = evalExpr(document, operand, options) as [
    Value,
    Value,
    number?,
    number?,
  ]
  if (text === null || text === undefined) return null
  if (typeof text !== 'string' || typeof part !== 'string') throw new Error('$indexOfBytes needs strings')
  return Buffer.from(text).subarray(0, end).indexOf(part, start)
}

/** `number` or `[number, place]`; mingo insists on the list. */
const $trunc: Expression = (document, operand, options) => {
  const value = evalExpr(document, operand, options)
  const [number, place = 0] = (Array.isArray(value) ? value : [value]) as [Value, number?]
  if (number === null || number === undefined) return null
  if (typeof number !== 'number') throw new Error('$trunc needs a number')
  return Math.trunc(number * 10 ** place) / 10 ** place
}

/** The year that a date's ISO week belongs to. mingo answers with the date's own year. */
const $isoWeekYear: Expression = (document, operand, options) => {
  const year = expressions.$year(document, operand, options) as number | null
  if (year === null || year === undefined) return null
  const month = expressions.$month(document, operand, options) as number
  const week = expressions.$isoWeek(document, operand, options) as number
  if (month === 1 && week > 50) return year - 1
  return month === 12 && week === 1 ? year + 1 : year
}

/** As mingo, but for `%G`, the year of the ISO week. */
const $dateToString: Expression = (document, operand, options) => {
  const { format, date, timezone } = operand as ValueObject
  if (typeof format !== 'string' || !format.includes('%G')) {
    return expressions.$dateToString(document, operand, options)
  }
  const instant = timezone === undefined ? date : { date, timezone }
  const year = $isoWeekYear(document, instant, options)
  const filled = year === null ? format : format.replaceAll('%G', String(year).padStart(4, '0'))
  return expressions.$dateToString(document, { ...(operand as ValueObject), format: filled }, options)
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
  $indexOfBytes,
  $trunc,
  $isoWeekYear,
  $dateToString,
  $cmp: comparison((order) => order),
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
}
