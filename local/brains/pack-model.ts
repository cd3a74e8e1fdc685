import { pairBits } from '../../cloudfunctions/domain/routing/text/bit-reader'
import {
  codeBits,
  levels,
  radix,
  weightGroup,
  type StoredTextModel,
} from '../../cloudfunctions/domain/routing/text/text-model'
import { BitWriter } from './bit-writer'
import type { GramRows } from './gram-rows'
import { bestStep, roundWeights } from './round-weights'
import type { Trained } from './train-model'

/**
 * A trained model as it is kept (see text-model.ts for the format).
 * @param train numbers of the rows that it was learnt from
 */
export function packModel(trained: Trained, rows: GramRows, train: readonly number[]): StoredTextModel {
  const { gramWeights, labelNames } = trained
  const { keys } = rows
  const perGram = 2 * labelNames.length
  const grams = [...gramWeights.keys()]
    .filter((gram) => gramWeights[gram]! > 0)
    .sort((one, other) => keys[one]! - keys[other]!)
  const weights = centre(trained)
  const weightsOf = (gram: number) => weights.subarray(gram * perGram, (gram + 1) * perGram)
  const gramScale = logScale(
    grams.map((gram) => gramWeights[gram]!),
    codeBits.gramWeight,
  )
  const stepScale = logScale(
    grams.map((gram) => bestStep(weightsOf(gram))),
    codeBits.labelWeight,
  )
  const storedGramWeights = new Float64Array(gramWeights.length)
  const steps = new Float64Array(gramWeights.length)
  grams.forEach((gram, nth) => {
    storedGramWeights[gram] = gramScale.valueOf(gramScale.codes[nth]!)
    steps[gram] = stepScale.valueOf(stepScale.codes[nth]!)
  })
  const labelCount = labelNames.length
  const rounded = roundWeights({ rows, train, labelCount, gramWeights, weights, storedGramWeights, steps })
  const gapBits = riceWidth(keys[grams.at(-1)!]! / grams.length)
  const bits = new BitWriter()
  let previous = 0
  grams.forEach((gram, nth) => {
    bits.writeGap(keys[gram]! - previous, gapBits)
    previous = keys[gram]!
    bits.write(gramScale.codes[nth]!, codeBits.gramWeight)
    bits.write(stepScale.codes[nth]!, codeBits.labelWeight)
  })
  writeWeights(
    bits,
    grams.flatMap((gram) => [...rounded.subarray(gram * perGram, (gram + 1) * perGram)]),
  )
  return {
    format: 2,
    labels: labelNames,
    threshold: round(trained.threshold),
    bias: Array.from(trained.bias, round),
    subjectAlone: {
      matrix: Array.from(trained.subjectAlone.matrix, round),
      bias: Array.from(trained.subjectAlone.bias, round),
    },
    gramWeight: gramScale.stored,
    labelWeight: stepScale.stored,
    gramCount: grams.length,
    gapBits,
    grams: bits.toText(),
  }
}

const fileBytes = 300_000
/** Of a file that is not grams: names, and some twenty characters for each number by label and label. */
const besides = (labels: number): number => 1000 + 24 * labels * (labels + 3)
const bitsOfCharacter = pairBits / 2
/** A key's Rice code, on average, where so many fit as do. */
const keyBits = 14.8

/** As many grams as fit into 300 KB. */
export function mostGrams(labels: number): number {
  const bits = (fileBytes - besides(labels)) * bitsOfCharacter
  const weightBits = (2 * labels * weightGroup.bits) / weightGroup.weights
  return Math.floor(bits / (keyBits + codeBits.gramWeight + codeBits.labelWeight + weightBits))
}

/** Rice codes of gaps that come by chance are shortest at about this width. */
const riceWidth = (meanGap: number): number => Math.max(0, Math.round(Math.log2(meanGap * Math.LN2)))

function writeWeights(bits: BitWriter, weights: readonly number[]) {
  for (let at = 0; at < weights.length; at += weightGroup.weights) {
    const group = weights.slice(at, at + weightGroup.weights)
    bits.write(
      group.reduceRight((sum, weight) => sum * radix + weight + levels, 0),
      weightGroup.bits,
    )
  }
}

/** A view's weights moved together until the largest is as small as can be: it changes no difference between labels. */
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

/** A code for each value, in equal steps of its logarithm: the same relative error for small and large ones. */
function logScale(values: readonly number[], bits: number) {
  const logs = values.map(Math.log)
  const least = logs.reduce((left, right) => Math.min(left, right), Infinity)
  const most = logs.reduce((left, right) => Math.max(left, right), -Infinity)
  const step = Math.max(1e-6, (most - least) / (2 ** bits - 1))
  return {
    stored: [least, step] as const,
    codes: logs.map((log) => Math.round((log - least) / step)),
    valueOf: (code: number) => Math.exp(least + step * code),
  }
}

const round = (value: number) => Number(value.toPrecision(6))
