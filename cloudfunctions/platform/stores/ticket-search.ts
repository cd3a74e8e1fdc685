import type { TicketCard } from '../../../typings/contract/views'
import type { Condition } from '../../domain/access/rows'
import { cardFields } from '../../domain/access/view'
import { _, db } from '../cloud'
import { toCommand } from './ticket-list'

export interface SearchFor {
  number?: string
  terms: readonly string[]
  areaId?: string
  serviceCode?: string
  from?: number
  to?: number
  limit: number
}

/** Rarer bigrams are not known beforehand; so many are enough to narrow, and each costs the index a look. */
const termsUsed = 6

const projection = Object.fromEntries(cardFields.map((field) => [field, true]))

/** Newest first, one indexed read; never more than the page is returned. */
export async function searchTickets(
  scope: Readonly<Record<string, Condition>>,
  { number, terms, areaId, serviceCode, from, to, limit }: SearchFor,
): Promise<TicketCard[]> {
  const query: Record<string, unknown> = Object.fromEntries(
    Object.entries(scope).map(([field, condition]) => [field, toCommand(condition)]),
  )
  if (number !== undefined) query.number = number
  if (terms.length > 0) query.terms = _.all(terms.slice(0, termsUsed))
  if (areaId !== undefined) query['place.path'] = areaId
  if (serviceCode !== undefined) query.serviceCode = serviceCode
  if (from !== undefined || to !== undefined)
    query.submittedAt = _.gte(from ?? 0).and(_.lt(to ?? Number.MAX_SAFE_INTEGER))
  const { data } = await db
    .collection('tickets')
    .where(query)
    .orderBy('submittedAt', 'desc')
    .limit(limit)
    .field(projection)
    .get()
  return data as TicketCard[]
}
