import type { OwnCard, TicketCard } from '../../../typings/contract/views'
import type { TicketFields } from '../../../typings/contract/ticket'
import { reviewOf } from '../../domain/ticket/block'
import type { Condition, RowFilter } from '../../domain/access/rows'
import { cardFields } from '../../domain/access/view'
import type { Ticket } from '../../domain/ticket/ticket'
import { _, db } from '../cloud'
import { beyond, cursorAfter } from './key-page'

export interface Slice<Card = TicketCard> {
  tickets: Card[]
  cursor?: string
}

export const cardProjection: Record<string, boolean> = {
  ...Object.fromEntries(cardFields.map((field) => [field, true])),
  againstDepartmentId: true,
}

/** One indexed read: a page of cards, by key and never by skip, since many tickets are due at the same 18:00. */
export async function listTickets(filter: RowFilter, limit: number, cursor?: string): Promise<Slice> {
  return slice<TicketCard>(filter, limit, cursor, cardProjection)
}

/** The caller's own: with the promise made to them instead of the handlers' next deadline. */
export async function listOwn(filter: RowFilter, limit: number, cursor?: string): Promise<Slice<OwnCard>> {
  const found = await slice<OwnRow>(filter, limit, cursor, {
    ...cardProjection,
    clocks: true,
    block: true,
  })
  return { ...found, tickets: found.tickets.map(ownCard) }
}

type OwnRow = TicketCard & Pick<TicketFields, 'clocks' | 'block'>

function ownCard({
  clocks,
  block,
  nextDeadlineAt: _inner,
  dues: _dues,
  alarms: _alarms,
  ...card
}: OwnRow): OwnCard {
  const promise = clocks.find(({ kind }) => kind === 'promise')
  if (!promise) return card
  const { dueAt, outcome, stoppedAt } = promise
  return {
    ...card,
    promise: { dueAt, ...(outcome && { outcome }), ...(stoppedAt && { stoppedAt }) },
    ...reviewOf({ status: card.status, ...(block && { block }) }),
  }
}

async function slice<Card extends TicketCard>(
  filter: RowFilter,
  limit: number,
  cursor: string | undefined,
  fields: Record<string, boolean>,
): Promise<Slice<Card>> {
  const { by, direction } = filter
  const base = Object.fromEntries(Object.entries(filter.where).map(([field, one]) => [field, toCommand(one)]))
  const { data } = await db
    .collection('tickets')
    .where(beyond(base, filter, cursor))
    .orderBy(by, direction)
    .orderBy('_id', direction)
    .limit(limit)
    .field(fields)
    .get()
  const tickets = data as Card[]
  return { tickets, ...cursorAfter(tickets, limit, (card) => card[by]) }
}

export function toCommand(condition: Condition): unknown {
  if (typeof condition !== 'object') return condition
  if ('below' in condition) return _.lt(condition.below)
  if ('all' in condition) return _.all([...condition.all])
  if ('from' in condition)
    return condition.to === undefined ? _.gte(condition.from) : _.gte(condition.from).and(_.lte(condition.to))
  const [only, ...others] = condition.in
  return others.length === 0 ? only : _.in([...condition.in])
}

/** As many as a page of theirs holds. */
const countedMost = 100

/** Open tickets that a unit leads, counted to 100. */
export async function countHandled(departmentId: string): Promise<number> {
  const { data } = await db
    .collection('tickets')
    .where({ 'lead.departmentId': departmentId, status: _.in(['dispatched', 'acknowledged']) })
    .orderBy('nextDeadlineAt', 'asc')
    .limit(countedMost)
    .field({ _id: true })
    .get()
  return data.length
}

/** A page of them is enough: the newest first, as memories fade. */
const secondCallsMost = 20

export type WaitingSecondCall = Pick<
  Ticket,
  '_id' | 'number' | 'subject' | 'kind' | 'serviceCode' | 'againstDepartmentId' | 'secondCall'
>

/** Closed calls that somebody of the centre asks again. */
export async function waitingSecondCalls(): Promise<WaitingSecondCall[]> {
  const { data } = await db
    .collection('tickets')
    .where({ centreTasks: 'secondCall' })
    .orderBy('submittedAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(secondCallsMost)
    .field({
      number: true,
      subject: true,
      kind: true,
      serviceCode: true,
      againstDepartmentId: true,
      secondCall: true,
    })
    .get()
  return data as WaitingSecondCall[]
}

/** Cards of tickets by id, in the order of the ids; one read. */
export async function cardsOf(ids: readonly string[]): Promise<TicketCard[]> {
  if (ids.length === 0) return []
  const { data } = await db
    .collection('tickets')
    .where({ _id: _.in([...ids]) })
    .field(cardProjection)
    .limit(ids.length)
    .get()
  const cards = new Map((data as TicketCard[]).map((card) => [card._id, card]))
  return ids.flatMap((id) => cards.get(id) ?? [])
}
