import { shuffle, shuffler, type LinearModel, type ViewRows } from './linear-svm'

const passes = 20
const rate = 0.5
const biasRate = 0.05
const decay = 1e-5
/** Its logits are some eight times an SVM's scores; the calibration learns from scores of one size. */
const size = 1 / 8

/**
 * All labels at once by multinomial logistic regression (AdaGrad, Duchi et al. 2011). What it takes for the second likeliest
 * label is right more often than an SVM's, which only ever asked whether a label is the one. The same rows give the same model.
 */
export function softmaxModel(
  view: ViewRows,
  train: readonly number[],
  labels: readonly number[],
  labelCount: number,
): LinearModel {
  const weights = new Float32Array(view.gramCount * labelCount)
  const squares = new Float32Array(view.gramCount * labelCount).fill(1e-6)
  const bias = new Float32Array(labelCount)
  const order = Int32Array.from(train, (_, index) => index)
  const errors = new Float64Array(labelCount)
  const random = shuffler(7)
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random)
    for (const index of order) {
      const from = view.start[train[index]!]!
      const to = view.start[train[index]! + 1]!
      errors.set(bias)
      for (let at = from; at < to; at++) {
        const base = view.gram[at]! * labelCount
        const value = view.value[at]!
        for (let label = 0; label < labelCount; label++) errors[label]! += weights[base + label]! * value
      }
      toErrors(errors, labels[index]!)
      for (let label = 0; label < labelCount; label++) bias[label]! -= biasRate * errors[label]!
      for (let at = from; at < to; at++) {
        const base = view.gram[at]! * labelCount
        const value = view.value[at]!
        for (let label = 0; label < labelCount; label++) {
          const gradient = errors[label]! * value + decay * weights[base + label]!
          squares[base + label]! += gradient * gradient
          weights[base + label]! -= (rate * gradient) / Math.sqrt(squares[base + label]!)
        }
      }
    }
  }
  return { weights: centred(weights, labelCount), bias: centred(bias, labelCount) }
}

/** Logits become probabilities, less 1 for the truth. */
function toErrors(logits: Float64Array, truth: number) {
  const highest = logits.reduce((one, other) => Math.max(one, other))
  let total = 0
  logits.forEach((logit, label) => (total += logits[label] = Math.exp(logit - highest)))
  logits.forEach((power, label) => (logits[label] = power / total - (label === truth ? 1 : 0)))
}

/** Of no effect on the probabilities: the labels' mean is zero. */
const centred = (weights: Float32Array, labelCount: number): Float32Array => {
  const moved = new Float32Array(weights.length)
  for (let base = 0; base < weights.length; base += labelCount) {
    const own = weights.subarray(base, base + labelCount)
    const mean = own.reduce((one, other) => one + other, 0) / labelCount
    own.forEach((weight, label) => (moved[base + label] = (weight - mean) * size))
  }
  return moved
}
