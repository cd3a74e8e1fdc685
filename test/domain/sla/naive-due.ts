import type { Pause } from '../../../typings/contract/clock'
import type { Calendar, Limit, LocalDate, Timestamp } from '../../../typings/contract/time'
import { inShanghai, shanghai } from '../calendar/shanghai'

/**
 * The second implementation: slow, written from the rules' words alone, one day (or one minute) after the other, sharing
 * nothing with the product. Instants and pauses have to be whole minutes.
 */
export function naiveDue(
  startedAt: Timestamp,
  limits: readonly Limit[],
  pauses: readonly Pause[],
  calendar: Calendar,
  dayEnd: { at: string; rollToWorkday: boolean },
): Timestamp {
  let due = startedAt
  limits.forEach((limit, n) => {
    const startDay = dateOf(n === 0 ? due : due - 60_000)
    if (limit.unit === 'naturalHour') due = minuteByMinute(due, limit.amount * 60, pauses, () => true)
    else if (limit.unit === 'workMinute')
      due = minuteByMinute(due, limit.amount, pauses, (at) => isOpen(at, calendar))
    else due = dayByDay(startDay, limit, pauses, calendar, dayEnd)
  })
  return due
}

function dayByDay(
  startDay: LocalDate,
  limit: Limit,
  pauses: readonly Pause[],
  calendar: Calendar,
  dayEnd: { at: string; rollToWorkday: boolean },
): Timestamp {
  const work = limit.unit === 'workDay'
  let left = limit.amount
  for (let date = tomorrow(startDay); ; date = tomorrow(date)) {
    const hours = hoursOf(date, calendar)
    if (work && hours.length === 0) continue
    const end = clockTime(date, work ? hours.at(-1)![1] : dayEnd.at)
    if (pauses.some(({ from, to }) => to !== undefined && from < end && end <= to)) continue
    left -= 1
    const mayEnd = work || !dayEnd.rollToWorkday || hours.length > 0
    if (left <= 0 && mayEnd) return end
  }
}

function minuteByMinute(
  from: Timestamp,
  minutes: number,
  pauses: readonly Pause[],
  counts: (at: Timestamp) => boolean,
): Timestamp {
  let at = from
  for (let left = minutes; left > 0; at += 60_000) {
    const paused = pauses.some((pause) => pause.to !== undefined && pause.from <= at && at < pause.to)
    if (!paused && counts(at)) left -= 1
  }
  return at
}

function isOpen(at: Timestamp, calendar: Calendar): boolean {
  const date = dateOf(at)
  return hoursOf(date, calendar).some(
    ([open, close]) => clockTime(date, open) <= at && at < clockTime(date, close),
  )
}

function hoursOf(date: LocalDate, calendar: Calendar): readonly (readonly [string, string])[] {
  if (calendar.always) return [['00:00', '24:00']]
  const year = calendar.years[date.slice(0, 4)]
  const shift = year?.shifts.find((day) => day.date === date)
  if (shift) return shift.hours ?? calendar.weekly.mon
  if (year?.holidays.some((day) => day.date === date)) return []
  const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
  return calendar.weekly[names[new Date(date).getUTCDay()]!]
}

const dateOf = (at: Timestamp): LocalDate => inShanghai(at).slice(0, 10)

const tomorrow = (date: LocalDate): LocalDate => dateOf(shanghai(`${date}T12:00`) + 86_400_000)

function clockTime(date: LocalDate, time: string): Timestamp {
  return time === '24:00' ? shanghai(`${tomorrow(date)}T00:00`) : shanghai(`${date}T${time}`)
}
