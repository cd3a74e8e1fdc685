import type { ListInput, TicketList } from '../../typings/contract/views'
import { lists, narrowed } from '../domain/access/rows'
import { dayLength, localDate, startOfDay } from '../domain/calendar/local-time'
import { refuse } from '../domain/errors'
import { indexDirectory } from '../domain/routing/index-directory'
import { nameAll } from './names'
import { onDutyActors, readable } from './readable'
import type { CallContext } from './operation'
import { marked } from './unread'
import { listOwn, listTickets } from './stores/ticket-list'

/** A page of one list as the caller's first fitting post may read it; one indexed read, and one of what the reader has seen of it. */
export async function listPage(context: CallContext<ListInput & { limit: number }>): Promise<TicketList> {
  const { input, caller, directory, now } = context
  const index = indexDirectory(directory)
  const row = lists[input.view]
  if (!caller.actors.some(({ role }) => row.for.includes(role))) refuse('NOT_ALLOWED', 'input.view')
  // A deputy whose contact is in, and a contact who is away, have the list; there is nothing on it.
  const actor = onDutyActors(caller, directory, now).find(({ role }) => row.for.includes(role))
  if (!actor) return { tickets: [], names: {}, now }
  const areaId = index.posts.get(actor.postId ?? '')?.areaId
  const rows = row.rows({ actor, aliases: caller.aliases, at: now, ...(areaId && { areaId }) })
  const endOfDay = startOfDay(localDate(now)) + dayLength
  const filter = narrowed(rows, input, { at: now, endOfDay })
  const read = input.view === 'mine' ? listOwn : listTickets
  const slice = await read(filter, input.limit, input.cursor)
  const cards = readable(slice.tickets, actor, directory)
  const tickets = input.view === 'mine' ? cards : await marked(cards, caller)
  return { ...slice, tickets, names: nameAll(tickets, index), now }
}
