import type { OwnCard, TicketCard } from '../../../typings/contract/views'
import type { Clock } from '../../../typings/contract/clock'
import type { Condition, RowFilter } from '../../domain/access/rows'
import { refuse } from '../../domain/errors'
import { cardFields } from '../../domain/access/view'
import { _, db } from '../cloud'

export interface Slice<Card = TicketCard> {
  tickets: Card[]
  cursor?: string
}

const projection = Object.fromEntries(cardFields.map((field) => [field, true]))

/** One indexed read: a page of cards, by key and never by skip, since many tickets are due at the same 18:00. */
export async function listTickets(filter: RowFilter, limit: number, cursor?: string): Promise<Slice> {
  return slice<TicketCard>(filter, limit, cursor, projection)
}

/** The caller's own: with the promise made to them instead of the handlers' next deadline. */
export async function listOwn(filter: RowFilter, limit: number, cursor?: string): Promise<Slice<OwnCard>> {
  const found = await slice<TicketCard & { clocks: readonly Clock[] }>(filter, limit, cursor, {
    ...projection,
    clocks: true,
  })
  return { ...found, tickets: found.tickets.map(ownCard) }
}

function ownCard({
  clocks,
  nextDeadlineAt: _inner,
  ...card
}: TicketCard & { clocks: readonly Clock[] }): OwnCard {
  const promise = clocks.find(({ kind }) => kind === 'promise')
  if (!promise) return card
  const { dueAt, outcome, stoppedAt } = promise
  return { ...card, promise: { dueAt, ...(outcome && { outcome }), ...(stoppedAt && { stoppedAt }) } }
}

async function slice<Card extends TicketCard>(
  filter: RowFilter,
  limit: number,
  cursor: string | undefined,
  fields: Record<string, boolean>,
): Promise<Slice<Card>> {
  const { by, direction } = filter
  const base = Object.fromEntries(Object.entries(filter.where).map(([field, one]) => [field, toCommand(one)]))
  const query = cursor === undefined ? base : _.and([base, after(filter, cursor)])
  const { data } = await db
    .collection('tickets')
    .where(query)
    .orderBy(by, direction)
    .orderBy('_id', direction)
    .limit(limit)
    .field(fields)
    .get()
  const tickets = data as Card[]
  const last = tickets.at(-1)
  return { tickets, ...(last && tickets.length === limit && { cursor: encode(last[by] ?? 0, last._id) }) }
}

export function toCommand(condition: Condition): unknown {
  if (typeof condition !== 'object') return condition
  if ('below' in condition) return _.lt(condition.below)
  const [only, ...others] = condition.in
  return others.length === 0 ? only : _.in([...condition.in])
}

function after({ by, direction }: RowFilter, cursor: string): unknown {
  const { value, id } = decode(cursor)
  const beyond = direction === 'asc' ? _.gt : _.lt
  return _.or([{ [by]: beyond.call(_, value) }, { [by]: value, _id: beyond.call(_, id) }])
}

const encode = (value: number, id: string) => Buffer.from(JSON.stringify([value, id])).toString('base64url')

function decode(cursor: string): { value: number; id: string } {
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof value === 'number' && typeof id === 'string') return { value, id }
  } catch {
    // Not JSON: the same refusal as any other foreign cursor.
  }
  return refuse('INVALID_INPUT', 'input.cursor')
}
