import { atLocal } from '../../cloudfunctions/domain/calendar/local-time'

const FORM = /^(\d{4})[/.年-](\d{1,2})[/.月-](\d{1,2})日?(?:[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?$/

/**
 * The forms in which real data write an instant of Asia/Shanghai: 2019/4/25 9:32:09, 2019-02-28 11:25:05, 2019/4/25. A bare
 * date is 00:00. @returns ms UTC, or undefined where it is none of them or no such day exists.
 */
export function readLocalTime(text: string): number | undefined {
  const parts = FORM.exec(text.trim())
  if (!parts) return undefined
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth || hour > 23 || minute > 59 || second > 59)
    return undefined
  const two = (value: number) => String(value).padStart(2, '0')
  return atLocal(`${year}-${two(month)}-${two(day)}`, `${two(hour)}:${two(minute)}`) + second * 1000
}
