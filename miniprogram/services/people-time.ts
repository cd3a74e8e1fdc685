import type { Timestamp } from '../../typings/contract/time'

/** Times as people say them, in the district's own time wherever the phone is. */
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Asia/Shanghai has had one offset since 1991. */
const SHANGHAI = 8 * HOUR

const dayNumber = (at: Timestamp) => Math.floor((at + SHANGHAI) / DAY)

const two = (number: number) => String(number).padStart(2, '0')

interface Parts {
  year: number
  month: number
  day: number
  time: string
}

function partsOf(at: Timestamp): Parts {
  const local = new Date(at + SHANGHAI)
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    time: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`,
  }
}

/** 今天 18:00 · 明天 09:30 · 6 月 3 日 18:00 · 2027 年 1 月 4 日 18:00 */
export function momentWords(at: Timestamp, now: Timestamp): string {
  const { year, month, day, time } = partsOf(at)
  const apart = dayNumber(at) - dayNumber(now)
  const near = { '-1': '昨天', '0': '今天', '1': '明天' }[String(apart)]
  if (near) return `${near} ${time}`
  const date = `${month} 月 ${day} 日 ${time}`
  return year === partsOf(now).year ? date : `${year} 年 ${date}`
}

/** 2026 年 6 月 3 日 18:00, wherever the reader is in time. */
export function dateTimeWords(at: Timestamp): string {
  const { year, month, day, time } = partsOf(at)
  return `${year} 年 ${month} 月 ${day} 日 ${time}`
}

/** 6 月 3 日; with `now`, of another year 2027 年 1 月 4 日. */
export function dayWords(at: Timestamp, now = at): string {
  const { year, month, day } = partsOf(at)
  return `${year === partsOf(now).year ? '' : `${year} 年 `}${month} 月 ${day} 日`
}

/** 1 天 2 小时 · 3 小时 · 20 分钟: two units at most, cut off below. */
export function spanWords(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY)
  const hours = Math.floor((milliseconds % DAY) / HOUR)
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE)
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`
  if (hours > 0) return `${hours} 小时`
  return minutes > 0 ? `${minutes} 分钟` : '不到 1 分钟'
}

/** Whether both fall on one day of the district. */
export const isSameDay = (one: Timestamp, other: Timestamp): boolean => dayNumber(one) === dayNumber(other)

/** 18:00 of a local date 'YYYY-MM-DD', when a day's work ends. */
export const endOfWorkOn = (date: string): Timestamp => Date.parse(`${date}T18:00:00+08:00`)
