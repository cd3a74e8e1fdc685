import type { Timestamp } from '../../../typings/contract/time'
import { localDate } from '../calendar/local-time'

/** 6 月 11 日 18:00: an instant as people write it, in Asia/Shanghai. */
export function peopleTime(at: Timestamp): string {
  const [, month, day] = localDate(at).split('-').map(Number)
  const local = new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)
  return `${month} 月 ${day} 日 ${local}`
}
