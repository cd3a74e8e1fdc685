import { expect, test } from 'vitest'
import { classifyText } from '../../../cloudfunctions/domain/routing/text/classify-text'
import { readTextModel } from '../../../cloudfunctions/domain/routing/text/text-model'
import { gramRows } from '../../../local/brains/gram-rows'
import { measure, thresholdFor } from '../../../local/brains/metrics'
import { packModel } from '../../../local/brains/pack-model'
import { foldsOf } from '../../../local/brains/splits'
import { trainModel } from '../../../local/brains/train-model'
import { crossValidate } from '../../../local/brains/cross-validate'
import { inventedLabels, inventedMessages } from './invented-messages'

const messages = inventedMessages(150)
const rows = gramRows(messages)
const trained = trainModel({
  rows,
  train: messages.map((_, row) => row),
  labels: messages.map(({ label }) => inventedLabels.indexOf(label!)),
  folds: foldsOf(messages),
  labelNames: inventedLabels,
})
const model = readTextModel(packModel(trained, rows))

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
    train: messages.map((_, row) => row),
    labels: messages.map(({ label }) => inventedLabels.indexOf(label!)),
    folds: foldsOf(messages),
    labelNames: inventedLabels,
  })
  expect(packModel(again, rows)).toEqual(packModel(trained, rows))
})

test('packing keeps every gram, and the differences between its labels to a fifth of the largest weight', () => {
  const kept = [...trained.gramWeights.keys()].filter((gram) => trained.gramWeights[gram]! > 0)
  expect(model.keys.length).toBeGreaterThanOrEqual(kept.length)
  const labels = inventedLabels.length
  for (const gram of kept) {
    const at = model.keys.indexOf(rows.keys[gram]!)
    expect(model.gramWeights[at]! / trained.gramWeights[gram]!).toBeCloseTo(1, 1)
    for (const view of [0, 1]) {
      const before = trained.weights.subarray((gram * 2 + view) * labels, (gram * 2 + view + 1) * labels)
      const shares = model.weights.subarray((at * 2 + view) * labels, (at * 2 + view + 1) * labels)
      const after = Array.from(shares, (share) => share * model.labelWeights[at]!)
      const largest = Math.max(
        ...trained.weights.subarray(gram * 2 * labels, (gram + 1) * 2 * labels).map(Math.abs),
      )
      for (let label = 1; label < labels; label++)
        expect(Math.abs(before[label]! - before[0]! - (after[label]! - after[0]!))).toBeLessThan(
          0.2 * largest + 1e-5,
        )
    }
  }
})

test('cross-validation judges every row once, by a model that has not seen its fold', () => {
  const folds = foldsOf(messages)
  const results = [...crossValidate(messages, inventedLabels, folds)]
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
