import { Context, evalExpr, ProcessingMode } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as pipelineStages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import type { Options } from 'mingo/types'
import type { Strict } from '../ejson/strict'
import { toValue, type Value, type ValueObject } from '../ejson/value'
import { requestFailed, unknownOperator } from '../errors'
import { CloudError } from '../action'
import { ownAccumulators } from './accumulators'
import { ownExpressions } from './expression-operators'

/** What mingo would run code for, or answer by chance: not offered. */
const refused = new Set(['$function', '$accumulator', '$where'])

const context = Context.init({
  accumulator: { ...accumulators, ...ownAccumulators } as never,
  expression: { ...expressions, ...ownExpressions } as never,
  pipeline: pipelineStages as never,
  projection: projections as never,
})

const knownExpressions = new Set(
  [
    ...Object.keys(accumulators),
    ...Object.keys(expressions),
    ...Object.keys(ownExpressions),
    ...Object.keys(projections),
  ].filter((name) => name.startsWith('$') && !refused.has(name)),
)

/** Variables that `let` and the emulator's clock define, by name without `$$`. */
export type Variables = Readonly<Record<string, Value>>

export function optionsWith(variables: Variables): Options {
  return {
    context,
    variables,
    idKey: '_id',
    scriptEnabled: false,
    useStrictMode: true,
    failOnError: true,
    processingMode: ProcessingMode.CLONE_OFF,
  }
}

/**
 * An aggregation expression in plain values, ready for mingo. `$$NOW` becomes the emulator's time.
 * @throws CloudError DATABASE_INVALID_OPERRATOR for an operator nobody knows.
 */
export function readExpression(expression: Strict, now: number): Value {
  return prepared(toValue(expression), now)
}

function prepared(value: Value, now: number): Value {
  if (value === '$$NOW') return new Date(now)
  if (Array.isArray(value)) return value.map((item) => prepared(item, now))
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  const result: ValueObject = {}
  for (const [key, child] of Object.entries(value)) {
    if (key.startsWith('$') && !knownExpressions.has(key)) throw unknownOperator(key, 'an aggregation')
    result[key] = key === '$literal' ? child : prepared(child, now)
  }
  return result
}

/** @throws CloudError DATABASE_REQUEST_FAILED where the operands don't fit. */
export function evaluate(document: ValueObject, expression: Value, variables: Variables): Value {
  return guarded(() => evalExpr(document, expression, optionsWith(variables)))
}

/** mingo says with plain errors what is wrong with its operands: to the caller that is a failed request. */
export function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CloudError) throw error
    throw requestFailed(`the aggregation failed: ${error instanceof Error ? error.message : 'unknown'}`)
  }
}
