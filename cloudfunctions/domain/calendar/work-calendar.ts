import type { Calendar, CalendarYear, Hours, LocalDate, Timestamp } from '../../../typings/contract/time'
import { addDays, dayLength, localDate, startOfDay, timeOfDay, weekday } from './local-time'

export interface CalendarDay {
  hours: readonly Hours[]
  kind: 'workday' | 'weekend' | 'holiday' | 'shift'
  /** 端午节, of a holiday or a shift. */
  name?: string
  /** The day lies in a year that has no reviewed file: holidays and shifts are unknown, weekends are not. */
  provisional: boolean
}

/** A calendar that is closed this long has no hours at all; without the bound a search would never end. */
export const longestClosure = 400

const wholeDay: CalendarDay = { hours: [['00:00', '24:00']], kind: 'workday', provisional: false }

/** What `date` is: a shift goes before a holiday, a holiday before the weekly hours. */
export function dayOf(calendar: Calendar, date: LocalDate): CalendarDay {
  if (calendar.always) return wholeDay
  const year = calendar.years[date.slice(0, 4)]
  const special = year && indexOf(year).get(date)
  if (special?.kind === 'holiday')
    return { hours: [], kind: 'holiday', name: special.name, provisional: false }
  if (special)
    return {
      hours: special.hours ?? calendar.weekly.mon,
      kind: 'shift',
      name: special.name,
      provisional: false,
    }
  const hours = calendar.weekly[weekday(date)]
  return { hours, kind: hours.length > 0 ? 'workday' : 'weekend', provisional: !year }
}

export function isWorkday(calendar: Calendar, date: LocalDate): boolean {
  return dayOf(calendar, date).hours.length > 0
}

/** The first workday after `date`. @throws RangeError where the calendar has no hours. */
export function nextWorkday(calendar: Calendar, date: LocalDate): LocalDate {
  for (let n = 1; n <= longestClosure; n++) {
    const next = addDays(date, n)
    if (isWorkday(calendar, next)) return next
  }
  throw new RangeError(`calendar ${calendar._id} has no hours after ${date}`)
}

/** End of the last hours of a workday. @throws RangeError on a day without hours. */
export function closeOf(calendar: Calendar, date: LocalDate): Timestamp {
  const last = dayOf(calendar, date).hours.at(-1)
  if (!last) throw new RangeError(`${date} has no hours in calendar ${calendar._id}`)
  return startOfDay(date) + timeOfDay(last[1])
}

/** Start of the first hours of a workday. @throws RangeError on a day without hours. */
export function openOf(calendar: Calendar, date: LocalDate): Timestamp {
  const first = dayOf(calendar, date).hours[0]
  if (!first) throw new RangeError(`${date} has no hours in calendar ${calendar._id}`)
  return startOfDay(date) + timeOfDay(first[0])
}

/**
 * The instant at which `minutes` of open time have passed since `at`: the earliest such, so a span that fills a day
 * ends at its close, not at the next opening. Zero minutes end at `at` itself.
 */
export function addWorkMinutes(calendar: Calendar, at: Timestamp, minutes: number): Timestamp {
  let left = minutes * 60_000
  if (left <= 0) return at
  let closed = 0
  for (let date = localDate(at); closed <= longestClosure; date = addDays(date, 1)) {
    const spans = openSpans(calendar, date)
    closed = spans.length > 0 ? 0 : closed + 1
    for (const [open, close] of spans) {
      const from = Math.max(open, at)
      if (close <= from) continue
      if (left <= close - from) return from + left
      left -= close - from
    }
  }
  throw new RangeError(`calendar ${calendar._id} has no hours after ${localDate(at)}`)
}

/** Open time between two instants, in minutes (fractions kept); 0 where `to` is not after `from`. */
export function workMinutesBetween(calendar: Calendar, from: Timestamp, to: Timestamp): number {
  let open = 0
  for (const [start, end] of openSpansBetween(calendar, from, to)) open += end - start
  return open / 60_000
}

/** The hours of one day as instants, in order. */
export function openSpans(calendar: Calendar, date: LocalDate): [Timestamp, Timestamp][] {
  const start = startOfDay(date)
  return dayOf(calendar, date).hours.map(([open, close]) => [
    start + timeOfDay(open),
    start + timeOfDay(close),
  ])
}

/** Open time between two instants, as spans cut at both ends, in order. */
export function openSpansBetween(
  calendar: Calendar,
  from: Timestamp,
  to: Timestamp,
): [Timestamp, Timestamp][] {
  const spans: [Timestamp, Timestamp][] = []
  for (let day = startOfDay(localDate(from)); day < to; day += dayLength)
    for (const [open, close] of openSpans(calendar, localDate(day))) {
      const start = Math.max(open, from)
      const end = Math.min(close, to)
      if (start < end) spans.push([start, end])
    }
  return spans
}

interface Special {
  kind: 'holiday' | 'shift'
  name: string
  hours?: readonly Hours[]
}

/** Years are read-only values, so their index by date can be kept beside them for as long as they live. */
const indexes = new WeakMap<CalendarYear, ReadonlyMap<LocalDate, Special>>()

function indexOf(year: CalendarYear): ReadonlyMap<LocalDate, Special> {
  let index = indexes.get(year)
  if (!index) {
    index = new Map<LocalDate, Special>([
      ...year.holidays.map(({ date, name }) => [date, { kind: 'holiday', name }] as const),
      ...year.shifts.map(({ date, name, hours }) => [date, { kind: 'shift', name, hours }] as const),
    ])
    indexes.set(year, index)
  }
  return index
}
