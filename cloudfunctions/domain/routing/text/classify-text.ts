import type { MessageText } from '../suggest-service'
import { part, visitGrams } from './message-grams'
import { tellingWords } from './telling-words'
import { gramAt, type TextModel } from './text-model'

export interface Classified {
  /** Likeliest first; confidences are calibrated and sum to 1. */
  ranked: readonly { label: string; confidence: number }[]
  /** The message's words that told for the first label, strongest first. */
  why: readonly string[]
}

/**
 * The label of a message, by three linear views of unit length added up: subject and detail together, the subject
 * alone, the detail alone. Training has folded the calibration into the weights (local/brains/train-model.ts).
 */
export function classifyText(message: MessageText, model: TextModel): Classified {
  const seen = look(message, model)
  const alone = message.detail.trim() === ''
  scale(seen, model, alone)
  const confidences = softmax(alone ? sumSubject(seen, model) : sum(seen, model))
  const order = model.labels
    .map((_, label) => label)
    .sort((one, other) => confidences[other]! - confidences[one]!)
  const [first = 0, second = 0] = order
  return {
    ranked: order.map((label) => ({ label: model.labels[label]!, confidence: confidences[label]! })),
    why: tellingWords(seen, (gram) => tells(gram, first, second, model)),
  }
}

/** A gram of the message that the model knows: where it first stood, and how much it counts. */
interface Seen {
  gram: number
  ofSubject: boolean
  text: string
  at: number
  length: number
  /** First how often, then (by `scale`) its value in a view of unit length: the whole message, and its own part. */
  whole: number
  own: number
}

function look(message: MessageText, model: TextModel): Seen[] {
  const seen: Seen[] = []
  const placeOf = new Uint16Array(model.keys.length)
  visitGrams(message, (key, from, whole, own, text, at, length) => {
    const gram = gramAt(model, key)
    if (gram < 0) return
    const known = seen[placeOf[gram]! - 1]
    if (known) {
      known.whole += whole
      known.own += own
      return
    }
    seen.push({ gram, ofSubject: from === part.subject, text, at, length, whole, own })
    placeOf[gram] = seen.length
  })
  return seen
}

/** Repetition adds less and less; then every view is made of unit length. A subject alone has its own view only. */
function scale(seen: readonly Seen[], { gramWeights }: TextModel, alone: boolean) {
  let whole = 0
  let subject = 0
  let detail = 0
  for (const one of seen) {
    const weight = gramWeights[one.gram]!
    one.whole = alone ? 0 : (1 + Math.log(one.whole)) * weight
    one.own = one.own === 0 || (alone && !one.ofSubject) ? 0 : (1 + Math.log(one.own)) * weight
    whole += one.whole * one.whole
    if (one.ofSubject) subject += one.own * one.own
    else detail += one.own * one.own
  }
  const ofWhole = inverse(whole)
  const ofSubject = inverse(subject)
  const ofDetail = inverse(detail)
  for (const one of seen) {
    one.whole *= ofWhole
    one.own *= one.ofSubject ? ofSubject : ofDetail
  }
}

const inverse = (squares: number): number => (squares === 0 ? 0 : 1 / Math.sqrt(squares))

function sum(seen: readonly Seen[], { bias, weights, labelWeights }: TextModel): Float64Array {
  const logits = Float64Array.from(bias)
  const labels = logits.length
  for (const { gram, whole, own } of seen) {
    const at = gram * 2 * labels
    const inWhole = whole * labelWeights[gram]!
    const inOwn = own * labelWeights[gram]!
    for (let label = 0; label < labels; label++)
      logits[label]! += inWhole * weights[at + label]! + inOwn * weights[at + labels + label]!
  }
  return logits
}

/** A subject without a detail is too unlike what the whole view learnt from: it is judged by its own view. */
function sumSubject(seen: readonly Seen[], { bias, weights, labelWeights, subjectAlone }: TextModel) {
  const labels = bias.length
  const said = new Float64Array(labels)
  for (const { gram, own } of seen)
    for (let label = 0; label < labels; label++)
      said[label]! += own * labelWeights[gram]! * weights[(gram * 2 + 1) * labels + label]!
  // Packing moves a gram's weights together; only what lies above or below their mean says anything.
  const mean = said.reduce((left, right) => left + right, 0) / labels
  const logits = Float64Array.from(subjectAlone.bias)
  for (let from = 0; from < labels; from++)
    for (let label = 0; label < labels; label++)
      logits[label]! += (said[from]! - mean) * subjectAlone.matrix[from * labels + label]!
  return logits
}

/** How much a gram spoke for the first label rather than the second, in logits. */
function tells({ gram, whole, own }: Seen, first: number, second: number, model: TextModel): number {
  const { weights } = model
  const labels = model.labels.length
  const at = gram * 2 * labels
  return (
    model.labelWeights[gram]! *
    (whole * (weights[at + first]! - weights[at + second]!) +
      own * (weights[at + labels + first]! - weights[at + labels + second]!))
  )
}

export function softmax(logits: ArrayLike<number>): number[] {
  const values = Array.from(logits)
  const highest = Math.max(...values)
  const powers = values.map((logit) => Math.exp(logit - highest))
  const total = powers.reduce((left, right) => left + right, 0)
  return powers.map((power) => power / total)
}
