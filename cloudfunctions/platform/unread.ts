import type { TicketCard } from '../../typings/contract/views'
import type { Caller } from './caller'
import { viewsOf } from './stores/view-store'

/** Marks what somebody of the staff has not looked at as it is now; it follows the person from phone to phone. */
export async function marked<Card extends TicketCard>(
  tickets: readonly Card[],
  { personId, posts }: Caller,
): Promise<Card[]> {
  if (posts.length === 0) return [...tickets]
  const seen = await viewsOf(
    personId,
    tickets.map(({ _id }) => _id),
  )
  return tickets.map((card) => (seen.get(card._id) === card.version ? card : { ...card, unread: true }))
}
