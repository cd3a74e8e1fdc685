import type { ClockKind, LimitClass } from './directory'
import type { Limit, LocalDate, Timestamp } from './time'

export interface Pause {
  from: Timestamp
  /** Absent while the pause lasts. */
  to?: Timestamp
  reason: string
}

/** A stored instant with its reasons (law 4): everything that `dueAt` was computed from stands beside it. */
export interface Clock {
  /** `promise`, `reply#2` (the lead's second stint), `coTask:c1`. */
  id: string
  kind: ClockKind
  /** Which lead's turn it counts against; 0 where it is the centre's or the resident's. */
  stint: number
  /** Department that answers for it. */
  chargedTo: string
  startedAt: Timestamp
  limit: Limit
  limitClass?: LimitClass
  /** Approved extensions, in order. */
  extensions: readonly { limit: Limit; at: Timestamp }[]
  pauses: readonly Pause[]
  profileId: string
  profileVersion: number
  calendarId: string
  calendarVersion: number
  dueAt: Timestamp
  /** True where a year without a reviewed calendar was counted through. */
  provisional: boolean
  stoppedAt?: Timestamp
  /** Set once: by stopping (met, breached), or void where the clock no longer counts. */
  outcome?: 'met' | 'breached' | 'void'
  /** Keys of rungs that fired, `yellow`, `supervise:2026-06-12`, so that nothing fires twice. */
  fired: readonly string[]
}

/** One day of the explanation 一天一天地说明: why the deadline is when it is. */
export interface ExplainedDay {
  date: LocalDate
  counted: boolean
  /** Which of the limit this is, 1 for the first counted day; minutes so far for workMinute limits. */
  ordinal?: number
  why: 'startDay' | 'workday' | 'shift' | 'weekend' | 'holiday' | 'paused' | 'natural' | 'rolled'
  /** 端午节, or the reason of the pause. */
  name?: string
}

export interface Explanation {
  startedAt: Timestamp
  dueAt: Timestamp
  limit: Limit
  basis: string
  days: readonly ExplainedDay[]
  provisional: boolean
  /** The whole in Chinese: 6 月 3 日派单,端午放假不算,第 5 个工作日是 6 月 11 日 18:00。 */
  sentence: string
}
