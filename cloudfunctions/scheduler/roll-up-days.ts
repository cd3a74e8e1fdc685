import type { Timestamp } from '../../typings/contract/time'
import { rollUp } from '../domain/statistics/rollup'
import { daysChangedSince, factsOfDay, keepRollups } from '../platform/stores/fact-store'

/** Facts recorded since then may have changed a day: a run missed for a week loses nothing. */
const lookBack = 8 * 86_400_000

/** Adds up every day that has new facts. A day is rebuilt from all of its facts, so a repeat changes nothing. */
export async function rollUpDays(at: Timestamp): Promise<{ days: number; rows: number }> {
  const days = await daysChangedSince(at - lookBack)
  let rows = 0
  for (const day of days) {
    const rollups = rollUp(await factsOfDay(day))
    await keepRollups(day, rollups)
    rows += rollups.length
  }
  return { days: days.length, rows }
}
