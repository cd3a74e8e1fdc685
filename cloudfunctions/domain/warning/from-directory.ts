import type { Directory } from '../../../typings/contract/directory'
import type { LocalDate } from '../../../typings/contract/time'
import { addDays } from '../calendar/local-time'
import { contactPostOf } from '../routing/on-duty'

/** So far ahead deadlines reach, days: 60 and 30 more (信访工作条例 2022). */
const deadlinesReach = 90

/** Active departments that nobody answers for: no contact post, or one without a holder. */
export function withoutContact(directory: Directory): string[] {
  return directory.departments
    .filter(({ _id, active }) => active && contactPostOf(_id, directory)?.personId === undefined)
    .map(({ _id }) => _id)
}

/** A year that deadlines already reach and whose reviewed calendar isn't there: they are provisional. */
export function uncoveredYear(
  { calendars }: Directory,
  today: LocalDate,
): { year: string; calendarId: string } | undefined {
  const year = addDays(today, deadlinesReach).slice(0, 4)
  const missing = calendars.find(({ always, years }) => !always && !(year in years))
  return missing && { year, calendarId: missing._id }
}
