import type { Clock } from '../../../typings/contract/clock'
import type { ClockKind, LimitClass, Profile } from '../../../typings/contract/directory'
import type { Calendar, Limit, Timestamp } from '../../../typings/contract/time'
import { dayEndingAt, localDate, timeOfDay } from '../calendar/local-time'
import {
  assertAmount,
  countLimit,
  type Counted,
  type DayEnd,
  endedPauses,
  type Leg,
  type PassedDay,
} from './count'

/** What a deadline is counted by, apart from what the clock itself stores. */
export interface Rules {
  calendar: Calendar
  profile: Profile
}

/** All that `dueAt` depends on. */
export type ClockInputs = Pick<Clock, 'startedAt' | 'limit' | 'extensions' | 'pauses'>

export interface ClockStart {
  id: string
  kind: ClockKind
  stint: number
  chargedTo: string
  limit: Limit
  limitClass?: LimitClass
  at: Timestamp
  profile: Profile
  calendar: Calendar
}

/** @throws RangeError where the limit's amount isn't positive, or not whole for a unit of days. */
export function startClock(start: ClockStart): Clock {
  const { id, kind, stint, chargedTo, limit, limitClass, at, profile, calendar } = start
  const inputs = { startedAt: at, limit, extensions: [], pauses: [] }
  return {
    id,
    kind,
    stint,
    chargedTo,
    ...inputs,
    ...(limitClass && { limitClass }),
    ...counted(inputs, { calendar, profile }),
    fired: [],
  }
}

/**
 * Stops a clock: met where `at` is no later than the deadline, the very instant included. While it is paused time stands
 * still, so what counts is the instant at which the pause began; the pause is left open, as the stop ends it.
 */
export function stopClock(clock: Clock, at: Timestamp): Clock {
  if (clock.outcome) return clock
  const reached = openPause(clock)?.from ?? at
  return { ...clock, stoppedAt: at, outcome: reached <= clock.dueAt ? 'met' : 'breached' }
}

/** The clock no longer counts for or against anybody, as after a transfer or a merge. */
export function voidClock(clock: Clock, at: Timestamp): Clock {
  return clock.outcome ? clock : { ...clock, stoppedAt: at, outcome: 'void' }
}

/** A stopped or already paused clock is returned unchanged. The deadline moves when the pause ends, not before. */
export function pauseClock(clock: Clock, at: Timestamp, reason: string, rules: Rules): Clock {
  if (!isRunning(clock)) return clock
  return recounted({ ...clock, pauses: [...clock.pauses, { from: at, reason }] }, rules)
}

/** Ends the pause and moves the deadline by what it was worth. A clock that isn't paused is returned unchanged. */
export function resumeClock(clock: Clock, at: Timestamp, rules: Rules): Clock {
  const open = openPause(clock)
  if (clock.outcome || !open) return clock
  const pauses = clock.pauses.map((pause) => (pause === open ? { ...pause, to: at } : pause))
  return recounted({ ...clock, pauses }, rules)
}

/** An approved extension: counts on from the un-extended end, in its own unit. A stopped clock is returned unchanged. */
export function extendClock(clock: Clock, limit: Limit, at: Timestamp, rules: Rules): Clock {
  assertAmount(limit)
  if (clock.outcome) return clock
  return recounted({ ...clock, extensions: [...clock.extensions, { limit, at }] }, rules)
}

/**
 * The clock under a revised calendar or another profile. Pauses, extensions and what has fired are kept; so is the
 * limit, unless another is given: editing a profile doesn't change what was promised. Met, breached and void clocks
 * are returned unchanged: the past stays.
 */
export function recomputeClock(clock: Clock, rules: Rules, limit: Limit = clock.limit): Clock {
  return clock.outcome ? clock : recounted({ ...clock, limit }, rules)
}

/** Neither stopped, void nor paused. */
export function isRunning(clock: Clock): boolean {
  return !clock.outcome && !openPause(clock)
}

/** Counted again from what is stored: the same inputs and rules always give the same instant. */
export function dueOf(clock: ClockInputs, rules: Rules): Timestamp {
  return countLegs(clock, rules).at(-1)!.dueAt
}

/** A leg that has been counted: the limit, or one of its extensions. */
export interface CountedLeg extends Leg, Counted {}

/**
 * Counts the limit and then each extension from where the one before it ended.
 * @param pass sees each day that a limit in days passes through; `leg` 0 is the limit, 1 the first extension.
 */
export function countLegs(
  clock: ClockInputs,
  rules: Rules,
  pass?: (day: PassedDay, leg: number) => void,
): CountedLeg[] {
  const pauses = endedPauses(clock.pauses)
  const dayEnd = dayEndOf(rules.profile)
  const limits = [clock.limit, ...clock.extensions.map((extension) => extension.limit)]
  const legs: CountedLeg[] = []
  for (const [n, limit] of limits.entries()) {
    const from = legs.at(-1)?.dueAt ?? clock.startedAt
    const leg = { limit, from, startDay: n === 0 ? localDate(from) : dayEndingAt(from) }
    const terms = { pauses, calendar: rules.calendar, dayEnd }
    const end = countLimit(leg, pass ? { ...terms, pass: (day) => pass(day, n) } : terms)
    legs.push({ ...leg, ...end })
  }
  return legs
}

function dayEndOf({ naturalDayEnd }: Profile): DayEnd {
  return { ms: timeOfDay(naturalDayEnd.at), rollToWorkday: naturalDayEnd.rollToWorkday }
}

function openPause(clock: Clock) {
  return clock.pauses.find((pause) => pause.to === undefined)
}

function counted(inputs: ClockInputs, rules: Rules) {
  const { profile, calendar } = rules
  const legs = countLegs(inputs, rules)
  return {
    profileId: profile._id,
    profileVersion: profile.version,
    calendarId: calendar._id,
    calendarVersion: calendar.version,
    dueAt: legs.at(-1)!.dueAt,
    provisional: legs.some((leg) => leg.provisional),
  }
}

function recounted(clock: Clock, rules: Rules): Clock {
  return { ...clock, ...counted(clock, rules) }
}
