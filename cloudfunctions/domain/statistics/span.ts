import type { LocalDate } from '../../../typings/contract/time'
import { addDays } from '../calendar/local-time'
import { periodOf } from './period'

/** Days that sums are kept of; both ends belong to it. */
export interface Span {
  from: LocalDate
  to: LocalDate
}

/** The other assessment month that is in use, beside the calendar month (norms.md §4). */
const usualStart = 19

/**
 * Where a month is cut, so that calendar months and the tenant's assessment periods are both made of whole segments.
 * @param startsOn the profile's; 1 gives the cut that a change to 19 would want.
 */
const cutOf = (startsOn: number) => (startsOn === 1 ? usualStart : startsOn)

/** The segment of a month that a day lies in: from the 1st to the cut, or from the cut to the month's end. */
export function segmentOf(day: LocalDate, startsOn: number): Span {
  const cut = cutOf(startsOn)
  const month = periodOf(day, 1)
  const later = periodOf(day, cut)
  return Number(day.slice(8)) >= cut ? { from: later.from, to: month.to } : { from: month.from, to: later.to }
}

export function daysOf({ from, to }: Span): LocalDate[] {
  const days: LocalDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/**
 * The fewest spans that make up `from`…`to`: whole segments, and single days at the ends. A segment's sum holds its days
 * before today only, so the day that is still running is always asked for by itself.
 */
export function cover(
  { from, to }: Span,
  startsOn: number,
  today: LocalDate,
): { segments: Span[]; days: LocalDate[] } {
  const segments: Span[] = []
  const days: LocalDate[] = []
  const last = to < today ? to : today
  for (let day = from; day <= last;) {
    const segment = segmentOf(day, startsOn)
    const end = segment.to < today ? segment.to : addDays(today, -1)
    const whole = segment.from === day && (segment.to <= last || (last === today && segment.to >= today))
    if (whole && day < today) {
      segments.push(segment)
      day = addDays(end, 1)
    } else {
      days.push(day)
      day = addDays(day, 1)
    }
  }
  return { segments, days }
}

/** The span of the same length just before. */
export function spanBefore({ from, to }: Span): Span {
  const length = daysOf({ from, to }).length
  return { from: addDays(from, -length), to: addDays(from, -1) }
}
