import { z } from 'zod'
import type { ListInput, TicketList } from '../../typings/contract/views'
import { lists } from '../domain/access/rows'
import { refuse } from '../domain/errors'
import { indexDirectory } from '../domain/routing/index-directory'
import { nameAll } from '../platform/names'
import { operation } from '../platform/operation'
import { listOwn, listTickets } from '../platform/stores/ticket-list'
import { limits } from './shapes'

const views = Object.keys(lists) as [ListInput['view'], ...ListInput['view'][]]

/** 列表:每一种是一次按索引的读取。 */
export const list = operation('tickets.list', {
  input: z.object({
    view: z.enum(views),
    cursor: z.string().max(300).optional(),
    limit: z.int().positive().max(limits.pageSizeMost).default(limits.pageSize),
  }),
  async run({ input, caller, directory, now }): Promise<TicketList> {
    const index = indexDirectory(directory)
    const row = lists[input.view]
    const actor =
      caller.actors.find(({ role }) => row.for.includes(role)) ?? refuse('NOT_ALLOWED', 'input.view')
    const areaId = index.posts.get(actor.postId ?? '')?.areaId
    const filter = row.rows({ actor, aliases: caller.aliases, at: now, ...(areaId && { areaId }) })
    const read = input.view === 'mine' ? listOwn : listTickets
    const slice = await read(filter, input.limit, input.cursor)
    return { ...slice, names: nameAll(slice.tickets, index), now }
  },
})
