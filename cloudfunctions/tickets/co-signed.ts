import { z } from 'zod'
import type { SharedMatters } from '../../typings/contract/own-records'
import { sharedMatter } from '../domain/access/shared-matter'
import { indexDirectory } from '../domain/routing/index-directory'
import { nameAll } from '../platform/names'
import { operation } from '../platform/operation'
import { signaturesOf } from '../platform/stores/co-signer-store'
import { findTickets } from '../platform/stores/ticket-store'
import { limits, shapes } from './shapes'

/** 我也遇到的:附议过的事办得怎么样。看不到是谁先反映的,也看不到原话。 */
export const coSigned = operation('tickets.coSigned', {
  input: z.object({ ticketId: shapes.id.optional(), cursor: z.string().max(300).optional() }),
  async run({ input, caller, directory, now }): Promise<SharedMatters> {
    const { signatures, cursor } = await signaturesOf(caller.aliases, { ...input, limit: limits.pageSize })
    const tickets = await findTickets(signatures.map(({ ticketId }) => ticketId))
    const matters = signatures.flatMap((signature) => {
      const ticket = tickets.find(({ _id }) => _id === signature.ticketId)
      return ticket ? [sharedMatter(ticket, signature)] : []
    })
    const names = nameAll(matters, indexDirectory(directory))
    return { matters, names, now, ...(cursor !== undefined && { cursor }) }
  },
})
