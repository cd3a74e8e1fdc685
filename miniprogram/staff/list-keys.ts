import { movedBy, nthOf, showCard } from './keys'

/** What a list of work has for the keys of a computer: a page's own data begin with these. */
export const keyState = {
  /** Which card the keys are on; -1 before the first key. */
  at: -1,
  /** Counts up: the keys ask for the search field. */
  asked: 0,
  helping: false,
}

interface KeyedList<Segment> {
  data: typeof keyState & { cards: readonly { ticketId: string }[] }
  setData: (change: Partial<typeof keyState>) => void
  turnTo: (segment: Segment) => void
}

export const openTicket = (ticketId: string, more = '') =>
  void wx.navigateTo({ url: `/staff/ticket/ticket?ticketId=${ticketId}${more}` })

/** Opening and closing what the keys do: methods of the page, spoken to by `key-help`. */
export const keyHelp = {
  showHelp(this: Pick<KeyedList<never>, 'setData'>) {
    this.setData({ helping: true })
  },
  closeHelp(this: Pick<KeyedList<never>, 'setData'>) {
    this.setData({ helping: false })
  },
}

/**
 * What a key does in every list of work.
 * @param own what it does in this one, to the card that the keys are on
 */
export function pressIn<Segment>(
  page: KeyedList<Segment>,
  segments: readonly Segment[],
  key: string,
  own: (key: string, ticketId: string) => void,
): void {
  const { helping, at, asked, cards } = page.data
  if (key === '?' || (helping && key === 'Escape')) page.setData({ helping: !helping })
  if (helping || key === '?') return
  const moved = movedBy(key, at, cards.length)
  const segment = segments[nthOf(key) ?? -1]
  const card = cards[at]
  if (moved !== undefined) {
    page.setData({ at: moved })
    showCard(moved)
  } else if (segment !== undefined) page.turnTo(segment)
  else if (key === '/') page.setData({ asked: asked + 1 })
  else if (card && key === 'Enter') openTicket(card.ticketId)
  else if (card) own(key, card.ticketId)
}
