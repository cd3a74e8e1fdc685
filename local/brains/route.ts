import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { suggestFromText } from '../../cloudfunctions/domain/routing/text/suggest-from-text'
import { readTextModel, type StoredTextModel } from '../../cloudfunctions/domain/routing/text/text-model'
import { trainedModel } from '../../cloudfunctions/domain/routing/text/trained-model'
import { sampleServices } from '../district/catalogue'
import { readMessageRows } from './labelled-rows'

/**
 * `npm run route -- --input FILE.csv --json OUT` (columns id or row_id, subject, detail; optional `--model model.json`).
 * Writes {id, service, level1, confidence, alternatives, basis, auto, why} for every row, by the sample catalogue.
 */
const { values } = parseArgs({
  options: { input: { type: 'string' }, json: { type: 'string' }, model: { type: 'string' } },
})
if (!values.input || !values.json) {
  console.error('npm run route -- --input FILE.csv --json OUT [--model model.json]')
  process.exit(2)
}
const model = values.model
  ? readTextModel(JSON.parse(readFileSync(values.model, 'utf8')) as StoredTextModel)
  : trainedModel()
const services = sampleServices()
const { rows, bad } = readMessageRows(values.input)
for (const { line, because } of bad) console.error(`line ${line} left out: ${because}`)

const startedAt = performance.now()
const routed = rows.map(({ id, subject, detail }) => {
  const { serviceCode, level1, confidence, alternatives, basis, auto, why } = suggestFromText(
    { subject, detail },
    services,
    model,
  )
  return {
    id,
    service: serviceCode ?? null,
    level1,
    confidence: round(confidence),
    alternatives: alternatives.map((other) => ({
      service: other.serviceCode ?? null,
      level1: other.level1,
      confidence: round(other.confidence),
    })),
    basis,
    auto,
    why,
  }
})
const perMessage = ((performance.now() - startedAt) / Math.max(1, rows.length)).toFixed(3)
writeFileSync(values.json, `${JSON.stringify(routed, null, 1)}\n`)
console.log(`${rows.length} rows routed, ${bad.length} left out, ${perMessage} ms a message`)

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
