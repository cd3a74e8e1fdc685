import { isSubject, type GramRows } from './gram-rows'
import { linearSvm, type LinearModel, type ViewRows } from './linear-svm'
import { bayesScales } from './naive-bayes'
import { softmaxModel } from './softmax-model'

/** Subject and detail together; the subject alone; the detail alone. */
export const views = ['whole', 'subject', 'detail'] as const
export type View = (typeof views)[number]

type Learn = (
  rows: ViewRows,
  train: readonly number[],
  labels: readonly number[],
  labelCount: number,
) => LinearModel

/** Costs chosen by cross-validation. */
const cost: Record<View, number> = { whole: 4, subject: 1, detail: 4 }

export const svm =
  (view: View): Learn =>
  (rows, train, labels, labelCount) =>
    linearSvm(rows, train, labels, labelCount, cost[view])

const bayesSvm =
  (view: View): Learn =>
  (rows, train, labels, labelCount) =>
    linearSvm(rows, train, labels, labelCount, cost[view], bayesScales(rows, train, labels, labelCount))

/**
 * Who is asked: every one is linear in its view's rows, so that all are folded into the two weights of a gram and cost
 * nothing at run time. They err on different messages; the calibration learns whom to believe for which label.
 */
export const opinions: readonly { view: View; learn: Learn }[] = [
  ...views.map((view) => ({ view, learn: svm(view) })),
  ...views.map((view) => ({ view, learn: softmaxModel })),
  { view: 'whole', learn: bayesSvm('whole') },
]

/** Rows as one view sees them: values weighted, grams of weight zero left out, every row of unit length. */
export function viewRows(rows: GramRows, weights: Float64Array, view: View): ViewRows {
  const rowCount = rows.start.length - 1
  const start = new Int32Array(rowCount + 1)
  const gram = new Int32Array(rows.gram.length)
  const value = new Float32Array(rows.gram.length)
  const times = view === 'whole' ? rows.whole : rows.own
  let to = 0
  for (let row = 0; row < rowCount; row++) {
    let squares = 0
    const from = to
    for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++) {
      const number = rows.gram[at]!
      const product = times[at]! * weights[number]!
      if (product === 0 || (view !== 'whole' && isSubject(rows, number) !== (view === 'subject'))) continue
      gram[to] = number
      value[to] = product
      squares += product * product
      to++
    }
    const share = squares === 0 ? 0 : 1 / Math.sqrt(squares)
    for (let at = from; at < to; at++) value[at]! *= share
    start[row + 1] = to
  }
  return { start, gram: gram.slice(0, to), value: value.slice(0, to), gramCount: weights.length }
}
