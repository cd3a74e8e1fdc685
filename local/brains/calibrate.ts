/** Turns the opinions' scores into calibrated logits: logit[label] = bias[label] + Σ score · matrix[score][label]. */
export interface Calibration {
  /** By score (opinions times labels) and label. */
  matrix: Float64Array
  bias: Float64Array
}

const rounds = 400
const rate = 0.25
const momentum = 0.9
/** Towards each opinion speaking for its own labels only. */
const pull = 2e-3
const ownShare = 3
const tiny = 1e-9

/**
 * Multinomial logistic regression over the scores of rows that the scoring models had not seen: it learns whom to
 * believe for which label, which labels are taken for each other, and the temperature, all at once. What it makes likely is
 * the truth as the first and, as much, the truth among the first two: the desk is shown those.
 */
export function calibrate(
  scores: readonly Float64Array[],
  labels: readonly number[],
  labelCount: number,
): Calibration {
  const scoreCount = scores[0]?.length ?? 0
  const opinions = scoreCount / labelCount
  const start = Float64Array.from({ length: scoreCount * labelCount }, (_, at) =>
    Math.floor(at / labelCount) % labelCount === at % labelCount ? ownShare / opinions : 0,
  )
  const calibration = { matrix: start.slice(), bias: new Float64Array(labelCount) }
  const moving = new Float64Array(start.length)
  const movingBias = new Float64Array(labelCount)
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(start.length)
    const gradientBias = new Float64Array(labelCount)
    scores.forEach((row, index) => {
      const confidences = logitsOf(row, calibration)
      softmaxInPlace(confidences)
      toErrors(confidences, labels[index]!)
      for (let label = 0; label < labelCount; label++) {
        gradientBias[label]! += confidences[label]!
        for (let score = 0; score < scoreCount; score++)
          gradient[score * labelCount + label]! += row[score]! * confidences[label]!
      }
    })
    for (let at = 0; at < start.length; at++) {
      const towards = gradient[at]! / scores.length + pull * (calibration.matrix[at]! - start[at]!)
      moving[at] = momentum * moving[at]! + towards
      calibration.matrix[at]! -= rate * moving[at]!
    }
    for (let label = 0; label < labelCount; label++) {
      movingBias[label] = momentum * movingBias[label]! + gradientBias[label]! / scores.length
      calibration.bias[label]! -= rate * movingBias[label]!
    }
  }
  return calibration
}

export function logitsOf(row: Float64Array, { matrix, bias }: Calibration): Float64Array {
  const logits = Float64Array.from(bias)
  for (let score = 0; score < row.length; score++)
    for (let label = 0; label < logits.length; label++)
      logits[label]! += row[score]! * matrix[score * logits.length + label]!
  return logits
}

/** Millions of times a training: no array is made. */
function softmaxInPlace(logits: Float64Array) {
  let highest = -Infinity
  let total = 0
  for (let label = 0; label < logits.length; label++) highest = Math.max(highest, logits[label]!)
  for (let label = 0; label < logits.length; label++)
    total += logits[label] = Math.exp(logits[label]! - highest)
  for (let label = 0; label < logits.length; label++) logits[label]! /= total
}

/**
 * From confidences to what each logit should come down by, for −log p(truth first) − log p(truth in the first two). The latter
 * drawn as by Plackett and Luce: p(truth) · (1 + Σ of the others' p / (1 − p)).
 */
function toErrors(confidences: Float64Array, truth: number) {
  let odds = 1
  for (let label = 0; label < confidences.length; label++)
    if (label !== truth) odds += confidences[label]! / (1 - confidences[label]! + tiny)
  let mean = 0
  const slope = (label: number) => {
    const confidence = confidences[label]!
    return label === truth ? 0 : confidence / (1 - confidence + tiny) ** 2 / odds
  }
  for (let label = 0; label < confidences.length; label++) mean += slope(label)
  for (let label = 0; label < confidences.length; label++)
    confidences[label] =
      2 * (confidences[label]! - (label === truth ? 1 : 0)) - slope(label) + confidences[label]! * mean
}
