import type { NoticeRules } from '../../../typings/contract/notification'
import type { Timestamp } from '../../../typings/contract/time'
import { addDays, atLocal, localDate, timeOfDay } from '../calendar/local-time'

/** The instant itself, or the end of the quiet hours that it lies in. The window may go over midnight. */
export function afterQuiet(at: Timestamp, { from, to }: NoticeRules['quiet']): Timestamp {
  if (from === to) return at
  const date = localDate(at)
  const overnight = timeOfDay(from) > timeOfDay(to)
  const isQuiet = overnight
    ? at >= atLocal(date, from) || at < atLocal(date, to)
    : at >= atLocal(date, from) && at < atLocal(date, to)
  return isQuiet ? nextAt(at, to) : at
}

/** The first instant from `at` on that is this time of day. */
export function nextAt(at: Timestamp, time: string): Timestamp {
  const today = atLocal(localDate(at), time)
  return today >= at ? today : atLocal(addDays(localDate(at), 1), time)
}
