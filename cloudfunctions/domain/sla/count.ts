import type { Pause } from '../../../typings/contract/clock'
import type { Calendar, Limit, LimitUnit, LocalDate, Timestamp } from '../../../typings/contract/time'
import { addDays, atLocal, dayEndingAt, localDate, startOfDay } from '../calendar/local-time'
import {
  addWorkMinutes,
  type CalendarDay,
  dayOf,
  longestClosure,
  workMinutesBetween,
} from '../calendar/work-calendar'

/** A pause that has ended. One that still lasts moves no deadline: how much it is worth isn't known before it ends. */
export interface Span {
  from: Timestamp
  to: Timestamp
}

/** When the last day of a naturalDay limit ends: milliseconds since its 00:00; and whether it rolls to a workday. */
export interface DayEnd {
  ms: number
  rollToWorkday: boolean
}

/** A limit to be counted from an instant. `startDay` isn't counted by the units that count days. */
export interface Leg {
  limit: Limit
  from: Timestamp
  startDay: LocalDate
}

/** A day that a limit in days was counted through, in order. */
export interface PassedDay {
  date: LocalDate
  day: CalendarDay
  outcome: 'counted' | 'off' | 'paused' | 'rolled'
}

export interface Counted {
  dueAt: Timestamp
  provisional: boolean
}

interface Terms {
  pauses: readonly Span[]
  calendar: Calendar
  dayEnd: DayEnd
  pass?: (day: PassedDay) => void
}

/**
 * Where a limit ends.
 *
 * - naturalHour: that many hours after `from`, pauses left out.
 * - naturalDay: the start day isn't counted, the last day ends at `dayEnd` (民法典 Art. 201–203).
 * - workDay: the first counted day is the workday after the start day; due at the close of the n-th.
 * - workMinute: that many minutes inside hours, pauses left out.
 *
 * A pause that covers the end of a day (from < end ≤ to) takes that day out of the count: a pause beginning at the very
 * close leaves the day whole, one ending at the very close doesn't. So a pause never makes a deadline earlier, and a
 * clock that was resumed never finds itself already late.
 *
 * @throws RangeError where the amount isn't positive, or not whole for a unit of days.
 */
export function countLimit(leg: Leg, terms: Terms): Counted {
  assertAmount(leg.limit)
  return counters[leg.limit.unit](leg, terms)
}

export function assertAmount({ amount, unit }: Limit): void {
  const inDays = unit === 'naturalDay' || unit === 'workDay'
  if (!(amount > 0) || !Number.isFinite(amount) || (inDays && !Number.isInteger(amount)))
    throw new RangeError(`not a limit: ${amount} ${unit}`)
}

const counters: Readonly<Record<LimitUnit, (leg: Leg, terms: Terms) => Counted>> = {
  naturalHour({ limit, from }, { pauses }) {
    const left = { ms: limit.amount * 3_600_000, at: from }
    for (const pause of pauses) {
      if (left.at + left.ms <= pause.from) break
      left.ms -= Math.max(0, pause.from - left.at)
      left.at = Math.max(left.at, pause.to)
    }
    return { dueAt: left.at + left.ms, provisional: false }
  },

  workMinute({ limit, from }, { pauses, calendar }) {
    let at = from
    let left = limit.amount
    for (const pause of pauses) {
      if (pause.to <= at) continue
      const worked = workMinutesBetween(calendar, at, pause.from)
      if (worked >= left) break
      left -= worked
      at = pause.to
    }
    const dueAt = addWorkMinutes(calendar, at, left)
    return { dueAt, provisional: isProvisional(calendar, localDate(from), dayEndingAt(dueAt)) }
  },

  workDay({ limit, startDay }, { pauses, calendar, pass }) {
    let provisional = false
    let date = startDay
    for (let counted = 0, closed = 0; ;) {
      date = addDays(date, 1)
      const day = dayOf(calendar, date)
      provisional ||= day.provisional
      const last = day.hours.at(-1)
      closed = last ? 0 : closed + 1
      assertOpen(calendar, closed)
      const close = last ? atLocal(date, last[1]) : 0
      const outcome = !last ? 'off' : isPaused(pauses, close) ? 'paused' : 'counted'
      pass?.({ date, day, outcome })
      if (outcome === 'counted' && ++counted === limit.amount) return { dueAt: close, provisional }
    }
  },

  naturalDay({ limit, startDay }, { pauses, calendar, dayEnd, pass }) {
    let provisional = false
    let date = startDay
    for (let counted = 0, closed = 0; ;) {
      date = addDays(date, 1)
      const end = startOfDay(date) + dayEnd.ms
      const day = dayOf(calendar, date)
      const paused = isPaused(pauses, end)
      const rolling = counted === limit.amount
      closed = rolling && day.hours.length === 0 ? closed + 1 : 0
      assertOpen(calendar, closed)
      if (!paused && !rolling) counted += 1
      const complete = counted === limit.amount && !paused
      // Only the day that the limit might end on asks the calendar anything.
      if (dayEnd.rollToWorkday && complete) provisional ||= day.provisional
      const ends = complete && (!dayEnd.rollToWorkday || day.hours.length > 0)
      pass?.({ date, day, outcome: paused ? 'paused' : rolling ? 'rolled' : 'counted' })
      if (ends) return { dueAt: end, provisional }
    }
  },
}

function isPaused(pauses: readonly Span[], end: Timestamp): boolean {
  return pauses.some(({ from, to }) => from < end && end <= to)
}

function isProvisional(calendar: Calendar, first: LocalDate, last: LocalDate): boolean {
  if (calendar.always) return false
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++)
    if (!calendar.years[String(year)]) return true
  return false
}

function assertOpen(calendar: Calendar, closedDays: number): void {
  if (closedDays > longestClosure) throw new RangeError(`calendar ${calendar._id} has no hours`)
}

/** The pauses that have ended, in order. */
export function endedPauses(pauses: readonly Pause[]): Span[] {
  return pauses
    .flatMap(({ from, to }) => (to !== undefined && to > from ? [{ from, to }] : []))
    .sort((a, b) => a.from - b.from)
}
