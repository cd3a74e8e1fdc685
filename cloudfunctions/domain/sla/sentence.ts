import type { Clock, ExplainedDay } from '../../../typings/contract/clock'
import type { ClockKind } from '../../../typings/contract/directory'
import type { Limit, LimitUnit, LocalDate, Timestamp } from '../../../typings/contract/time'
import { dayEndingAt, localDate, localTime } from '../calendar/local-time'
import { type CountedLeg, dueOf, type Rules } from './clock'

/** What happened at the instant from which a clock runs. */
const started: Readonly<Record<ClockKind, string>> = {
  promise: '提交',
  accept: '提交',
  acknowledge: '派单',
  firstContact: '派单',
  reply: '派单',
  coTask: '发出协办',
  ruleReturn: '申请退回',
  ruleExtension: '申请延期',
  ruleBlock: '申请挂账',
  ruleTermination: '申请终止',
  consultation: '发起会商',
  opinion: '上报',
  review: '答复',
  callback: '开始回访',
  supervision: '督办',
}

/** 6 月 3 日派单，端午节放假不算，第 5 个工作日是 6 月 11 日 18:00。 Years are named where the span leaves the first. */
export function sentenceOf(
  clock: Clock,
  rules: Rules,
  legs: readonly CountedLeg[],
  days: readonly ExplainedDay[],
  provisional: boolean,
): string {
  const year = localDate(clock.startedAt).slice(0, 4)
  const parts = [
    `${startWords(clock)}${started[clock.kind]}`,
    ...holidayWords(days),
    ...shiftWords(days, clock.limit.unit, year),
    ...pauseWords(clock, rules, year),
    endWords(legs[0]!, days, year),
    ...legs
      .slice(1)
      .map(({ limit, dueAt }) => `经批准延长 ${amountWords(limit)}，到 ${instant(dueAt, limit.unit, year)}`),
    ...openPauseWords(clock),
    ...(provisional ? provisionalWords(days, rules) : []),
  ]
  return `${parts.join('，')}。`
}

function amountWords({ amount, unit }: Limit): string {
  if (unit === 'naturalHour') return `${amount} 小时`
  if (unit === 'naturalDay') return `${amount} 天`
  if (unit === 'workDay') return `${amount} 个工作日`
  return amount % 60 === 0 ? `${amount / 60} 个工作小时` : `${amount} 分钟工作时间`
}

function startWords(clock: Clock): string {
  const year = localDate(clock.startedAt).slice(0, 4)
  const date = dateWords(localDate(clock.startedAt), year)
  return isInDays(clock.limit.unit) ? date : `${date} ${localTime(clock.startedAt)} `
}

function holidayWords(days: readonly ExplainedDay[]): string[] {
  const names = days.flatMap((day) => (day.why === 'holiday' && day.name ? [day.name] : []))
  return [...new Set(names)].map((name) => `${name}放假不算`)
}

function shiftWords(days: readonly ExplainedDay[], unit: LimitUnit, year: string): string[] {
  const what = unit === 'workDay' ? '调休上班算一天' : '调休上班照算'
  return days
    .filter((day) => day.why === 'shift' && day.counted)
    .map((day) => `${dateWords(day.date, year)}${what}`)
}

/** Only pauses that moved the deadline are worth a word. */
function pauseWords(clock: Clock, rules: Rules, year: string): string[] {
  const dueAt = dueOf(clock, rules)
  return clock.pauses.flatMap((pause) => {
    if (pause.to === undefined) return []
    const without = clock.pauses.filter((other) => other !== pause)
    if (dueOf({ ...clock, pauses: without }, rules) === dueAt) return []
    const span = [...new Set([localDate(pause.from), localDate(pause.to)])]
    return [`${span.map((date) => dateWords(date, year)).join('至 ')}因“${pause.reason}”暂停计时`]
  })
}

function endWords(leg: CountedLeg, days: readonly ExplainedDay[], year: string): string {
  const { limit, dueAt } = leg
  const end = instant(dueAt, limit.unit, year)
  if (limit.unit === 'workDay') return `第 ${limit.amount} 个工作日是 ${end}`
  if (limit.unit !== 'naturalDay') return `满 ${amountWords(limit)}是 ${end}`
  const last = days.find((day) => day.counted && day.ordinal === limit.amount)
  if (!last || last.date === dayEndingAt(dueAt)) return `第 ${limit.amount} 天是 ${end}`
  return `第 ${limit.amount} 天是 ${dateWords(last.date, year)}，逢${last.name ?? '休息日'}顺延到 ${end}`
}

function openPauseWords(clock: Clock): string[] {
  const open = clock.outcome ? undefined : clock.pauses.find((pause) => pause.to === undefined)
  return open ? [`现因“${open.reason}”暂停计时，恢复后顺延`] : []
}

function provisionalWords(days: readonly ExplainedDay[], rules: Rules): string[] {
  const years = new Set(days.map((day) => day.date.slice(0, 4)))
  const missing = [...years].filter((year) => !rules.calendar.years[year])
  return [`${missing.join('、')} 年的放假安排还没有收录，暂只扣除周末，收录后可能调整`]
}

const isInDays = (unit: LimitUnit): boolean => unit === 'workDay' || unit === 'naturalDay'

/** A limit in days that ends at midnight is said to end at 24:00 of its last day. */
function instant(at: Timestamp, unit: LimitUnit, year: string): string {
  const midnight = isInDays(unit) && localTime(at) === '00:00'
  return midnight
    ? `${dateWords(dayEndingAt(at), year)} 24:00`
    : `${dateWords(localDate(at), year)} ${localTime(at)}`
}

function dateWords(date: LocalDate, year: string): string {
  const words = `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`
  return date.startsWith(year) ? words : `${date.slice(0, 4)} 年 ${words}`
}
