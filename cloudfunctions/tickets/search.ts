import { z } from 'zod'
import type { TicketCard, TicketList } from '../../typings/contract/views'
import { searchScope } from '../domain/access/rows'
import { refuse } from '../domain/errors'
import { indexDirectory } from '../domain/routing/index-directory'
import { isTicketNumber } from '../domain/ticket/number'
import { termsOf } from '../domain/ticket/terms'
import { nameAll } from '../platform/names'
import { operation } from '../platform/operation'
import { onDutyActors, readable } from '../platform/readable'
import { marked } from '../platform/unread'
import { searchTickets } from '../platform/stores/ticket-search'
import { limits, shapes } from './shapes'

/** Handlers' inner deadlines are not their callers' business. */
const outerCard = ({ nextDeadlineAt: _at, dues: _dues, alarms: _alarms, ...card }: TicketCard): TicketCard =>
  card

/** 查找:按编号、文字、地点、类别、时间;只在看得到的范围里找。 */
export const search = operation('tickets.search', {
  input: z.object({
    text: z.string().trim().max(100).optional(),
    areaId: shapes.id.optional(),
    serviceCode: shapes.id.optional(),
    from: shapes.instant.optional(),
    to: shapes.instant.optional(),
    cursor: z.string().max(300).optional(),
    limit: z.int().positive().max(limits.pageSizeMost).default(limits.pageSize),
  }),
  async run({ input, caller, directory, now }): Promise<TicketList> {
    const index = indexDirectory(directory)
    const actor = onDutyActors(caller, directory, now)[0] ?? refuse('NOT_IDENTIFIED')
    const areaId = index.posts.get(actor.postId ?? '')?.areaId
    const scopes =
      searchScope({ actor, aliases: caller.aliases, at: now, ...(areaId && { areaId }) }) ??
      refuse('NOT_ALLOWED')
    const text = input.text ?? ''
    const number = isTicketNumber(text) ? text.toUpperCase() : undefined
    const slice = await searchTickets(scopes, {
      ...input,
      ...(number && { number }),
      terms: number ? [] : termsOf(text),
    })
    const readers = readable(slice.tickets, actor, directory)
    const tickets = actor.role === 'resident' ? readers.map(outerCard) : await marked(readers, caller)
    return { ...slice, tickets, names: nameAll(tickets, index), now }
  },
})
