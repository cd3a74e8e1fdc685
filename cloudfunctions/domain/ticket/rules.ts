import type { Directory, Profile } from '../../../typings/contract/directory'
import type { Calendar, Limit, Timestamp } from '../../../typings/contract/time'
import { refuse } from '../errors'
import { indexDirectory } from '../routing/index-directory'
import { dueOf } from '../sla/clock'
import type { Actor } from './ticket'

/** What a decision is taken on: one snapshot of the directory, and the tenant's profile in it. */
export interface Rules {
  directory: Directory
  profile: Profile
}

/** When, by whom, under which rules. Time is a value (law 2). */
export interface Moment {
  at: Timestamp
  by: Actor
  rules: Rules
}

export function rulesOf(directory: Directory): Rules {
  const profile = directory.profiles.find(({ _id }) => _id === directory.settings.profileId)
  return { directory, profile: profile ?? refuse('DIRECTORY_MISSING') }
}

/**
 * Utilities run round the clock (Art. 19), so their hours and minutes do; a limit in workdays means the district's workdays
 * for everybody, as the law that set it does. The promise and the centre's clocks run on the profile's own calendar.
 */
export function calendarFor(
  departmentId: string | undefined,
  { unit }: Pick<Limit, 'unit'>,
  { directory, profile }: Rules,
): Calendar {
  const department =
    departmentId === undefined || unit === 'workDay'
      ? undefined
      : indexDirectory(directory).departments.get(departmentId)
  return calendarNamed(department?.calendarId ?? profile.calendarId, directory)
}

export function calendarNamed(id: string, directory: Directory): Calendar {
  return directory.calendars.find(({ _id }) => _id === id) ?? refuse('DIRECTORY_MISSING')
}

/** When a window that opened at `from` closes. */
export function endOfWindow(
  limit: Limit,
  from: Timestamp,
  calendar: Calendar,
  { profile }: Rules,
): Timestamp {
  return dueOf({ startedAt: from, limit, extensions: [], pauses: [] }, { profile, calendar })
}
