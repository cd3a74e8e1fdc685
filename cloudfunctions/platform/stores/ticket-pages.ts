import type { Timestamp } from '../../../typings/contract/time'
import type { Ticket } from '../../domain/ticket/ticket'
import { _, db } from '../cloud'
import { readPages } from './by-key'

/** A ticket that has been read, in the order of submission. */
export interface SubmittedKey {
  at: Timestamp
  id: string
}

/** Tickets of a span, the oldest first, with the fields named and no other; on from one where a run before was cut short. */
export const ticketPages = <Field extends keyof Ticket>(
  from: Timestamp,
  before: Timestamp,
  fields: readonly Field[],
  after?: SubmittedKey,
): AsyncGenerator<(Pick<Ticket, Field> & { _id: string })[]> =>
  readPages(
    'tickets',
    { submittedAt: _.gte(from).and(_.lt(before)) },
    {
      by: 'submittedAt',
      fields: Object.fromEntries(fields.map((field) => [field, true])),
      ...(after && { after: { _id: after.id, submittedAt: after.at } }),
    },
  )

/** Of the first ticket there is. */
export async function firstSubmittedAt(): Promise<Timestamp | undefined> {
  const { data } = await db
    .collection('tickets')
    .where({ submittedAt: _.gt(0) })
    .orderBy('submittedAt', 'asc')
    .orderBy('_id', 'asc')
    .limit(1)
    .field({ submittedAt: true })
    .get()
  return (data as { submittedAt: Timestamp }[])[0]?.submittedAt
}
