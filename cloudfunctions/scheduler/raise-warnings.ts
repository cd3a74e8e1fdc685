import type { Timestamp } from '../../typings/contract/time'
import { addDays } from '../domain/calendar/local-time'
import { figureDay } from '../domain/statistics/figure-day'
import { daysOf } from '../domain/statistics/span'
import { pastDays, recentDays } from '../domain/warning/from-sums'
import { warningsOf } from '../domain/warning/warnings'
import { loadDirectory } from '../platform/stores/directory-store'
import { callsBetween, evaluationsOfDay } from '../platform/stores/fact-store'
import { sheetsOfDays } from '../platform/stores/sum-store'
import { keepWarnings } from '../platform/stores/warning-store'

/** After the night's roll-up: what of yesterday, against five weeks before it, somebody should look at. @returns new ones. */
export async function raiseWarnings(at: Timestamp): Promise<number> {
  const directory = await loadDirectory()
  const day = addDays(figureDay(at), -1)
  const from = addDays(day, 1 - recentDays - pastDays)
  const days = daysOf({ from, to: day })
  const [department, street, service, evaluations, calls] = await Promise.all([
    sheetsOfDays(days, 'department'),
    sheetsOfDays(days, 'street'),
    sheetsOfDays(days, 'service'),
    evaluationsOfDay(day),
    callsBetween(from, day),
  ])
  const sheets = { department, street, service }
  return keepWarnings(warningsOf({ directory, day, at, past: { days, sheets }, evaluations, calls }))
}
