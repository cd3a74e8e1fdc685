import { CloudError } from '../action'

/**
 * Tencent's timer expression: seven fields, second minute hour day month weekday year, in Asia/Shanghai; each takes
 * `*`, lists, ranges, steps, and month and weekday names. When both day and weekday are restricted, either suffices.
 * Source (official-doc): the timer trigger pages of CloudBase and SCF. They contradict each other on the weekday 0
 * (Monday there, Sunday here); we follow SCF and advise names.
 */
export interface Cron {
  /** The first tick strictly after `after` (ms UTC), or undefined when there is none. */
  next(after: number): number | undefined
}

interface Field {
  low: number
  high: number
  names?: readonly string[]
  /** The number of the first name. */
  firstName?: number
}

const fields: readonly Field[] = [
  { low: 0, high: 59 },
  { low: 0, high: 59 },
  { low: 0, high: 23 },
  { low: 1, high: 31 },
  {
    low: 1,
    high: 12,
    firstName: 1,
    names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  { low: 0, high: 6, firstName: 0, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] },
  { low: 1970, high: 2099 },
]

/** Asia/Shanghai has had no summer time since 1991. */
const SHANGHAI_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** @throws CloudError TIMER_EXPRESSION_INVALID */
export function parseCron(expression: string): Cron {
  const parts = expression.trim().split(/\s+/)
  if (parts.length !== fields.length)
    throw invalid(expression, `seven fields are needed, not ${parts.length}`)
  const sets = parts.map((part, at) => parseField(part, fields[at] as Field, expression))
  const [seconds, minutes, hours, days, months, weekdays, years] = sets as [
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ]
  const timesOfDay = { seconds, minutes, hours }
  const anyDay = days.length === 31
  const anyWeekday = weekdays.length === 7

  const dayMatches = (date: Date): boolean => {
    if (!years.includes(date.getUTCFullYear()) || !months.includes(date.getUTCMonth() + 1)) return false
    const byDay = days.includes(date.getUTCDate())
    const byWeekday = weekdays.includes(date.getUTCDay())
    if (anyDay) return byWeekday
    return anyWeekday ? byDay : byDay || byWeekday
  }

  return {
    next(after) {
      const local = Math.floor(after / 1000) * 1000 + 1000 + SHANGHAI_MS
      let day = Math.floor(local / DAY_MS) * DAY_MS
      let from = local - day
      const end = Date.UTC((years.at(-1) as number) + 1, 0, 1)
      while (day < end) {
        const time = dayMatches(new Date(day)) ? firstTime(timesOfDay, from) : undefined
        if (time !== undefined) return day + time - SHANGHAI_MS
        day += DAY_MS
        from = 0
      }
      return undefined
    },
  }
}

/** @param from ms since midnight. @returns the first matching ms since midnight at or after it. */
function firstTime(
  { seconds, minutes, hours }: { seconds: number[]; minutes: number[]; hours: number[] },
  from: number,
): number | undefined {
  for (const hour of hours) {
    if ((hour + 1) * 3_600_000 <= from) continue
    for (const minute of minutes) {
      if (hour * 3_600_000 + (minute + 1) * 60_000 <= from) continue
      for (const second of seconds) {
        const at = hour * 3_600_000 + minute * 60_000 + second * 1000
        if (at >= from) return at
      }
    }
  }
  return undefined
}

function parseField(text: string, field: Field, expression: string): number[] {
  const found = new Set<number>()
  for (const item of text.split(',')) {
    const [range = '', step, ...rest] = item.split('/')
    const every = step === undefined ? 1 : Number(step)
    if (rest.length > 0 || !Number.isInteger(every) || every < 1)
      throw invalid(expression, `bad step in ${item}`)
    const [first, last] = bounds(range, step !== undefined, field, expression)
    for (let value = first; value <= last; value += every) found.add(value)
  }
  return [...found].sort((a, b) => a - b)
}

function bounds(range: string, stepped: boolean, field: Field, expression: string): [number, number] {
  if (range === '*' || range === '?') return [field.low, field.high]
  const ends = range.split('-')
  if (ends.length > 2) throw invalid(expression, `bad range ${range}`)
  const first = parseValue(ends[0] as string, field, expression)
  const last = ends[1] === undefined ? (stepped ? field.high : first) : parseValue(ends[1], field, expression)
  if (last < first) throw invalid(expression, `the range ${range} runs backwards`)
  return [first, last]
}

function parseValue(text: string, field: Field, expression: string): number {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1
  const value = named >= 0 ? named + (field.firstName ?? 0) : Number(text)
  if (text === '' || !Number.isInteger(value) || value < field.low || value > field.high) {
    throw invalid(expression, `${text || 'an empty item'} is not within ${field.low} to ${field.high}`)
  }
  return value
}

function invalid(expression: string, why: string): CloudError {
  return new CloudError('TIMER_EXPRESSION_INVALID', `Cron '${expression}': ${why}.`)
}
