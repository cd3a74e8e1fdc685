import { workCalendar } from '../../../cloudfunctions/domain/calendar/national'
import { type Rules, startClock } from '../../../cloudfunctions/domain/sla/clock'
import { jinan } from '../../../cloudfunctions/domain/sla/profiles'
import type { Clock } from '../../../typings/contract/clock'
import type { ClockKind } from '../../../typings/contract/directory'
import type { Calendar, Limit, LimitUnit } from '../../../typings/contract/time'
import { shanghai } from '../calendar/shanghai'

export function rulesWith(
  naturalDayEnd: { at: string; rollToWorkday: boolean } = { at: '24:00', rollToWorkday: false },
  calendar: Calendar = workCalendar,
): Rules {
  return { calendar, profile: { ...jinan, naturalDayEnd } }
}

export const limitOf = (amount: number, unit: LimitUnit): Limit => ({ amount, unit })

/** A reply clock of 5 workdays unless said otherwise. */
export function aClock(
  from: string,
  { amount = 5, unit = 'workDay' as LimitUnit, kind = 'reply' as ClockKind, rules = rulesWith() } = {},
): Clock {
  return startClock({
    id: `${kind}#1`,
    kind,
    stint: 1,
    chargedTo: 'D-water',
    limit: { amount, unit },
    limitClass: 'general',
    at: shanghai(from),
    ...rules,
  })
}
