import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { LocalDate } from '../../typings/contract/time'
import { pathOf } from '../cloudbase/storage/file-id'
import { FileStore } from '../cloudbase/storage/file-store'
import type { PublishedDay } from './books'
import { NotADump } from './dump'

const digestShape = z.object({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  method: z.number(),
  tickets: z.number(),
  lines: z.number(),
  ticketsEver: z.number(),
  linesEver: z.number(),
  root: z.string(),
  previous: z.string(),
  digest: z.string(),
})

const growthShape = z.object({
  number: z.string(),
  lines: z.number(),
  added: z.number(),
  isNew: z.boolean(),
  leaf: z.string(),
})

export const growthsName = (day: LocalDate) => `${day}.growths.jsonl`

/** A folder of copies: `2026-05-06.json`, and beside it `2026-05-06.growths.jsonl` where the operator handed it out. */
export function daysInFolder(folder: string): PublishedDay[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name))
    .sort()
    .map((name) => dayOf(join(folder, name), join(folder, growthsName(name.slice(0, 10)))))
}

/** The cloud storage of a stage, which no folder lists: each day is looked for where it must be. */
export function daysOfStage(
  dataDir: string,
  days: readonly LocalDate[],
  growthsOf: ReadonlyMap<LocalDate, string>,
): PublishedDay[] {
  const files = new FileStore(join(dataDir, 'files'))
  return days.flatMap((day) => {
    const file = files.locate(`audit/${day}.json`)
    const growths = growthsOf.get(day)
    return existsSync(file) ? [dayOf(file, growths && files.locate(pathOf(growths)))] : []
  })
}

function dayOf(file: string, growthsFile: string | undefined): PublishedDay {
  try {
    const digest = digestShape.parse(JSON.parse(readFileSync(file, 'utf8')))
    if (growthsFile === undefined || !existsSync(growthsFile)) return { digest }
    const rows = readFileSync(growthsFile, 'utf8').split('\n').filter(Boolean)
    return { digest, growths: rows.map((row) => growthShape.parse(JSON.parse(row))) }
  } catch {
    throw new NotADump(`${file} 读不出来。 / ${file} can't be read.`)
  }
}
