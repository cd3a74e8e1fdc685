import type { LocalDate, Timestamp, Weekday } from '../../../typings/contract/time'

/**
 * Asia/Shanghai is UTC+8 all year since 15 September 1991 (in the summers of 1986–1991 it was UTC+9). No ticket is that
 * old, so arithmetic with a fixed offset is exact, and some hundred times faster than Intl.
 */
const offset = 8 * 3_600_000

export const dayLength = 86_400_000

const names: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** @param at in the years 1000–9999. */
export function localDate(at: Timestamp): LocalDate {
  // Four times as fast as toISOString, and most of what a deadline costs.
  const day = new Date(at + offset)
  return `${day.getUTCFullYear()}-${twoDigits(day.getUTCMonth() + 1)}-${twoDigits(day.getUTCDate())}`
}

/** 00:00 local time. @throws RangeError where `date` is not 'YYYY-MM-DD'. */
export function startOfDay(date: LocalDate): Timestamp {
  const at = Date.parse(date)
  if (Number.isNaN(at) || date.length !== 10) throw new RangeError(`not a local date: ${date}`)
  return at - offset
}

/** @param time 'HH:mm'; '24:00' is the midnight that ends the day. */
export function atLocal(date: LocalDate, time: string): Timestamp {
  return startOfDay(date) + timeOfDay(time)
}

/** Milliseconds since 00:00. @throws RangeError where `time` is not 'HH:mm' up to '24:00'. */
export function timeOfDay(time: string): number {
  const hours = Number(time.slice(0, 2))
  const minutes = Number(time.slice(3))
  const ms = (hours * 60 + minutes) * 60_000
  if (time.length !== 5 || time[2] !== ':' || !(minutes < 60) || !(ms >= 0 && ms <= dayLength))
    throw new RangeError(`not a time of day: ${time}`)
  return ms
}

/** 'HH:mm' local time, minutes cut off. */
export function localTime(at: Timestamp): string {
  const day = new Date(at + offset)
  return `${twoDigits(day.getUTCHours())}:${twoDigits(day.getUTCMinutes())}`
}

/** '2026-05-01T08:00:00+08:00', ISO 8601. */
export const isoLocal = (at: Timestamp): string => `${new Date(at + offset).toISOString().slice(0, 19)}+08:00`

export function addDays(date: LocalDate, n: number): LocalDate {
  return localDate(startOfDay(date) + n * dayLength)
}

export function weekday(date: LocalDate): Weekday {
  // 1970-01-01 was a Thursday.
  const day = (startOfDay(date) + offset) / dayLength
  return names[(((day + 4) % 7) + 7) % 7]!
}

/** The day that a deadline at `at` belongs to: one at 24:00 belongs to the day that it ends, not to the next. */
export function dayEndingAt(at: Timestamp): LocalDate {
  return localDate(at - 1)
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}
