import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { classifyText } from '../../cloudfunctions/domain/routing/text/classify-text'
import type { StoredTextModel, TextModel } from '../../cloudfunctions/domain/routing/text/text-model'
import { inventedMessages } from '../local/brains/invented-messages'

/** The text model as the function has it: bundled as functions are. `npx vitest run --config vitest.bench.config.ts brains` */
const modelFile = 'cloudfunctions/domain/routing/text/model.json'
/** In characters: the median of the messages that the model was measured on. */
const typical = 225

interface Bundled {
  classifyText: typeof classifyText
  readTextModel: (stored: StoredTextModel) => TextModel
}

let folder = ''
let bundle = ''
let bundled: Bundled

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'brains-'))
  bundle = join(folder, 'text.cjs')
  await build({
    stdin: {
      contents: `export { classifyText } from './cloudfunctions/domain/routing/text/classify-text'
        export { readTextModel } from './cloudfunctions/domain/routing/text/text-model'`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outfile: bundle,
    logLevel: 'error',
  })
  bundled = createRequire(import.meta.url)(bundle) as Bundled
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the model is at most 300 KB and loads in at most 10 ms', () => {
  const { size } = statSync(modelFile)
  const times = Array.from({ length: 21 }, () => {
    const text = readFileSync(modelFile, 'utf8')
    const startedAt = performance.now()
    bundled.readTextModel(JSON.parse(text) as StoredTextModel)
    return performance.now() - startedAt
  })
  const [first] = times
  const median = times.toSorted((one, other) => one - other)[10]!
  console.log(`model: ${size} bytes, loads in ${first!.toFixed(1)} ms cold, ${median.toFixed(1)} ms median`)
  expect(size).toBeLessThanOrEqual(300_000)
  expect(median).toBeLessThanOrEqual(10)
})

test('a message of typical length is classified in at most 0.1 ms', () => {
  const model = bundled.readTextModel(JSON.parse(readFileSync(modelFile, 'utf8')) as StoredTextModel)
  const messages = inventedMessages(400).map(({ subject, detail }) => ({
    subject,
    detail: detail.repeat(Math.ceil(typical / detail.length)).slice(0, typical),
  }))
  const rounds = Array.from({ length: 30 }, () => {
    const startedAt = performance.now()
    for (const message of messages) bundled.classifyText(message, model)
    return (performance.now() - startedAt) / messages.length
  }).sort((one, other) => one - other)
  console.log(`classify: ${rounds[15]!.toFixed(3)} ms median, ${rounds[28]!.toFixed(3)} ms p95 a message`)
  expect(rounds[15]!).toBeLessThanOrEqual(0.1)
})
