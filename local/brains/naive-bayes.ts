import type { ViewRows } from './linear-svm'

/** Added to every count, so that a gram that a label never had isn't infinitely against it. */
const prior = 0.3
/** How much a gram that tells nothing still counts (Wang & Manning 2012, their interpolation), and the most any may. */
const floor = 0.25
const ceiling = 3

/**
 * How strongly each gram speaks for or against each label, by the logarithm of how much likelier it is there (naive Bayes);
 * an SVM on rows scaled by it (NBSVM, Wang & Manning 2012) errs on other messages than one without.
 * @returns by gram and label; a row's length stays about 1
 */
export function bayesScales(
  view: ViewRows,
  train: readonly number[],
  labels: readonly number[],
  labelCount: number,
): Float32Array {
  const messages = new Float64Array(view.gramCount)
  const byLabel = new Float64Array(view.gramCount * labelCount)
  const rows = new Float64Array(labelCount)
  train.forEach((row, index) => {
    const label = labels[index]!
    rows[label]!++
    for (let at = view.start[row]!; at < view.start[row + 1]!; at++) {
      messages[view.gram[at]!]!++
      byLabel[view.gram[at]! * labelCount + label]!++
    }
  })
  const scales = Float32Array.from(byLabel, (here, at) => {
    const label = at % labelCount
    const everywhere = messages[Math.floor(at / labelCount)]!
    if (everywhere === 0) return 0
    const inside = (here + prior) / (rows[label]! + 1)
    const outside = (everywhere - here + prior) / (train.length - rows[label]! + 1)
    return Math.min(ceiling, Math.abs(Math.log(inside / outside)) + floor)
  })
  const length = meanLength(view, train, labelCount, scales)
  return scales.map((scale) => scale / length)
}

function meanLength(view: ViewRows, train: readonly number[], labelCount: number, scales: Float32Array) {
  let sum = 0
  for (const row of train)
    for (let label = 0; label < labelCount; label++) {
      let squares = 0
      for (let at = view.start[row]!; at < view.start[row + 1]!; at++)
        squares += (view.value[at]! * scales[view.gram[at]! * labelCount + label]!) ** 2
      sum += Math.sqrt(squares)
    }
  return sum / (train.length * labelCount)
}
