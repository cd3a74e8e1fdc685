import { BitReader } from './bit-reader'

/** A trained model as it is kept: text, so that it travels with the code. Written by `npm run train`. */
export interface StoredTextModel {
  format: 2
  labels: readonly string[]
  /** At and above this confidence, cross-validated precision was at least 98 %. A tenant may set another. */
  threshold: number
  /** Added to each label's sum. */
  bias: readonly number[]
  /** Makes calibrated logits of what the subject alone says, for messages without a detail: labels times labels. */
  subjectAlone: { matrix: readonly number[]; bias: readonly number[] }
  /** Logarithm of the least gram weight, and the step, from which a code tells the weight. */
  gramWeight: readonly [least: number, step: number]
  /** The same for the scale of a gram's label weights, in logits. */
  labelWeight: readonly [least: number, step: number]
  gramCount: number
  /** Width of the differences between keys (Rice codes). */
  gapBits: number
  /** Bits as characters (bit-reader.ts): per gram, by ascending key, the difference to the key before and two codes; then the weights of all. */
  grams: string
}

export interface TextModel {
  labels: readonly string[]
  threshold: number
  bias: readonly number[]
  subjectAlone: { matrix: readonly number[]; bias: readonly number[] }
  /** Open addressing: position of a gram plus one, zero where free. A power of two long. */
  slots: Uint16Array
  keys: Uint32Array
  /** How much a gram counts: rarity times what it tells apart. */
  gramWeights: Float32Array
  /** Per gram, the labels' logits when it is seen in the whole message, then in its own part; in steps of its `labelWeight`. */
  weights: Int8Array
  labelWeights: Float32Array
}

/** A label weight is one of so many steps below zero, zero, or as many above. */
export const levels = 3
export const radix = 2 * levels + 1
/** Six weights of seven values each are 117,649 values: less than 2^17. */
export const weightGroup = { weights: 6, bits: 17 }
export const codeBits = { gramWeight: 5, labelWeight: 5 }

const slotCount = 1 << 16
const slotShift = 28 - 16

/** Reads a stored model; about 2 ms for 30,000 grams. Throws where the text isn't such a model: that's a bug. */
export function readTextModel(stored: StoredTextModel): TextModel {
  const { gramCount, gapBits, labels, threshold, bias, subjectAlone } = stored
  // Checked as it was read from a file, whatever its type says.
  if ((stored.format as number) !== 2 || gramCount >= slotCount)
    throw new Error('Not a text model of format 2')
  const reader = new BitReader(stored.grams)
  const keys = new Uint32Array(gramCount)
  const gramWeights = new Float32Array(gramCount)
  const labelWeights = new Float32Array(gramCount)
  const slots = new Uint16Array(slotCount)
  const gramWeightOf = scaleTable(stored.gramWeight, codeBits.gramWeight)
  const labelWeightOf = scaleTable(stored.labelWeight, codeBits.labelWeight)
  let key = 0
  for (let gram = 0; gram < gramCount; gram++) {
    key += reader.readGap(gapBits)
    keys[gram] = key
    gramWeights[gram] = gramWeightOf[reader.read(codeBits.gramWeight)]!
    labelWeights[gram] = labelWeightOf[reader.read(codeBits.labelWeight)]!
    let slot = key >>> slotShift
    while (slots[slot] !== 0) slot = (slot + 1) & (slotCount - 1)
    slots[slot] = gram + 1
  }
  const weights = readWeights(reader, gramCount * 2 * labels.length)
  return { labels, threshold, bias, subjectAlone, slots, keys, gramWeights, weights, labelWeights }
}

function readWeights(reader: BitReader, count: number): Int8Array {
  const weights = new Int8Array(count)
  for (let at = 0; at < count; at += weightGroup.weights) {
    let group = reader.read(weightGroup.bits)
    for (let nth = at; nth < at + weightGroup.weights && nth < count; nth++) {
      weights[nth] = (group % radix) - levels
      // A whole number below 2^31: the bit operation cuts as Math.floor does, in a third of the time.
      group = (group / radix) | 0
    }
  }
  return weights
}

/** Where a gram stands in the model, or -1. */
export function gramAt({ slots, keys }: TextModel, key: number): number {
  for (let slot = key >>> slotShift; ; slot = (slot + 1) & (slotCount - 1)) {
    const gram = slots[slot]! - 1
    if (gram < 0 || keys[gram] === key) return gram
  }
}

const scaleTable = ([least, step]: readonly [number, number], bits: number) =>
  Float32Array.from({ length: 1 << bits }, (_, code) => Math.exp(least + step * code))
