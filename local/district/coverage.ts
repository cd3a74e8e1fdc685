import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { suggestService } from '../../cloudfunctions/domain/routing/suggest-service'
import { sampleServices } from './catalogue'

/**
 * How far the catalogue's words reach: `npx tsx local/district/coverage.ts FILE.csv` (columns subject, detail, and label
 * where there is a truth). Prints figures and, per class, where they go; never a text.
 */
const [file] = process.argv.slice(2)
if (!file) throw new Error('usage: npx tsx local/district/coverage.ts FILE.csv')

const services = sampleServices()
const level1Of = new Map(services.map(({ code, level1 }) => [code, level1]))
const tally = { messages: 0, suggested: 0, labelled: 0, right: 0 }
const byService = new Map<string, { suggested: number; right: number }>()
const byClass = new Map<string, { messages: number; suggested: number; right: number }>()

for await (const row of createReadStream(file).pipe(parse({ columns: true, bom: true }))) {
  const { subject = '', detail = '', label } = row as Record<string, string | undefined>
  const suggestion = suggestService({ subject, detail }, services)
  const right = suggestion !== undefined && level1Of.get(suggestion.serviceCode) === label
  tally.messages++
  if (label !== undefined) {
    const ofClass = byClass.get(label) ?? { messages: 0, suggested: 0, right: 0 }
    ofClass.messages++
    if (suggestion) ofClass.suggested++
    if (right) ofClass.right++
    byClass.set(label, ofClass)
  }
  if (!suggestion) continue
  tally.suggested++
  if (label !== undefined) tally.labelled++
  if (right) tally.right++
  const ofService = byService.get(suggestion.serviceCode) ?? { suggested: 0, right: 0 }
  ofService.suggested++
  if (right) ofService.right++
  byService.set(suggestion.serviceCode, ofService)
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)} %`

console.log(`messages ${tally.messages}`)
console.log(`given a service ${tally.suggested} (${percent(tally.suggested, tally.messages)})`)
console.log(`services used ${byService.size} of ${services.length}`)
if (tally.labelled > 0) {
  console.log(`level-1 right ${tally.right} of ${tally.labelled} (${percent(tally.right, tally.labelled)})`)
  for (const [label, { messages, suggested, right }] of byClass)
    console.log(
      `  ${label}: ${messages}, given ${percent(suggested, messages)}, right ${percent(right, suggested)}`,
    )
}
for (const [code, { suggested, right }] of [...byService].sort(([, a], [, b]) => b.suggested - a.suggested))
  console.log(`  ${code}: ${suggested}${tally.labelled > 0 ? `, right ${percent(right, suggested)}` : ''}`)
