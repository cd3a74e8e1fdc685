import { integerOf } from '../../ejson/number'
import type { Strict } from '../../ejson/strict'
import { isDocument } from '../../ejson/strict'
import { invalidParam } from '../../errors'
import type { StageOperator } from '../stage'

export function wholeNumber(name: string, operand: Strict | undefined, least: number): number {
  const number = integerOf(operand)
  if (number === undefined || number < least)
    throw invalidParam(`${name} needs a whole number, at least ${least}`)
  return number
}

export const $limit: StageOperator = (documents, operand) =>
  documents.slice(0, wholeNumber('$limit', operand, 1))

export const $skip: StageOperator = (documents, operand) => documents.slice(wholeNumber('$skip', operand, 0))

/** Random documents, each at most once. mingo's never ends without a size. */
export const $sample: StageOperator = (documents, operand) => {
  const size = wholeNumber('$sample.size', isDocument(operand) ? operand.size : undefined, 1)
  const pool = [...documents]
  const count = Math.min(size, pool.length)
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor(Math.random() * (pool.length - at))
    ;[pool[at], pool[other]] = [pool[other]!, pool[at]!]
  }
  return pool.slice(0, count)
}

/** One document with the number; none where there was nothing to count. */
export const $count: StageOperator = (documents, operand) => {
  if (typeof operand !== 'string' || operand === '' || operand.startsWith('$') || operand.includes('.')) {
    throw invalidParam('$count needs the name of a field')
  }
  return documents.length === 0 ? [] : [{ [operand]: documents.length }]
}
