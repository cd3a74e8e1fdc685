import { z } from 'zod'
import type { TopicsOutput } from '../../typings/contract/topics'
import type { TicketList } from '../../typings/contract/views'
import { refuse } from '../domain/errors'
import { indexDirectory } from '../domain/routing/index-directory'
import type { Actor } from '../domain/ticket/ticket'
import { nameAll } from '../platform/names'
import { type CallContext, operation } from '../platform/operation'
import { readable } from '../platform/readable'
import { cardsNamed, topicsOf } from '../platform/stores/topic-store'

/** 热点:近一个月里许多人说的同一件事,每晚重找一次,最热的在前。 */
export const topics = operation('supervision.topics', {
  input: z.object({}),
  async run(context): Promise<TopicsOutput> {
    watcher(context)
    const night = await topicsOf()
    return {
      ...(night && { day: night._id }),
      span: night?.span ?? 0,
      read: night?.read ?? 0,
      topics: (night?.topics ?? []).map(({ memberIds: _members, ...card }) => card),
      now: context.now,
    }
  },
})

/** 一个热点里的每一件。 */
export const topicTickets = operation('supervision.topicTickets', {
  input: z.object({ day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), key: z.string().max(10) }),
  async run(context): Promise<TicketList> {
    const actor = watcher(context)
    const { input, directory, now } = context
    const topic = (await topicsOf(input.day))?.topics.find(({ key }) => key === input.key)
    const tickets = readable(await cardsNamed(topic?.memberIds ?? []), actor, directory)
    return { tickets, names: nameAll(tickets, indexDirectory(directory)), now }
  },
})

function watcher({ caller }: CallContext<unknown>): Actor {
  const actor = caller.actors.find(({ role }) => ['supervisor', 'dispatcher', 'leader'].includes(role))
  return actor ?? refuse('NOT_ALLOWED')
}
