import { z } from 'zod'
import type { Mentionable } from '../../typings/contract/views'
import { readsInternal } from '../domain/access/view'
import { refuse } from '../domain/errors'
import { indexDirectory } from '../domain/routing/index-directory'
import { onDuty } from '../domain/routing/on-duty'
import { operation } from '../platform/operation'
import { findTicket } from '../platform/stores/ticket-store'
import { onTicket } from './shapes'

/** More than this, and one types some characters of the unit. */
const peopleMost = 60

/** 提醒谁看:看得到这件诉求备注的人,别人提了也看不到。 */
export const mentionable = operation('tickets.mentionable', {
  input: z.object(onTicket),
  async run({ input, caller, directory, now }): Promise<{ people: readonly Mentionable[] }> {
    const ticket = (await findTicket(input.ticketId)) ?? refuse('TICKET_NOT_FOUND', 'input.ticketId')
    if (!caller.actors.some((actor) => readsInternal(actor, ticket, directory, now)))
      return refuse('TICKET_NOT_FOUND', 'input.ticketId')
    const { departments } = indexDirectory(directory)
    const people = directory.posts.filter((post) => {
      const { _id, role, departmentId, active, personId } = post
      return (
        active &&
        personId !== caller.personId &&
        onDuty(_id, directory, now)?.postId === _id &&
        readsInternal({ role, postId: _id, departmentId }, ticket, directory, now)
      )
    })
    return {
      people: people.slice(0, peopleMost).map(({ _id, departmentId, title, holderName }) => ({
        postId: _id,
        unit: departments.get(departmentId)?.shortName ?? '',
        title,
        name: holderName ?? '',
      })),
    }
  },
})
