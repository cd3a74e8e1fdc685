import type { LocalDate } from '../../../typings/contract/time'
import { addDays } from '../calendar/local-time'

/** An assessment period, named after the month that it ends in: '2026-06'. Both days belong to it. */
export interface Period {
  id: string
  from: LocalDate
  to: LocalDate
}

/**
 * The period that `date` lies in.
 * @param startsOn day of the month, 1 (a calendar month) to 28; 19 is from the 19th to the 18th.
 * @throws RangeError where `startsOn` is no such day.
 */
export function periodOf(date: LocalDate, startsOn: number): Period {
  if (!Number.isInteger(startsOn) || startsOn < 1 || startsOn > 28)
    throw new RangeError(`a period can't start on day ${startsOn}`)
  const day = String(startsOn).padStart(2, '0')
  const started = Number(date.slice(8)) >= startsOn
  const month = monthAfter(date.slice(0, 7), started ? 0 : -1)
  const to = addDays(`${monthAfter(month, 1)}-${day}`, -1)
  return { id: to.slice(0, 7), from: `${month}-${day}`, to }
}

export function periodBefore(period: Period, startsOn: number): Period {
  return periodOf(addDays(period.from, -1), startsOn)
}

export function isInPeriod(period: Pick<Period, 'from' | 'to'>, date: LocalDate): boolean {
  return period.from <= date && date <= period.to
}

/** @param month 'YYYY-MM' */
function monthAfter(month: string, n: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + n
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}
