import { expect, test } from 'vitest'
import { classifyText } from '../../../cloudfunctions/domain/routing/text/classify-text'
import { readTextModel } from '../../../cloudfunctions/domain/routing/text/text-model'
import { gramRows } from '../../../local/brains/gram-rows'
import { labelledCsv } from '../../../local/brains/labelled-csv'
import { parseMessageRows } from '../../../local/brains/labelled-rows'
import { packModel } from '../../../local/brains/pack-model'
import { foldsOf } from '../../../local/brains/splits'
import { trainModel } from '../../../local/brains/train-model'
import { inventedLabels, inventedMessages } from './invented-messages'

/** What dispatchers said of 150 calls: to them 工资 is called 劳动, whatever the guess was. */
const renamed = (label: string) => (label === '工资' ? '劳动' : label)
const messages = inventedMessages(150)
const corrections = messages.map(({ id, label }) => ({ _id: id, level1: renamed(label!) }))
const ticketOf = (id: string) => {
  const message = messages.find((one) => one.id === id)
  return message && { _id: id, subject: message.subject, description: message.detail }
}

test('a model learnt from what dispatchers said tells other calls as they would', () => {
  const { rows, bad } = parseMessageRows(labelledCsv(corrections, ticketOf).csv)
  expect(bad).toEqual([])
  const labelNames = inventedLabels.map(renamed)
  const sparse = gramRows(rows)
  const train = rows.map((_, row) => row)
  const labels = rows.map(({ label }) => labelNames.indexOf(label!))
  const trained = trainModel({ rows: sparse, train, labels, folds: foldsOf(rows), labelNames })
  const model = readTextModel(packModel(trained, sparse, train))
  const others = inventedMessages(60, 21)
  const right = others.filter(
    (message) => classifyText(message, model).ranked[0]!.label === renamed(message.label!),
  )
  expect(right.length).toBeGreaterThanOrEqual(57)
})
