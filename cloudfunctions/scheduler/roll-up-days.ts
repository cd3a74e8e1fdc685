import type { Timestamp } from '../../typings/contract/time'
import { rollUp } from '../domain/statistics/rollup'
import { rolledUpTo, setRolledUpTo } from '../platform/stores/cursor-store'
import { daysChangedSince, factsOfDay, keepRollups } from '../platform/stores/fact-store'

/** A sweep that was writing while the last roll-up read may have recorded earlier than it wrote, ms. */
const overlap = 10 * 60_000

/** Adds up every day that has new facts. A day is rebuilt from all of its facts, so a repeat changes nothing. */
export async function rollUpDays(at: Timestamp): Promise<{ days: number; rows: number }> {
  const days = await daysChangedSince((await rolledUpTo()) - overlap)
  let rows = 0
  for (const day of days) rows += await keepRollups(day, rollUp(await factsOfDay(day)))
  await setRolledUpTo(at)
  return { days: days.length, rows }
}
