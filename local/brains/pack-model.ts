import {
  gramBytes,
  keyBytes,
  levels,
  type StoredTextModel,
} from '../../cloudfunctions/domain/routing/text/text-model'
import type { GramRows } from './gram-rows'
import type { Trained } from './train-model'

const widestGap = 2 ** (8 * keyBytes) - 1

/** A trained model as it is kept (see text-model.ts for the format). */
export function packModel(trained: Trained, { keys }: GramRows): StoredTextModel {
  const labelCount = trained.labelNames.length
  const grams = [...trained.gramWeights.keys()]
    .filter((gram) => trained.gramWeights[gram]! > 0)
    .sort((one, other) => keys[one]! - keys[other]!)
  const gramScale = logScale(grams.map((gram) => trained.gramWeights[gram]!))
  const centred = centre(trained)
  const largest = grams.map((gram) => largestOf(centred, gram, labelCount))
  const labelScale = logScale(largest)
  const bytes: number[] = []
  let previous = 0
  grams.forEach((gram, index) => {
    // Some grams lie far apart: what two bytes can't say is bridged by grams that no message has and that say nothing.
    for (; keys[gram]! - previous > widestGap; previous += widestGap)
      bytes.push(255, 255, ...new Array<number>(gramBytes(labelCount) - keyBytes).fill(0))
    const gap = keys[gram]! - previous
    previous = keys[gram]!
    const scaleCode = labelScale.codeOf(largest[index]!)
    const scale = labelScale.valueOf(scaleCode)
    bytes.push(gap >>> 8, gap & 255)
    bytes.push(gramScale.codeOf(trained.gramWeights[gram]!), scaleCode)
    for (let label = 0; label < labelCount; label++) {
      const weightAt = (own: 0 | 1) => centred[(gram * 2 + own) * labelCount + label]!
      bytes.push((codeOf(weightAt(0), scale) << 4) | codeOf(weightAt(1), scale))
    }
  })
  if (bytes.length % gramBytes(labelCount) !== 0) throw new Error('A packed gram has another size')
  return {
    format: 1,
    labels: trained.labelNames,
    threshold: round(trained.threshold),
    bias: Array.from(trained.bias, round),
    subjectAlone: {
      matrix: Array.from(trained.subjectAlone.matrix, round),
      bias: Array.from(trained.subjectAlone.bias, round),
    },
    gramWeight: gramScale.stored,
    labelWeight: labelScale.stored,
    grams: Buffer.from(bytes).toString('base64'),
  }
}

/** A gram's weights moved together until the largest is as small as can be: it changes no difference between labels. */
function centre({ weights, labelNames }: Trained): Float32Array {
  const labels = labelNames.length
  const centred = new Float32Array(weights.length)
  for (let at = 0; at < weights.length; at += labels) {
    const own = weights.subarray(at, at + labels)
    const middle = (Math.max(...own) + Math.min(...own)) / 2
    own.forEach((weight, label) => (centred[at + label] = weight - middle))
  }
  return centred
}

const largestOf = (weights: Float32Array, gram: number, labels: number): number =>
  weights
    .subarray(gram * 2 * labels, (gram + 1) * 2 * labels)
    .reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6)

/** A byte for each value, in equal steps of its logarithm: the same relative error for small and large ones. */
function logScale(values: readonly number[]) {
  const logs = values.map(Math.log)
  const least = logs.reduce((left, right) => Math.min(left, right), Infinity)
  const most = logs.reduce((left, right) => Math.max(left, right), -Infinity)
  const step = Math.max(1e-6, (most - least) / 255)
  return {
    stored: [least, step] as const,
    codeOf: (value: number) => Math.round((Math.log(value) - least) / step),
    valueOf: (code: number) => Math.exp(least + step * code),
  }
}

const codeOf = (weight: number, scale: number): number => {
  const level = Math.min(levels, Math.round((Math.abs(weight) / scale) * levels))
  return (weight < 0 ? 8 : 0) | level
}

const round = (value: number) => Number(value.toPrecision(6))
