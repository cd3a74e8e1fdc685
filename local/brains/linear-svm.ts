/** Rows of one view, each of unit length. */
export interface ViewRows {
  start: Int32Array
  gram: Int32Array
  value: Float32Array
  gramCount: number
}

export interface LinearModel {
  /** By gram and label. */
  weights: Float32Array
  bias: Float32Array
}

const passes = 8

/**
 * One label against the rest, for all labels at once: L2-regularised squared hinge, by dual coordinate descent (Hsieh et
 * al. 2008, as in liblinear). The order is shuffled by a fixed seed, so that the same rows give the same model.
 * @param scales by gram and label: how much louder a gram speaks to that label's machine (naive-bayes.ts); 1 where absent
 */
export function linearSvm(
  view: ViewRows,
  train: readonly number[],
  labels: readonly number[],
  labelCount: number,
  cost: number,
  scales: Float32Array = new Float32Array(view.gramCount * labelCount).fill(1),
): LinearModel {
  const weights = new Float32Array(view.gramCount * labelCount)
  const bias = new Float32Array(labelCount)
  const alpha = new Float32Array(train.length * labelCount)
  const order = Int32Array.from(train, (_, index) => index)
  const scores = new Float64Array(labelCount)
  const steps = new Float64Array(labelCount)
  const slack = 1 / (2 * cost)
  const squares = squaresOf(view, train, labelCount, scales)
  const random = shuffler(1)
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random)
    for (const index of order) {
      const from = view.start[train[index]!]!
      const to = view.start[train[index]! + 1]!
      scores.set(bias)
      for (let at = from; at < to; at++) {
        const base = view.gram[at]! * labelCount
        const value = view.value[at]!
        for (let label = 0; label < labelCount; label++) scores[label]! += weights[base + label]! * value
      }
      let moved = false
      for (let label = 0; label < labelCount; label++) {
        const sign = labels[index] === label ? 1 : -1
        const before = alpha[index * labelCount + label]!
        const gradient = sign * scores[label]! - 1 + before * slack
        // The row's own length and its bias of 1.
        const curvature = squares[index * labelCount + label]! + 1 + slack
        const after = Math.max(0, before - gradient / curvature)
        alpha[index * labelCount + label] = after
        steps[label] = (after - before) * sign
        bias[label]! += steps[label]!
        moved ||= after !== before
      }
      if (!moved) continue
      for (let at = from; at < to; at++) {
        const base = view.gram[at]! * labelCount
        const value = view.value[at]!
        for (let label = 0; label < labelCount; label++)
          weights[base + label]! += steps[label]! * value * scales[base + label]! ** 2
      }
    }
  }
  return { weights, bias }
}

/** Squared lengths of the rows as each label's machine sees them. */
function squaresOf(view: ViewRows, train: readonly number[], labelCount: number, scales: Float32Array) {
  const squares = new Float32Array(train.length * labelCount)
  train.forEach((row, index) => {
    for (let at = view.start[row]!; at < view.start[row + 1]!; at++)
      for (let label = 0; label < labelCount; label++)
        squares[index * labelCount + label]! +=
          (view.value[at]! * scales[view.gram[at]! * labelCount + label]!) ** 2
  })
  return squares
}

/** Labels' scores of one row. */
export function scoresOf(view: ViewRows, row: number, { weights, bias }: LinearModel): Float64Array {
  const scores = Float64Array.from(bias)
  for (let at = view.start[row]!; at < view.start[row + 1]!; at++) {
    const base = view.gram[at]! * scores.length
    for (let label = 0; label < scores.length; label++)
      scores[label]! += weights[base + label]! * view.value[at]!
  }
  return scores
}

export function shuffle(order: Int32Array, random: () => number) {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const kept = order[last]!
    order[last] = order[other]!
    order[other] = kept
  }
}

/** Mulberry32. */
export function shuffler(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
