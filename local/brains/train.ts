import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { crossValidate, type FoldResult, type Shown } from './cross-validate'
import { sampleServices } from '../district/catalogue'
import { gramRows } from './gram-rows'
import { inAll } from './judge-dispatch'
import { readMessageRows, type MessageRow } from './labelled-rows'
import { measure, type Told } from './metrics'
import { packModel } from './pack-model'
import { foldsOf } from './splits'
import { trainModel, type KnownScores } from './train-model'

/**
 * `npm run train -- --input labelled.csv --out model.json` (columns id, subject, detail, label; optional fold or group).
 * Prints the nested cross-validation, then learns from all rows. `--errors FILE` lists the ids of what was told wrong;
 * `--words` tells as well what the product makes of it with the words of the sample catalogue.
 */
const { values } = parseArgs({
  options: {
    input: { type: 'string' },
    out: { type: 'string' },
    errors: { type: 'string' },
    words: { type: 'boolean' },
    'no-validation': { type: 'boolean' },
  },
})
if (!values.input || !values.out) {
  console.error(
    'npm run train -- --input labelled.csv --out model.json [--errors errors.csv] [--words] [--no-validation]',
  )
  process.exit(2)
}

const { rows: read, bad } = readMessageRows(values.input)
for (const { line, because } of bad) console.error(`line ${line} left out: ${because}`)
const rows = read.filter(({ label }) => label !== undefined)
const labelNames = [...new Set(rows.map(({ label }) => label!))].sort((one, other) =>
  one.localeCompare(other, 'zh'),
)
if (labelNames.length < 2) {
  console.error(
    `${rows.length} labelled rows with ${labelNames.length} label: at least two labels are needed`,
  )
  process.exit(2)
}
console.log(`${rows.length} rows, ${labelNames.length} labels`)
const folds = foldsOf(rows)
const sparse = gramRows(rows)
const known: KnownScores = new Map()

if (!values['no-validation']) {
  const results: FoldResult[] = []
  const services = values.words ? sampleServices() : undefined
  for (const result of crossValidate({
    rows,
    sparse,
    labelNames,
    folds,
    known,
    ...(services && { services }),
  })) {
    results.push(result)
    print(`fold ${result.fold}`, measure(result.judged.message, labelNames.length))
  }
  for (const shown of ['message', 'subject', 'first60'] as const) report(shown, results)
  if (services) for (const shown of ['message', 'subject', 'first60'] as const) reportWords(shown, results)
  if (values.errors) writeErrors(values.errors, results, rows)
}

const startedAt = performance.now()
const train = rows.map((_, row) => row)
const trained = trainModel({
  rows: sparse,
  train,
  labels: rows.map(({ label }) => labelNames.indexOf(label!)),
  folds,
  labelNames,
  known,
})
const text = `${JSON.stringify(packModel(trained, sparse, train), null, 2)}\n`
writeFileSync(values.out, text)
console.log(
  `${values.out}: ${Buffer.byteLength(text)} bytes in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`,
)

function report(shown: Shown, results: readonly FoldResult[]) {
  const byFold = results.map(({ judged }) => measure(judged[shown], labelNames.length))
  print(
    shown,
    measure(
      results.flatMap(({ judged }) => judged[shown]),
      labelNames.length,
    ),
    byFold,
  )
}

/** Model and words together, as `tickets.submit` hears them; the service's clearness is asked for too. */
function reportWords(shown: Shown, results: readonly FoldResult[]) {
  const told = inAll(results.flatMap(({ dispatched }) => (dispatched ? [dispatched[shown]] : [])))
  const share = (part: number, whole: number) => (part / Math.max(1, whole)).toFixed(4)
  console.log(
    [
      `${shown} with words`,
      `first guess right ${share(told.right, told.messages)}`,
      `auto ${share(told.auto, told.messages)} at precision ${share(told.autoRight, told.auto)}`,
      `words instead of the model ${told.overruled}: right ${told.wordsRight}, the model ${told.modelRight}`,
    ].join(' · '),
  )
}

function print(title: string, told: Told, byFold?: readonly Told[]) {
  const figure = (name: string, of: (told: Told) => number) => {
    const spread = byFold && ` ± ${deviation(byFold.map(of)).toFixed(4)}`
    return `${name} ${of(told).toFixed(4)}${spread ?? ''}`
  }
  console.log(
    [
      title,
      figure('accuracy', ({ accuracy }) => accuracy),
      figure('macro-F1', ({ macroF1 }) => macroF1),
      figure('top-2', ({ top2 }) => top2),
      figure('auto', ({ auto }) => auto.coverage),
      figure('at precision', ({ auto }) => auto.precision),
      figure('calibration error', ({ calibrationError }) => calibrationError),
    ].join(' · '),
  )
}

/** Between folds. */
function deviation(figures: readonly number[]): number {
  const mean = figures.reduce((left, right) => left + right, 0) / figures.length
  const squares = figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0)
  return Math.sqrt(squares / Math.max(1, figures.length - 1))
}

function writeErrors(file: string, results: readonly FoldResult[], messages: readonly MessageRow[]) {
  const lines = results.flatMap(({ judged }) =>
    judged.message.flatMap(({ row, truth, confidences }) => {
      const told = confidences.indexOf(Math.max(...confidences))
      if (told === truth) return []
      return [
        `${messages[row]!.id},${labelNames[truth]},${labelNames[told]},${confidences[told]!.toFixed(3)}`,
      ]
    }),
  )
  writeFileSync(file, `id,truth,told,confidence\n${lines.join('\n')}\n`)
}
