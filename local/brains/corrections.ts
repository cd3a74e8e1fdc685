import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Correction } from '../../cloudfunctions/platform/stores/correction-store'
import type { Ticket } from '../../cloudfunctions/domain/ticket/ticket'
import { createDatabase } from '../cloudbase/database/create-database'
import { readIndexDeclarations } from '../cloudbase/store/index-declaration'
import { labelledCsv } from './labelled-csv'

/**
 * `npm run corrections -- --data DIR --out labelled.csv`: what the tenant's own dispatchers made of its calls, as
 * `npm run train -- --input` reads it. Calls whose callers erased their words are left out.
 */
const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } })
if (!values.data || !values.out || !existsSync(join(values.data, 'environment.json'))) {
  console.error('npm run corrections -- --data DIR --out labelled.csv (DIR: the data of a stage)')
  process.exit(2)
}
const indexes = readIndexDeclarations(JSON.parse(readFileSync('cloudfunctions/indexes.json', 'utf8')))
const database = createDatabase({ dataDir: resolve(values.data), indexes })
try {
  const corrections = database.read('corrections') as unknown as Correction[]
  const ticketOf = (id: string) => database.read('tickets', { _id: id })[0] as unknown as Ticket | undefined
  const { csv, rows } = labelledCsv(corrections, ticketOf)
  writeFileSync(values.out, csv)
  const changed = corrections.filter(({ agreed }) => !agreed).length
  console.log(
    `${values.out}: ${rows} rows; of ${corrections.length} guesses looked at, ${changed} were changed`,
  )
} finally {
  database.close()
}
