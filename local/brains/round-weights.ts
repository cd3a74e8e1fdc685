import { levels } from '../../cloudfunctions/domain/routing/text/text-model'
import { isSubject, type GramRows } from './gram-rows'
import type { ViewRows } from './linear-svm'
import { viewRows } from './views'

/** Weights by gram, then view (whole, own), then label; what is to be kept of them, and the messages that they were learnt from. */
export interface Rounding {
  rows: GramRows
  train: readonly number[]
  labelCount: number
  gramWeights: Float64Array
  weights: Float32Array
  /** As a reader will have them: how much a gram counts, and the step of its weights (zero: left out). */
  storedGramWeights: Float64Array
  steps: Float64Array
}

const passes = 3
/** How strongly a weight is held to its own value, in messages' squares: without it the sums fit those that are known and no others. */
const hold = 1

/**
 * Every weight as a number of its gram's steps, -levels to levels. Not each to the nearest: runs stand together in messages
 * (公, 公交, 公交车), so what one loses the next makes good. One weight after the other takes the step that leaves the messages'
 * sums nearest to what they were; four times as exact as rounding alone (docs/brains.md).
 */
export function roundWeights(rounding: Rounding): Int8Array {
  const { rows, train, labelCount, gramWeights, weights, storedGramWeights, steps } = rounding
  const stored = weights.map((weight, at) => {
    const step = steps[Math.floor(at / (2 * labelCount))]!
    return step === 0 ? 0 : nearest(weight / step)
  })
  const missing = new Float64Array(train.length * labelCount)
  for (const column of columns(rows, train, gramWeights))
    add(missing, column, (label) => weights[column.base * labelCount + label]!, labelCount)
  const kept = columns(rows, train, storedGramWeights)
  for (const column of kept)
    add(
      missing,
      column,
      (label) => -stored[column.base * labelCount + label]! * steps[column.base >> 1]!,
      labelCount,
    )
  for (let pass = 0; pass < passes; pass++)
    for (const column of kept) settle(column, stored, missing, rounding)
  return Int8Array.from(stored)
}

/** Where a gram's view stands: the messages, by their place in `train`, and how much it is of each. */
interface Column {
  /** Twice the gram, and one for its own part. */
  base: number
  messages: Int32Array
  values: Float32Array
}

function columns(rows: GramRows, train: readonly number[], weights: Float64Array): Column[] {
  const subject = (gram: number) => isSubject(rows, gram)
  return [
    ...columnsOf(viewRows(rows, weights, 'whole'), train, 0, () => true),
    ...columnsOf(viewRows(rows, weights, 'subject'), train, 1, subject),
    ...columnsOf(viewRows(rows, weights, 'detail'), train, 1, (gram) => !subject(gram)),
  ].sort((one, other) => one.base - other.base)
}

function columnsOf(
  view: ViewRows,
  train: readonly number[],
  own: 0 | 1,
  belongs: (gram: number) => boolean,
): Column[] {
  const sizes = new Int32Array(view.gramCount)
  const visit = (told: (gram: number, message: number, value: number) => void) =>
    train.forEach((row, message) => {
      for (let at = view.start[row]!; at < view.start[row + 1]!; at++)
        told(view.gram[at]!, message, view.value[at]!)
    })
  visit((gram) => void sizes[gram]!++)
  const columnOf = new Map<number, Column & { size: number }>()
  sizes.forEach((size, gram) => {
    if (size === 0 || !belongs(gram)) return
    const messages = new Int32Array(size)
    columnOf.set(gram, { base: gram * 2 + own, messages, values: new Float32Array(size), size: 0 })
  })
  visit((gram, message, value) => {
    const column = columnOf.get(gram)
    if (!column) return
    column.messages[column.size] = message
    column.values[column.size++] = value
  })
  return [...columnOf.values()]
}

function add(sums: Float64Array, column: Column, weightOf: (label: number) => number, labelCount: number) {
  for (let label = 0; label < labelCount; label++) {
    const weight = weightOf(label)
    if (weight === 0) continue
    for (let at = 0; at < column.messages.length; at++)
      sums[column.messages[at]! * labelCount + label]! += column.values[at]! * weight
  }
}

/** The steps of one gram's view that leave least missing, but not far from its own weights. */
function settle(column: Column, stored: Float32Array, missing: Float64Array, rounding: Rounding) {
  const { labelCount, weights, steps } = rounding
  const step = steps[column.base >> 1]!
  const squares = column.values.reduce((sum, value) => sum + value * value, 0)
  for (let label = 0; label < labelCount; label++) {
    const at = column.base * labelCount + label
    let lacking = 0
    for (let n = 0; n < column.messages.length; n++)
      lacking += column.values[n]! * missing[column.messages[n]! * labelCount + label]!
    const before = stored[at]!
    const wanted = (before * step * squares + lacking + hold * weights[at]!) / (squares + hold)
    stored[at] = nearest(wanted / step)
    const moved = (stored[at] - before) * step
    if (moved !== 0)
      for (let n = 0; n < column.messages.length; n++)
        missing[column.messages[n]! * labelCount + label]! -= column.values[n]! * moved
  }
}

const nearest = (steps: number): number => Math.max(-levels, Math.min(levels, Math.round(steps)))

/** The step that rounds a gram's weights with the least squared error; the largest may be cut for the others' sake. */
export function bestStep(weights: Float32Array): number {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6)
  let best = largest / levels
  let least = Infinity
  for (let share = 0.4; share <= 1.1; share += 0.05) {
    const step = (largest * share) / levels
    const error = weights.reduce((sum, weight) => sum + (weight - nearest(weight / step) * step) ** 2, 0)
    if (error < least) [least, best] = [error, step]
  }
  return best
}
