import type { PlanOutput } from '../../../typings/contract/plans'
import type { LocalDate } from '../../../typings/contract/time'
import { addDays } from '../calendar/local-time'
import { periodOf } from './period'
import type { Span } from './span'

/** Months shown before and after the one that a plan was chosen in. */
const monthsAround = 6

export interface PlanMonth extends Pick<PlanOutput['months'][number], 'month' | 'when' | 'running'> {
  span: Span
}

/** The calendar months of a plan's curve; none that has not begun. */
export function planMonths(chosen: string, today: LocalDate): PlanMonth[] {
  let month = chosen
  for (let back = 0; back < monthsAround; back++) month = monthBefore(month)
  const months: PlanMonth[] = []
  for (let n = 0; n <= 2 * monthsAround && `${month}-01` <= today; n++) {
    const { from, to } = periodOf(`${month}-01`, 1)
    const when = month < chosen ? 'before' : month === chosen ? 'chosen' : 'after'
    months.push({ month, when, running: to >= today, span: { from, to } })
    month = addDays(to, 1).slice(0, 7)
  }
  return months
}

/** This month up to today, and as many days of the month before. */
export function monthSoFar(today: LocalDate): { now: Span; before: Span } {
  const from = `${today.slice(0, 7)}-01`
  const earlier = periodOf(addDays(from, -1), 1)
  const same = `${earlier.from.slice(0, 8)}${today.slice(8)}`
  return {
    now: { from, to: today },
    before: { from: earlier.from, to: same < earlier.to ? same : earlier.to },
  }
}

const monthBefore = (month: string) => addDays(`${month}-01`, -1).slice(0, 7)
