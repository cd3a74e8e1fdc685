import type { Directory } from '../../typings/contract/directory'
import type { Timestamp } from '../../typings/contract/time'
import { figureDay } from '../domain/statistics/figure-day'
import { standingOf } from '../domain/statistics/standing'
import { rolledUpTo } from '../platform/stores/cursor-store'
import { keepStanding, lastStanding, openTickets } from '../platform/stores/standing-store'
import { rollUpDays, rollUpToday } from './roll-up-days'

/** Minutes from one counting to the next, by how many open tickets and facts of the day have to be looked at. */
const everyRunBelow = 50
const weightPerMinute = 1000
const minutes = { least: 5, most: 30 }

/**
 * Counts open tickets and the day that is running, so that a page reads sums only, however many tickets there are. A handful
 * of tickets is counted at every run, a district's every five minutes to half an hour; every answer says as of when it is. A roll-up that the
 * night missed is made up for first.
 */
export async function refreshFigures(at: Timestamp, directory: Directory): Promise<void> {
  const last = await lastStanding()
  if (last && at < last.asOf + pauseFor(last.weight)) return
  const newDay = !last || figureDay(last.asOf) < figureDay(at)
  if (newDay && figureDay(await rolledUpTo()) < figureDay(at)) await rollUpDays(at)
  const [facts, tickets] = await Promise.all([rollUpToday(at, directory), openTickets()])
  await keepStanding({ asOf: at, weight: tickets.length + facts, standing: standingOf(tickets, at) })
}

/** ms from one counting to the next. */
const pauseFor = (weight: number): number =>
  weight < everyRunBelow
    ? 0
    : Math.min(minutes.most, Math.max(minutes.least, weight / weightPerMinute)) * 60_000
