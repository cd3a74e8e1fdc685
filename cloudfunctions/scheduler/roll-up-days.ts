import type { Directory } from '../../typings/contract/directory'
import type { LocalDate, Timestamp } from '../../typings/contract/time'
import { addDays } from '../domain/calendar/local-time'
import { indexDirectory } from '../domain/routing/index-directory'
import { factsAsOf } from '../domain/statistics/fact'
import { figureDay, streetOf } from '../domain/statistics/figure-day'
import { rollUp } from '../domain/statistics/rollup'
import { dimensions, type Sheets, sheetsOf } from '../domain/statistics/sheet'
import { daysOf, segmentOf, type Span } from '../domain/statistics/span'
import { rulesOf } from '../domain/ticket/rules'
import { rolledUpTo, setRolledUpTo } from '../platform/stores/cursor-store'
import { loadDirectory } from '../platform/stores/directory-store'
import { daysChangedSince, factsOfDay, keepRollups } from '../platform/stores/fact-store'
import { daysInSeries, keepSeries, keepSheets, sheetOf } from '../platform/stores/sum-store'

/** A sweep that was writing while the last roll-up read may have recorded earlier than it wrote, ms. */
const overlap = 10 * 60_000

/**
 * Adds up every day that has new facts, and every day that has ended since the last time; then the segments they lie in, and
 * the series of everybody in them. A day is rebuilt from all of its facts, so a repeat changes nothing.
 */
export async function rollUpDays(at: Timestamp): Promise<{ days: number; rows: number }> {
  const directory = await loadDirectory()
  const today = figureDay(at)
  const since = await rolledUpTo()
  const changed = await daysChangedSince(since - overlap)
  const ended = since === 0 ? [] : daysOf({ from: figureDay(since), to: addDays(today, -1) })
  const days = [...new Set([...changed, ...ended])].filter((day) => day < today).sort()
  const fresh: { span: Span; sheets: Sheets }[] = []
  let rows = 0
  for (const day of days) {
    const rollups = rollUp(factsAsOf(await factsOfDay(day), [], at))
    rows += await keepRollups(day, rollups)
    fresh.push(await kept({ from: day, to: day }, sheetsBy(rollups, directory)))
  }
  const { assessmentStartsOn } = rulesOf(directory).profile
  const segments = new Map(
    days.map((day) => segmentOf(day, assessmentStartsOn)).map((segment) => [segment.from, segment]),
  )
  for (const segment of segments.values()) fresh.push(await kept(segment, await sumOf(segment, today)))
  await keepSeries(fresh, addDays(today, -daysInSeries))
  await setRolledUpTo(at)
  return { days: days.length, rows }
}

/** What the day has come to so far; nothing of it is due later than `at`. @returns how many facts it has. */
export async function rollUpToday(at: Timestamp, directory: Directory): Promise<number> {
  const day = figureDay(at)
  const facts = await factsOfDay(day)
  await keepSheets({ from: day, to: day }, sheetsBy(rollUp(factsAsOf(facts, [], at)), directory))
  return facts.length
}

function sheetsBy(rollups: Parameters<typeof sheetsOf>[0], directory: Directory): Sheets {
  const { areas } = indexDirectory(directory)
  return sheetsOf(rollups, (areaId) => streetOf(areaId, areas))
}

async function kept(span: Span, sheets: Sheets): Promise<{ span: Span; sheets: Sheets }> {
  await keepSheets(span, sheets)
  return { span, sheets }
}

/** A segment from the sheets of its days, of those that have ended. */
async function sumOf({ from, to }: Span, today: LocalDate): Promise<Sheets> {
  const days = daysOf({ from, to })
    .filter((day) => day < today)
    .map((day) => ({ from: day, to: day }))
  const sheets = await Promise.all(
    dimensions.map(async (dimension) => [dimension, await sheetOf(days, dimension)]),
  )
  return Object.fromEntries(sheets) as Sheets
}
