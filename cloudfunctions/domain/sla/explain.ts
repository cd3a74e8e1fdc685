import type { Clock, ExplainedDay, Explanation } from '../../../typings/contract/clock'
import type { Calendar, LimitUnit, LocalDate, Timestamp } from '../../../typings/contract/time'
import { addDays, dayEndingAt, localDate, startOfDay } from '../calendar/local-time'
import { type CalendarDay, dayOf, openSpansBetween } from '../calendar/work-calendar'
import { countLegs, type CountedLeg, type Rules } from './clock'
import { endedPauses, type PassedDay, type Span } from './count'
import { sentenceOf } from './sentence'

/**
 * Why the deadline is when it is: every day from the start to the end, counted or not, and the whole in a sentence. The
 * days are those that the count itself passed through, so the two can't disagree. An extension goes on where the limit
 * ended; `ordinal` counts on within one unit: days, full hours, full minutes.
 */
export function explain(clock: Clock, rules: Rules): Explanation {
  const passed: PassedDay[][] = []
  const legs = countLegs(clock, rules, (day, leg) => (passed[leg] ??= []).push(day))
  const pauses = endedPauses(clock.pauses)
  const days: ExplainedDay[] = []
  const counted: Record<LimitUnit, number> = { naturalHour: 0, naturalDay: 0, workDay: 0, workMinute: 0 }

  legs.forEach((leg, n) => {
    const { unit, amount } = leg.limit
    if (unit === 'naturalDay' || unit === 'workDay') {
      if (n === 0) days.push({ date: leg.startDay, counted: false, why: 'startDay' })
      for (const day of passed[n] ?? []) {
        const counts = day.outcome === 'counted'
        const name = day.outcome === 'paused' ? reasonAt(clock, day.date) : day.day.name
        days.push({
          date: day.date,
          counted: counts,
          ...(counts && { ordinal: ++counted[unit] }),
          why: whyPassed(unit, day),
          ...(name && { name }),
        })
      }
    } else {
      days.push(...runThrough(leg, counted[unit], pauses, rules.calendar, clock))
      counted[unit] += amount
    }
  })

  const provisional = legs.some((leg) => leg.provisional)
  return {
    startedAt: clock.startedAt,
    dueAt: legs.at(-1)!.dueAt,
    limit: clock.limit,
    basis: rules.profile.basis,
    days,
    provisional,
    sentence: sentenceOf(clock, rules, legs, days, provisional),
  }
}

function whyPassed(unit: LimitUnit, { day, outcome }: PassedDay): ExplainedDay['why'] {
  if (outcome === 'paused' || outcome === 'rolled') return outcome
  return unit === 'workDay' ? day.kind : 'natural'
}

/** The days of a leg in hours or minutes, with what ran on each of them. */
function runThrough(
  leg: CountedLeg,
  before: number,
  pauses: readonly Span[],
  calendar: Calendar,
  clock: Clock,
): ExplainedDay[] {
  const inHours = leg.limit.unit === 'naturalHour'
  const length = inHours ? 3_600_000 : 60_000
  const days: ExplainedDay[] = []
  let ran = 0
  for (let date = localDate(leg.from); date <= dayEndingAt(leg.dueAt); date = addDays(date, 1)) {
    const from = Math.max(leg.from, startOfDay(date))
    const to = Math.min(leg.dueAt, startOfDay(addDays(date, 1)))
    const open: [Timestamp, Timestamp][] = inHours ? [[from, to]] : openSpansBetween(calendar, from, to)
    const running = total(open) - total(overlaps(open, pauses))
    ran += running
    const day = dayOf(calendar, date)
    const why =
      running > 0 ? whyRan(inHours, day) : total(open) > 0 ? 'paused' : whyShut(day, date, leg.startDay)
    const name = why === 'paused' ? reasonAt(clock, date) : day.name
    days.push({
      date,
      counted: running > 0,
      ...(running > 0 && { ordinal: before + Math.floor(ran / length + 1e-9) }),
      why,
      ...(name && { name }),
    })
  }
  return days
}

const whyRan = (inHours: boolean, day: CalendarDay): ExplainedDay['why'] => (inHours ? 'natural' : day.kind)

/** A day on which nothing was open: off, or a start day whose hours were over. */
function whyShut(day: CalendarDay, date: LocalDate, startDay: LocalDate): ExplainedDay['why'] {
  return date === startDay ? 'startDay' : day.kind
}

const total = (spans: readonly (readonly [Timestamp, Timestamp])[]): number =>
  spans.reduce((sum, [from, to]) => sum + to - from, 0)

function overlaps(
  open: readonly [Timestamp, Timestamp][],
  pauses: readonly Span[],
): [Timestamp, Timestamp][] {
  return pauses.flatMap((pause) =>
    open
      .map(([from, to]): [Timestamp, Timestamp] => [Math.max(from, pause.from), Math.min(to, pause.to)])
      .filter(([from, to]) => from < to),
  )
}

/** The reason of the last pause that touched a day. */
function reasonAt(clock: Clock, date: LocalDate): string | undefined {
  const from = startOfDay(date)
  const to = startOfDay(addDays(date, 1))
  return clock.pauses.findLast((pause) => pause.from < to && (pause.to ?? 0) > from)?.reason
}
