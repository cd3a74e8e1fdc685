import type { TicketCard } from '../../../typings/contract/views'
import type { LocalDate, Timestamp } from '../../../typings/contract/time'
import type { TopicCard } from '../../../typings/contract/topics'
import type { Ticket } from '../../domain/ticket/ticket'
import { _, db } from '../cloud'
import { cardProjection } from './ticket-list'

/** One night's topics: one document, so that a page is one read. */
export interface TopicDay {
  _id: LocalDate
  span: number
  read: number
  topics: readonly (TopicCard & { memberIds: readonly string[] })[]
}

export async function keepTopics({ _id, ...day }: TopicDay): Promise<void> {
  await db.collection('topics').doc(_id).set(day)
}

/** Of that night; of the last one without a day. */
export async function topicsOf(day?: LocalDate): Promise<TopicDay | undefined> {
  const { data } = await db
    .collection('topics')
    .where({ _id: day ?? _.gt('') })
    .orderBy('_id', 'desc')
    .limit(1)
    .get()
  return (data as TopicDay[])[0]
}

const heard = {
  _id: true,
  subject: true,
  description: true,
  place: true,
  submittedAt: true,
  coSignerCount: true,
  kind: true,
  serviceCode: true,
  againstDepartmentId: true,
  status: true,
} as const

export type HeardTicket = Pick<Ticket, keyof typeof heard>

const pageMost = 500

/** The newest calls since then, at most so many, page by page along one index. */
export async function newestCalls(since: Timestamp, most: number): Promise<HeardTicket[]> {
  const all: HeardTicket[] = []
  while (all.length < most) {
    const last = all.at(-1)
    const query = last
      ? _.or([
          { submittedAt: _.gte(since).and(_.lt(last.submittedAt)) },
          { submittedAt: last.submittedAt, _id: _.lt(last._id) },
        ])
      : { submittedAt: _.gte(since) }
    const { data } = await db
      .collection('tickets')
      .where(query)
      .orderBy('submittedAt', 'desc')
      .orderBy('_id', 'desc')
      .limit(Math.min(pageMost, most - all.length))
      .field(heard)
      .get()
    all.push(...(data as HeardTicket[]))
    if (data.length < pageMost) break
  }
  return all
}

/** Cards by id, newest first. */
export async function cardsNamed(ids: readonly string[]): Promise<TicketCard[]> {
  if (ids.length === 0) return []
  const { data } = await db
    .collection('tickets')
    .where({ _id: _.in([...ids]) })
    .limit(ids.length)
    .field(cardProjection)
    .get()
  return (data as TicketCard[]).sort((one, other) => other.submittedAt - one.submittedAt)
}
