import type { Climber } from '../../domain/ticket/climbing'
import type { Timestamp } from '../../../typings/contract/time'
import { _, db } from '../cloud'
import { cardProjection } from './ticket-list'

/** Of each sort; with some 3 KB of a ticket the three reads together stay under 300 KB. */
const most = 30

const fields = { ...cardProjection, clocks: true, supervisions: true }

/**
 * Three indexed reads at once: what wakes until `until`, what fell due since `since`, and what waits for an answer. Each
 * ticket once.
 * @returns `more` where one of them was full.
 */
export async function climbers(
  now: Timestamp,
  since: Timestamp,
  until: Timestamp,
): Promise<{ tickets: Climber[]; more: boolean }> {
  const tickets = () => db.collection('tickets')
  const found = await Promise.all([
    tickets()
      .where({ nextWakeAt: _.lte(until) })
      .orderBy('nextWakeAt', 'asc')
      .field(fields)
      .limit(most)
      .get(),
    tickets()
      .where({ nextDeadlineAt: _.gte(since).and(_.lt(now)) })
      .orderBy('nextDeadlineAt', 'desc')
      .orderBy('_id', 'desc')
      .field(fields)
      .limit(most)
      .get(),
    tickets()
      .where({ centreTasks: 'awaitSupervision' })
      .orderBy('nextDeadlineAt', 'asc')
      .orderBy('_id', 'asc')
      .field(fields)
      .limit(most)
      .get(),
  ])
  const all = found.flatMap(({ data }) => data as Climber[])
  return {
    tickets: [...new Map(all.map((ticket) => [ticket._id, ticket])).values()],
    more: found.some(({ data }) => data.length === most),
  }
}
