/** Milliseconds UTC. */
export type Timestamp = number

/** 'YYYY-MM-DD' in Asia/Shanghai. */
export type LocalDate = string

/** A limit is counted in one unit, never mixed silently (norms.md §2). */
export type LimitUnit = 'naturalHour' | 'naturalDay' | 'workDay' | 'workMinute'

export interface Limit {
  amount: number
  unit: LimitUnit
}

/** 'HH:mm' to 'HH:mm', local time, end excluded; '24:00' is midnight. */
export type Hours = readonly [string, string]

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** One reviewed year of 放假 and 调休, with the notice it was taken from. */
export interface CalendarYear {
  /** Number or address of the notice (国务院办公厅通知). */
  notice: string
  holidays: readonly { date: LocalDate; name: string }[]
  /** 调休上班日: a shift replaces a date's weekly hours by `hours`, or by Monday's where none are given. */
  shifts: readonly { date: LocalDate; name: string; hours?: readonly Hours[] }[]
}

/** A year that is missing from `years` counts weekends only and makes every deadline that touches it provisional. */
export interface Calendar {
  _id: string
  name: string
  version: number
  weekly: Readonly<Record<Weekday, readonly Hours[]>>
  /** Keyed by '2026'. */
  years: Readonly<Record<string, CalendarYear>>
  /** 24×7 (水电气热): every day has hours 00:00–24:00 and `years` is not consulted. */
  always?: boolean
}
