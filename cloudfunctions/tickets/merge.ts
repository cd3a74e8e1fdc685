import { z } from 'zod'
import { refuse } from '../domain/errors'
import { isOpen } from '../domain/ticket/status'
import { command } from '../platform/command'
import { findTicket } from '../platform/stores/ticket-store'
import { onTicket, shapes } from './shapes'

/** 并单:并入同一件事的另一件诉求。 */
export const merge = command('merge', z.object({ ...onTicket, parentId: shapes.id, text: shapes.reason }), {
  async first({ parentId }) {
    const parent = (await findTicket(parentId)) ?? refuse('TICKET_NOT_FOUND', 'input.parentId')
    if (!isOpen(parent.status)) refuse('MERGE_TARGET_ENDED', 'input.parentId')
  },
})
