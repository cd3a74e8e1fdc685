import type { ReportBrief } from '../../../../typings/contract/report'
import type { LocalDate } from '../../../../typings/contract/time'
import { addDays, weekday } from '../../calendar/local-time'
import { periodBefore, periodOf } from '../period'

export type ReportSpan = Pick<ReportBrief, 'reportId' | 'kind' | 'name' | 'from' | 'to'>

/**
 * What a schedule owes on a day: the last whole week, Monday to Sunday, and the last whole assessment period. Asked every
 * day, so that a day without a run loses nothing.
 */
export function reportsOwed(today: LocalDate, assessmentStartsOn: number): ReportSpan[] {
  const monday = addDays(today, -daysSinceMonday(today) - 7)
  const period = periodBefore(periodOf(today, assessmentStartsOn), assessmentStartsOn)
  return [
    {
      reportId: `week:${monday}`,
      kind: 'week',
      name: `周报 ${daysWords(monday, addDays(monday, 6))}`,
      from: monday,
      to: addDays(monday, 6),
    },
    {
      reportId: `month:${period.id}`,
      kind: 'month',
      name: `月报 ${Number(period.id.slice(0, 4))} 年 ${Number(period.id.slice(5))} 月`,
      from: period.from,
      to: period.to,
    },
  ]
}

/** One that somebody asked for: of any days, made as often as it is asked for. */
export function reportAskedFor(from: LocalDate, to: LocalDate, at: number): ReportSpan {
  return { reportId: `days:${from}:${to}:${at}`, kind: 'days', name: `报告 ${daysWords(from, to)}`, from, to }
}

const order = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const daysSinceMonday = (date: LocalDate): number => order.indexOf(weekday(date))

const daysWords = (from: LocalDate, to: LocalDate): string => {
  const day = (date: LocalDate) => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`
  return `${from.slice(0, 4)} 年 ${day(from)} – ${day(to)}`
}
