import type { Timestamp } from '../../typings/contract/time'
import type { TicketList } from '../../typings/contract/views'
import { ask } from '../services/cloud'
import { isSameDay } from '../services/people-time'
import { isUnread } from '../services/seen-tickets'
import { type WorkCard, workCard } from '../services/work-card'

/** What somebody wants to see of a list. */
export interface Narrowing {
  only: 'all' | 'overdue' | 'today' | 'unread'
  serviceCode: string
  areaId: string
  /** A number or words: then the whole of what they may see is searched, not the list. */
  text: string
}

export const everything: Narrowing = { only: 'all', serviceCode: '', areaId: '', text: '' }

export const isEverything = ({ only, serviceCode, areaId, text }: Narrowing): boolean =>
  only === 'all' && !serviceCode && !areaId && !text

/** Whether an own deadline is late, or still to come today: what a banner counts, and what its list shows. */
export const isDue = (only: 'overdue' | 'today', dueAt: Timestamp, now: Timestamp): boolean =>
  only === 'overdue' ? dueAt < now : dueAt >= now && isSameDay(dueAt, now)

export interface Choice {
  value: string
  words: string
}

type View = Parameters<typeof ask<'tickets.list'>>[1]['view']

/** The list, or what a search finds, a page at a time. @throws CallFailure */
export function readList(
  view: View,
  { only, serviceCode, areaId, text }: Narrowing,
  page: { limit?: number; cursor?: string },
): Promise<TicketList> {
  const where = { ...(serviceCode && { serviceCode }), ...(areaId && { areaId }) }
  if (text) return ask('tickets.search', { text, ...where, ...page })
  const due = only === 'overdue' || only === 'today' ? only : undefined
  return ask('tickets.list', { view, ...where, ...(due && { due }), ...page })
}

/** A page more of the same list. */
export const joined = (list: TicketList, page: TicketList): TicketList => ({
  ...page,
  tickets: [...list.tickets, ...page.tickets],
  names: { ...list.names, ...page.names },
})

export interface ReadCard extends WorkCard {
  /** Something happened since this person last looked. */
  unread: boolean
}

/** Cards in the order of the reader's own deadlines, cut to what they want to see. */
export function cardsOf(
  { tickets, names, now }: TicketList,
  { only }: Narrowing,
  mine: readonly string[] | undefined,
): ReadCard[] {
  const wanted = ({ dueAt, unread }: ReadCard): boolean =>
    only === 'all' ||
    (only === 'unread' && unread) ||
    ((only === 'overdue' || only === 'today') && isDue(only, dueAt, now))
  return tickets
    .map((card) => ({ ...workCard(card, names, now, mine), unread: isUnread(card) }))
    .filter(wanted)
    .sort((a, b) => a.dueAt - b.dueAt)
}

/** Services and streets to choose from: those that a list has now. */
export function choicesOf({ tickets, names }: TicketList): { services: Choice[]; streets: Choice[] } {
  const named = (ids: readonly (string | undefined)[]): Choice[] =>
    [...new Set(ids)].flatMap((id) => {
      const words = names[id ?? '']
      return id && words ? [{ value: id, words }] : []
    })
  return {
    services: named(tickets.map(({ serviceCode }) => serviceCode)),
    streets: named(tickets.map(({ place }) => place.path[1])),
  }
}
