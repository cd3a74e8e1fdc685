import type { Clock } from '../../typings/contract/clock'
import type { Directory } from '../../typings/contract/directory'
import type { TicketPage } from '../../typings/contract/views'
import { relationsOf } from '../domain/access/relation'
import { viewOf } from '../domain/access/view'
import { refuse } from '../domain/errors'
import { indexDirectory } from '../domain/routing/index-directory'
import { explain } from '../domain/sla/explain'
import { calendarNamed, rulesOf } from '../domain/ticket/rules'
import type { Ticket } from '../domain/ticket/ticket'
import { transitions } from '../domain/ticket/transitions'
import { nameAll } from './names'
import type { CallContext } from './operation'
import { actorsOn } from './receipt-proof'
import { loadDirectory } from './stores/directory-store'
import { findText } from './stores/text-store'

/** One read of the ticket is enough for its page, and one more where the words are longer than a ticket holds. */
export async function pageOf(
  ticket: Ticket,
  context: CallContext<{ receiptCode?: string }>,
): Promise<TicketPage> {
  const { now } = context
  const directory = await asKnownBy(ticket, context.directory)
  const actors = actorsOn(ticket, context)
  const view = viewOf(ticket, actors, directory, now) ?? refuse('TICKET_NOT_FOUND', 'input.ticketId')
  const description = view.textId === undefined ? undefined : await findText(view.textId)
  return {
    ticket: view,
    mayDo: Object.entries(transitions)
      .filter(([, row]) => (row.from as readonly string[]).includes(ticket.status))
      .filter(([, row]) =>
        actors.some((actor) => {
          const relations = relationsOf(actor, ticket, directory, now)
          return (row.by as readonly string[]).some((relation) => (relations as Set<string>).has(relation))
        }),
      )
      .map(([name]) => name),
    explanations: Object.fromEntries(
      (view.clocks ?? []).map((clock: Clock) => [
        clock.id,
        explain(clock, {
          calendar: calendarNamed(clock.calendarId, directory),
          profile: rulesOf(directory).profile,
        }),
      ]),
    ),
    names: nameAll(view, indexDirectory(directory)),
    ...(description !== undefined && { description }),
    now,
  }
}

/** A deadline that was counted by a newer calendar than this instance has yet can't be explained by the older one. */
async function asKnownBy({ clocks }: Ticket, directory: Directory): Promise<Directory> {
  const versions = new Map(directory.calendars.map(({ _id, version }) => [_id, version]))
  const isNewer = ({ calendarId, calendarVersion }: Clock) =>
    calendarVersion > (versions.get(calendarId) ?? 0)
  return clocks.some(isNewer) ? loadDirectory(Infinity) : directory
}
