import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { profiles } from '../../cloudfunctions/domain/sla/profiles'
import { localDate } from '../../cloudfunctions/domain/calendar/local-time'
import { replay } from '../replay/replay'
import { summaryOf, ticketLine } from '../replay/report'
import { readRows } from '../replay/rows'

/**
 * `npm run replay -- FILE.csv --profile jinan --out tickets.jsonl --json summary.json [--disturb SEED] [--data DIR]`:
 * real messages lived through the functions, years in minutes. With --data the same command goes on where a killed run
 * stopped. Exit 1 where a row was bad or a command failed, 2 where the command itself is wrong.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    profile: { type: 'string', default: 'jinan' },
    out: { type: 'string' },
    json: { type: 'string' },
    disturb: { type: 'string' },
    data: { type: 'string' },
  },
})

const [file] = positionals
const seed = values.disturb === undefined ? undefined : Number(values.disturb)
if (
  !file ||
  !profiles.some(({ _id }) => _id === values.profile) ||
  (seed !== undefined && Number.isNaN(seed))
) {
  console.error(
    'npm run replay -- FILE.csv --profile jinan --out tickets.jsonl --json summary.json [--disturb SEED] [--data DIR]',
  )
  console.error(`Profiles: ${profiles.map(({ _id }) => _id).join(', ')}`)
  process.exit(2)
}

const { rows, bad } = await readRows(file)
for (const { line, code, column } of bad)
  console.error(`line ${line}: ${code}${column ? ` (${column})` : ''}`)
if (rows.length === 0) {
  console.error('No row to replay.')
  process.exit(1)
}

const temporary = values.data === undefined ? mkdtempSync(join(tmpdir(), 'replay-')) : undefined
try {
  const replayed = await replay({
    rows,
    profileId: values.profile,
    dataDir: resolve(values.data ?? (temporary as string)),
    ...(seed !== undefined && { disturbSeed: seed }),
    onProgress: showProgress,
  })
  process.stderr.write('\n')
  if (values.out) {
    const lines = rows.flatMap(({ id }) => {
      const ticket = replayed.tickets.get(id)
      return ticket ? [JSON.stringify(ticketLine(id, ticket))] : []
    })
    writeFileSync(values.out, `${lines.join('\n')}\n`)
  }
  const summary = summaryOf(replayed, bad, rows.length + bad.length)
  if (values.json) writeFileSync(values.json, `${JSON.stringify(summary, null, 2)}\n`)
  for (const error of replayed.errors) console.error(`row ${error.id}: ${error.code} at ${error.where}`)
  for (const sentence of replayed.broken) console.error(`broken: ${sentence}`)
  console.log(
    `${replayed.tickets.size} of ${rows.length + bad.length} rows, ${bad.length + replayed.errors.length} errors, ` +
      `${replayed.broken.length} invariants broken, ${replayed.meter.offences.length} scans, ${replayed.seconds.toFixed(1)} s`,
  )
  if (bad.length + replayed.errors.length + replayed.broken.length > 0) process.exitCode = 1
} finally {
  if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true })
}

function showProgress({ done, of, at }: { done: number; of: number; at: number }) {
  if (!process.stderr.isTTY && done % 100 !== 0 && done !== of) return
  const filled = Math.round((done / of) * 30)
  const bar = `${'█'.repeat(filled)}${'░'.repeat(30 - filled)}`
  process.stderr.write(`${process.stderr.isTTY ? '\r' : '\n'}${bar} ${done}/${of} ${localDate(at)}`)
}
