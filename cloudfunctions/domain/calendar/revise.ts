import type { CalendarDay } from '../../../typings/contract/administration'
import type { Calendar, CalendarYear, LocalDate } from '../../../typings/contract/time'
import { refuse } from '../errors'
import { dayOf } from './work-calendar'

type Revision = CalendarDay & { remove?: true }

/**
 * The calendar with one day more, or less, that differs from the week. A year's own notice stays: the day carries the
 * notice that it was changed by in its name.
 *
 * @throws DomainError CALENDAR_DAY_PAST, CALENDAR_YEAR_MISSING, CALENDAR_DAY_SAME
 */
export function revised(calendar: Calendar, day: Revision, today: LocalDate): Calendar {
  const { date, kind, remove } = day
  if (date < today) refuse('CALENDAR_DAY_PAST', 'input.date')
  const key = date.slice(0, 4)
  const year = calendar.years[key] ?? refuse('CALENDAR_YEAR_MISSING', 'input.date')
  const next = remove ? taken(year, day) : { ...taken(year, day), ...added(year, day) }
  const changed = {
    ...calendar,
    version: calendar.version + 1,
    years: { ...calendar.years, [key]: next },
  }
  const isWork = dayOf(changed, date).hours.length > 0
  const same = isWork === dayOf(calendar, date).hours.length > 0
  if (same || (!remove && isWork !== (kind === 'shift'))) refuse('CALENDAR_DAY_SAME', 'input.date')
  return changed
}

/** The year without what it had on that date. */
const taken = (year: CalendarYear, { date }: Revision): CalendarYear => ({
  ...year,
  holidays: year.holidays.filter((one) => one.date !== date),
  shifts: year.shifts.filter((one) => one.date !== date),
})

function added(year: CalendarYear, day: Revision): Partial<CalendarYear> {
  const { date, kind } = day
  const entry = { date, name: `${day.name}（${day.notice}）` }
  const { holidays, shifts } = taken(year, day)
  return kind === 'holiday' ? { holidays: [...holidays, entry] } : { shifts: [...shifts, entry] }
}

/** Days from a date on that differ from the week, in order. */
export function daysFrom({ years }: Calendar, from: LocalDate): CalendarDay[] {
  return Object.values(years)
    .flatMap(({ notice, holidays, shifts }): CalendarDay[] => [
      ...holidays.map(({ date, name }) => ({ date, name, notice, kind: 'holiday' as const })),
      ...shifts.map(({ date, name }) => ({ date, name, notice, kind: 'shift' as const })),
    ])
    .filter(({ date }) => date >= from)
    .sort((a, b) => a.date.localeCompare(b.date))
}
