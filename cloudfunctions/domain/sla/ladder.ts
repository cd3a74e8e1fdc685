import type { Clock } from '../../../typings/contract/clock'
import type { Rung } from '../../../typings/contract/directory'
import type { Calendar, Limit, LocalDate, Timestamp } from '../../../typings/contract/time'
import { addDays, atLocal, dayEndingAt, startOfDay } from '../calendar/local-time'
import { dayOf, nextWorkday, openOf } from '../calendar/work-calendar'
import { isRunning } from './clock'
import { countLimit, endedPauses, type Span } from './count'
import { countedTime, instantAfter, lengthOf, workdayLength } from './counted-time'

/** A rung that hasn't fired yet: its key on the clock, and the instant from which it may. */
export interface PendingRung {
  key: string
  rung: Rung
  at: Timestamp
}

/**
 * The rungs of a running clock that have not fired, in time order; those whose time is past are among them, so a missed
 * timer run loses nothing, and each key fires once. A stopped, void or paused clock has none.
 *
 * - percent: when that share of the time that counts has passed (counted-time.ts).
 * - before: so much of the time that counts before the deadline; for a clock in workdays or working minutes 24 hours
 *   are one workday. Skipped where limit and extensions together are under `unlessClockUnder`.
 * - atDue: the first millisecond that is late, since an answer at the very deadline is in time.
 * - dailyAfterDue: keys `supervise:2026-06-12`, at the opening of each workday after the day of the deadline (of each
 *   day, for natural units); days that open inside a pause are passed over.
 * - after: counted from the deadline as an extension would be.
 */
export function pendingRungs(clock: Clock, ladder: readonly Rung[], calendar: Calendar): PendingRung[] {
  if (!isRunning(clock)) return []
  const pauses = endedPauses(clock.pauses)
  return placeAll(clock, ladder, calendar, pauses)
    .filter(({ key }) => !clock.fired.includes(key))
    .sort((a, b) => a.at - b.at)
}

/** When the clock has to be looked at next; absent when no rung is pending. */
export function nextRungAt(clock: Clock, ladder: readonly Rung[], calendar: Calendar): Timestamp | undefined {
  return pendingRungs(clock, ladder, calendar)[0]?.at
}

/** A rung with its instant, and whether it has fired. */
export type PlacedRung = PendingRung & { fired: boolean }

/** The rungs of a running clock that lie in a span, both ends included, in time order: what climbs on a day. */
export function rungsBetween(
  clock: Clock,
  ladder: readonly Rung[],
  calendar: Calendar,
  from: Timestamp,
  to: Timestamp,
): PlacedRung[] {
  if (!isRunning(clock)) return []
  return placeAll(clock, ladder, calendar, endedPauses(clock.pauses))
    .filter(({ at }) => from <= at && at <= to)
    .map((placed) => ({ ...placed, fired: clock.fired.includes(placed.key) }))
    .sort((a, b) => a.at - b.at)
}

/** The rungs that fire at `at`, missed ones included. */
export function dueRungs(
  clock: Clock,
  ladder: readonly Rung[],
  calendar: Calendar,
  at: Timestamp,
): PendingRung[] {
  return pendingRungs(clock, ladder, calendar).filter((pending) => pending.at <= at)
}

function placeAll(
  clock: Clock,
  ladder: readonly Rung[],
  calendar: Calendar,
  pauses: readonly Span[],
): PendingRung[] {
  const used = new Map<string, number>()
  let spans: readonly Span[] | undefined
  const counted = () => (spans ??= countedTime(clock, calendar, pauses))
  return ladder.flatMap((rung) => {
    // A second rung of the same action gets a key of its own: `remind`, `remind#2`.
    const n = (used.get(rung.id) ?? 0) + 1
    used.set(rung.id, n)
    const id = n === 1 ? rung.id : `${rung.id}#${n}`
    return place(rung, clock, calendar, pauses, counted).map(({ at, date }) => ({
      key: date ? `${id}:${date}` : id,
      rung,
      at,
    }))
  })
}

function place(
  { when }: Rung,
  clock: Clock,
  calendar: Calendar,
  pauses: readonly Span[],
  counted: () => readonly Span[],
): { at: Timestamp; date?: LocalDate }[] {
  if ('percent' in when) {
    const spans = counted()
    return [{ at: instantAfter(spans, (lengthOf(spans) * when.percent) / 100) }]
  }
  if ('before' in when) {
    if (when.unlessClockUnder && spanOf(clock, calendar) < inOwnUnit(when.unlessClockUnder, clock, calendar))
      return []
    const spans = counted()
    const into = lengthOf(spans) - inOwnUnit(when.before, clock, calendar)
    return into > 0 ? [{ at: instantAfter(spans, into) }] : []
  }
  if ('atDue' in when) return [{ at: clock.dueAt + 1 }]
  if ('dailyAfterDue' in when) return daysAfterDue(when.dailyAfterDue, clock, calendar, pauses)
  return [{ at: afterDue(when.after, clock, calendar, pauses) }]
}

/** Limit and extensions, in milliseconds of the time that counts. */
function spanOf(clock: Clock, calendar: Calendar): number {
  return [clock.limit, ...clock.extensions.map((extension) => extension.limit)].reduce(
    (sum, limit) => sum + inOwnUnit(limit, clock, calendar),
    0,
  )
}

/** A limit as milliseconds of the time that counts for this clock: a day is a workday where only hours count. */
function inOwnUnit({ amount, unit }: Limit, clock: Clock, calendar: Calendar): number {
  if (unit === 'workMinute') return amount * 60_000
  const days = unit === 'naturalHour' ? amount / 24 : amount
  return days * (isNatural(clock) ? 86_400_000 : workdayLength(calendar))
}

function daysAfterDue(
  times: number,
  clock: Clock,
  calendar: Calendar,
  pauses: readonly Span[],
): { at: Timestamp; date: LocalDate }[] {
  const days: { at: Timestamp; date: LocalDate }[] = []
  let date = dayEndingAt(clock.dueAt)
  while (days.length < times) {
    date = isNatural(clock) ? addDays(date, 1) : nextWorkday(calendar, date)
    const opening = openingOf(calendar, date)
    if (pauses.some(({ from, to }) => from <= opening && opening < to)) continue
    days.push({ at: Math.max(opening, clock.dueAt + 1), date })
  }
  return days
}

/** Natural days open with the calendar's Monday: nobody is reminded at midnight of what can wait till morning. */
function openingOf(calendar: Calendar, date: LocalDate): Timestamp {
  if (dayOf(calendar, date).hours.length > 0) return openOf(calendar, date)
  return atLocal(date, calendar.weekly.mon[0]?.[0] ?? '00:00')
}

function afterDue(limit: Limit, clock: Clock, calendar: Calendar, pauses: readonly Span[]): Timestamp {
  const startDay = dayEndingAt(clock.dueAt)
  // Natural days end at the time of day at which the clock itself fell due.
  const dayEnd = { ms: clock.dueAt - startOfDay(startDay), rollToWorkday: false }
  return countLimit({ limit, from: clock.dueAt, startDay }, { pauses, calendar, dayEnd }).dueAt
}

function isNatural(clock: Clock): boolean {
  return clock.limit.unit === 'naturalHour' || clock.limit.unit === 'naturalDay'
}
