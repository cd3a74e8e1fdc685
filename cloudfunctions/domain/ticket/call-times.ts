import type { Timestamp } from '../../../typings/contract/time'
import { addDays, atLocal, localDate } from '../calendar/local-time'
import type { Draft } from './draft'

/** WeChat has the first days; then people call. */
export function firstCallAt({ at, moment }: Draft): Timestamp {
  const { steps, callbackTries } = moment.rules.profile
  return callTime(addDays(localDate(at), steps.callback.amount), callbackTries.hour)
}

export function nextCallAt({ at, moment }: Draft): Timestamp {
  return callTime(addDays(localDate(at), 1), moment.rules.profile.callbackTries.hour)
}

const callTime = (date: string, hour: number) => atLocal(date, `${String(hour).padStart(2, '0')}:00`)
