import { evalExpr } from 'mingo/core'
import type { Options } from 'mingo/types'
import { compare } from '../ejson/compare'
import { fromValue, type Value } from '../ejson/value'

type Accumulator = (documents: Value[], expression: Value, options: Options) => Value

/** mingo hands its own options on, which hold the document that `$field` is read from. */
type RootedOptions = Options & { update?(locals: { root: unknown }): Options }

/**
 * The values to accumulate: of each document in `$group`, or given as such in an expression (no expression then).
 * Documents without the field add nothing; mingo adds null for them.
 */
function present(items: Value[], expression: Value, options: RootedOptions): Value[] {
  if (expression === null || expression === undefined) return items.filter((item) => item !== undefined)
  return items
    .map((root) => evalExpr(root, expression, options.update?.({ root }) ?? options))
    .filter((value) => value !== undefined)
}

const $push: Accumulator = present

const $addToSet: Accumulator = (documents, expression, options) => {
  const names = new Map<string, Value>()
  for (const value of present(documents, expression, options)) {
    const name = JSON.stringify(fromValue(value))
    if (!names.has(name)) names.set(name, value)
  }
  return [...names.values()]
}

/** By MongoDB's order of all types; null and missing don't count. */
function extreme(better: (order: number) => boolean): Accumulator {
  return (documents, expression, options) => {
    const values = present(documents, expression, options).filter((value) => value !== null)
    if (values.length === 0) return null
    return values.reduce((best, value) => (better(compare(fromValue(value), fromValue(best))) ? value : best))
  }
}

export const ownAccumulators = {
  $push,
  $addToSet,
  $max: extreme((order) => order > 0),
  $min: extreme((order) => order < 0),
}
