import type { TicketCard } from '../../../typings/contract/views'
import type { Timestamp } from '../../../typings/contract/time'
import { isDue } from '../narrowing'

/** What presses, counted from a page of the inbox; the page is sorted by the next deadline. */
export interface Tally {
  today: string
  overdue: string
  toAcknowledge: string
  handling: string
}

type Counted = Pick<TicketCard, 'status' | 'nextDeadlineAt'>

/**
 * @param due of a card, the reader's own; never earlier than anybody's, by which the page is sorted
 * @param more whether the inbox goes on beyond these. A count that the rest could raise gets a “+”: deadlines can't,
 * once the page has reached beyond today.
 */
export function tallyOf<Card extends Counted>(
  cards: readonly Card[],
  now: Timestamp,
  more: boolean,
  due: (card: Card) => Timestamp = anybodys,
): Tally {
  const last = cards[cards.length - 1]
  const reached = last ? anybodys(last) : now
  const reachesBeyondToday = !more || !(isDue('overdue', reached, now) || isDue('today', reached, now))
  const count = (among: (card: Card) => boolean, complete: boolean) =>
    `${cards.filter(among).length}${complete ? '' : '+'}`
  return {
    today: count((card) => isDue('today', due(card), now), reachesBeyondToday),
    overdue: count((card) => isDue('overdue', due(card), now), reachesBeyondToday),
    toAcknowledge: count(({ status }) => status === 'dispatched', !more),
    handling: count(({ status }) => status === 'acknowledged', !more),
  }
}

const anybodys = ({ nextDeadlineAt }: Counted): Timestamp => nextDeadlineAt ?? Infinity
