import type { TicketCard } from '../../../typings/contract/views'
import type { Timestamp } from '../../../typings/contract/time'
import { isSameDay } from '../../services/people-time'

/** What presses, counted from a page of the inbox; the page is sorted by the next deadline. */
export interface Tally {
  today: string
  overdue: string
  toAcknowledge: string
  handling: string
}

type Counted = Pick<TicketCard, 'status' | 'nextDeadlineAt'>

/**
 * @param more whether the inbox goes on beyond these. A count that the rest could raise gets a “+”: deadlines can't,
 * once the page has reached beyond today.
 */
export function tallyOf(cards: readonly Counted[], now: Timestamp, more: boolean): Tally {
  const due = (card: Counted) => card.nextDeadlineAt ?? Infinity
  const last = cards[cards.length - 1]
  const reachesBeyondToday = !more || (last !== undefined && due(last) > now && !isSameDay(due(last), now))
  const count = (among: (card: Counted) => boolean, complete: boolean) =>
    `${cards.filter(among).length}${complete ? '' : '+'}`
  return {
    today: count((card) => due(card) >= now && isSameDay(due(card), now), reachesBeyondToday),
    overdue: count((card) => due(card) < now, reachesBeyondToday),
    toAcknowledge: count(({ status }) => status === 'dispatched', !more),
    handling: count(({ status }) => status === 'acknowledged', !more),
  }
}
