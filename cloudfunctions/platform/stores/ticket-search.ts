import type { TicketCard } from '../../../typings/contract/views'
import { type Condition, within } from '../../domain/access/rows'
import { _, db } from '../cloud'
import { beyond, cursorAfter } from './key-page'
import { cardProjection, type Slice, toCommand } from './ticket-list'

export interface SearchFor {
  number?: string
  terms: readonly string[]
  areaId?: string
  serviceCode?: string
  from?: number
  to?: number
  limit: number
  cursor?: string
}

/** Rarer bigrams are not known beforehand; so many are enough to narrow, and each costs the index a look. */
const termsUsed = 6

type Scope = Readonly<Record<string, Condition>>

/** Newest first: one indexed read for each scope, side by side; never more than the page is returned. */
export async function searchTickets(scopes: readonly Scope[], wanted: SearchFor): Promise<Slice> {
  const pages = await Promise.all(scopes.map((scope) => pageOf(scope, wanted)))
  const found = new Map(pages.flat().map((card) => [card._id, card]))
  const tickets = [...found.values()].sort(newestFirst).slice(0, wanted.limit)
  return { tickets, ...cursorAfter(tickets, wanted.limit, ({ submittedAt }) => submittedAt) }
}

const newestFirst = (a: TicketCard, b: TicketCard): number =>
  b.submittedAt - a.submittedAt || (a._id < b._id ? 1 : -1)

async function pageOf(
  scope: Scope,
  { number, terms, areaId, serviceCode, from, to, limit, cursor }: SearchFor,
): Promise<TicketCard[]> {
  const query: Record<string, unknown> = Object.fromEntries(
    Object.entries(scope).map(([field, condition]) => [field, toCommand(condition)]),
  )
  if (number !== undefined) query.number = number
  if (terms.length > 0) query.terms = _.all(terms.slice(0, termsUsed))
  if (areaId !== undefined) query['place.path'] = toCommand(within(scope['place.path'], areaId))
  if (serviceCode !== undefined) query.serviceCode = serviceCode
  if (from !== undefined || to !== undefined)
    query.submittedAt = _.gte(from ?? 0).and(_.lt(to ?? Number.MAX_SAFE_INTEGER))
  const { data } = await db
    .collection('tickets')
    .where(beyond(query, { by: 'submittedAt', direction: 'desc' }, cursor))
    .orderBy('submittedAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .field(cardProjection)
    .get()
  return data as TicketCard[]
}
