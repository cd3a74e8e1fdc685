import type { Clock } from '../../../typings/contract/clock'
import type { Calendar, Timestamp } from '../../../typings/contract/time'
import { addDays, dayEndingAt, localDate, startOfDay, timeOfDay } from '../calendar/local-time'
import { closeOf, isWorkday, openSpans, openSpansBetween } from '../calendar/work-calendar'
import type { Span } from './count'

/**
 * The time that counts for a clock, up to its deadline, as spans in order. A share of it is the share of the clock's own
 * unit: 70 % of five workdays is the middle of the fourth.
 *
 * - workDay: the hours of the counted days, so of those whose close lies in no pause.
 * - workMinute: hours since the start, pauses left out.
 * - naturalHour: all time since the start, pauses left out; naturalDay: the same from the first counted midnight.
 *
 * The unit of the limit decides for the extensions too.
 */
export function countedTime(clock: Clock, calendar: Calendar, pauses: readonly Span[]): Span[] {
  const { unit } = clock.limit
  const firstDay = addDays(localDate(clock.startedAt), 1)
  if (unit === 'workDay') {
    const lastDay = dayEndingAt(clock.dueAt)
    const spans: Span[] = []
    for (let date = firstDay; date <= lastDay; date = addDays(date, 1))
      if (isWorkday(calendar, date) && !isWithin(pauses, closeOf(calendar, date)))
        for (const [from, to] of openSpans(calendar, date)) {
          const end = Math.min(to, clock.dueAt)
          if (from < end) spans.push({ from, to: end })
        }
    return spans
  }
  if (unit === 'workMinute')
    return without(
      pauses,
      openSpansBetween(calendar, clock.startedAt, clock.dueAt).map(([from, to]) => ({ from, to })),
    )
  const from = unit === 'naturalDay' ? startOfDay(firstDay) : clock.startedAt
  return without(pauses, [{ from, to: clock.dueAt }])
}

export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** The first instant at which `ms` of the spans have passed, so at the end of a day rather than at the next opening. */
export function instantAfter(spans: readonly Span[], ms: number): Timestamp {
  let left = ms
  for (const { from, to } of spans) {
    if (left <= to - from) return Math.round(from + left)
    left -= to - from
  }
  return spans.at(-1)!.to
}

/** What one workday is worth: the hours of the calendar's Monday, which 调休 days work too. */
export function workdayLength(calendar: Calendar): number {
  if (calendar.always) return 86_400_000
  return calendar.weekly.mon.reduce((sum, [open, close]) => sum + timeOfDay(close) - timeOfDay(open), 0)
}

function isWithin(pauses: readonly Span[], close: Timestamp): boolean {
  return pauses.some(({ from, to }) => from < close && close <= to)
}

function without(pauses: readonly Span[], spans: readonly Span[]): Span[] {
  return pauses.reduce<Span[]>(
    (left, pause) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, pause.from) },
          { from: Math.max(from, pause.to), to },
        ].filter((span) => span.from < span.to),
      ),
    [...spans],
  )
}
