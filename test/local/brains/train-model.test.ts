import { expect, test } from 'vitest'
import { classifyText } from '../../../cloudfunctions/domain/routing/text/classify-text'
import { gramAt, readTextModel, type TextModel } from '../../../cloudfunctions/domain/routing/text/text-model'
import { gramRows } from '../../../local/brains/gram-rows'
import { measure, thresholdFor } from '../../../local/brains/metrics'
import { packModel } from '../../../local/brains/pack-model'
import { foldsOf } from '../../../local/brains/splits'
import { trainModel, type KnownScores } from '../../../local/brains/train-model'
import type { MessageRow } from '../../../local/brains/labelled-rows'
import { crossValidate } from '../../../local/brains/cross-validate'
import { inventedLabels, inventedMessages } from './invented-messages'

const messages = inventedMessages(150)
const rows = gramRows(messages)
const train = messages.map((_, row) => row)
const trained = trainModel({
  rows,
  train,
  labels: messages.map(({ label }) => inventedLabels.indexOf(label!)),
  folds: foldsOf(messages),
  labelNames: inventedLabels,
})
const model = readTextModel(packModel(trained, rows, train))

test('learns three matters from 150 messages and knows them in others', () => {
  const others = inventedMessages(60, 11)
  const right = others.filter((message) => classifyText(message, model).ranked[0]!.label === message.label)
  expect(right.length).toBeGreaterThanOrEqual(57)
})

test('knows them from the subject alone', () => {
  const others = inventedMessages(60, 12)
  const right = others.filter(
    ({ subject, label }) => classifyText({ subject, detail: '' }, model).ranked[0]!.label === label,
  )
  expect(right.length).toBeGreaterThanOrEqual(54)
})

test('the same rows give the same model, to the byte', () => {
  const again = trainModel({
    rows,
    train,
    labels: messages.map(({ label }) => inventedLabels.indexOf(label!)),
    folds: foldsOf(messages),
    labelNames: inventedLabels,
  })
  expect(packModel(again, rows, train)).toEqual(packModel(trained, rows, train))
})

test('packing keeps every gram, and what messages are told to be', () => {
  const kept = [...trained.gramWeights.keys()].filter((gram) => trained.gramWeights[gram]! > 0)
  const keyOf = (gram: number) => rows.keys[gram]!
  expect([...model.keys]).toEqual(kept.map(keyOf).sort((one, other) => one - other))
  for (const gram of kept)
    expect(model.gramWeights[gramAt(model, keyOf(gram))]! / trained.gramWeights[gram]!).toBeCloseTo(1, 1)
  for (const message of inventedMessages(40, 13)) {
    const before = exactly(message)
    for (const { label, confidence } of classifyText(message, model).ranked)
      expect(Math.abs(confidence - before[inventedLabels.indexOf(label)]!)).toBeLessThan(0.05)
  }
})

/** By the weights as they were learnt. */
function exactly(message: MessageRow): number[] {
  const labels = inventedLabels.length
  const numbers = new Map(rows.keys.map((key, gram) => [key, gram]))
  const weights = new Float32Array(model.keys.length * 2 * labels)
  const gramWeights = Float32Array.from(model.keys, (key, at) => {
    const gram = numbers.get(key)!
    weights.set(trained.weights.subarray(gram * 2 * labels, (gram + 1) * 2 * labels), at * 2 * labels)
    return trained.gramWeights[gram]!
  })
  const exact = {
    ...model,
    bias: [...trained.bias],
    gramWeights,
    weights,
    labelWeights: gramWeights.map(() => 1),
  }
  const { ranked } = classifyText(message, exact as unknown as TextModel)
  return inventedLabels.map((name) => ranked.find(({ label }) => label === name)!.confidence)
}

test('a model without two folds is learnt once for both of them, with the same result', () => {
  const folds = foldsOf(messages)
  const alone = (fold: number) => {
    const learnt = train.filter((row) => folds[row] !== fold)
    return (known?: KnownScores) =>
      trainModel({
        rows,
        train: learnt,
        labels: learnt.map((row) => inventedLabels.indexOf(messages[row]!.label!)),
        folds: learnt.map((row) => folds[row]!),
        labelNames: inventedLabels,
        ...(known && { known }),
      })
  }
  const known: KnownScores = new Map()
  alone(0)(known)
  const size = known.size
  expect(alone(1)(known)).toEqual(alone(1)())
  expect(known.size).toBe(size + 4)
})

test('cross-validation judges every row once, by a model that has not seen its fold', () => {
  const folds = foldsOf(messages)
  const results = [
    ...crossValidate({ rows: messages, sparse: rows, labelNames: inventedLabels, folds, known: new Map() }),
  ]
  const judged = results.flatMap(({ judged: { message } }) => message)
  expect(judged.map(({ row }) => row).sort((one, other) => one - other)).toEqual(
    messages.map((_, row) => row),
  )
  for (const { fold, judged: ways } of results)
    for (const { row } of ways.message) expect(folds[row]).toBe(fold)
  expect(measure(judged, inventedLabels.length).accuracy).toBeGreaterThan(0.95)
})

test('rows of one group are never split', () => {
  const grouped = messages.map((message, n) => ({ ...message, group: `g${n % 20}` }))
  const folds = foldsOf(grouped)
  const byGroup = new Map<string, Set<number>>()
  grouped.forEach(({ group }, n) =>
    byGroup.set(group, (byGroup.get(group) ?? new Set<number>()).add(folds[n]!)),
  )
  for (const foldsOfGroup of byGroup.values()) expect(foldsOfGroup.size).toBe(1)
})

test.each([
  ['all right', [0.9, 0.8, 0.7], [0, 0, 0], 0.7],
  ['none right', [0.9, 0.8], [1, 1], 1],
  ['wrong below 0.8', [0.9, 0.8, 0.6], [0, 0, 1], 0.8],
])('the threshold where %s', (_, confidences, labels, threshold) => {
  expect(
    thresholdFor(
      confidences.map((confidence) => [confidence, 1 - confidence]),
      labels,
    ),
  ).toBe(threshold)
})

test('measures accuracy, macro-F1, the first two and what is dispatched by itself', () => {
  const judged = [
    { truth: 0, confidences: [0.9, 0.1, 0], threshold: 0.8 },
    { truth: 1, confidences: [0.6, 0.4, 0], threshold: 0.8 },
    { truth: 1, confidences: [0.1, 0.9, 0], threshold: 0.8 },
    { truth: 0, confidences: [0.3, 0.2, 0.5], threshold: 0.8 },
  ]
  expect(measure(judged, 3)).toMatchObject({
    accuracy: 0.5,
    top2: 1,
    auto: { coverage: 0.5, precision: 1 },
  })
})
