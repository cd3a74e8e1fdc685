import { z } from 'zod'
import type { TicketPage } from '../../typings/contract/views'
import { pageOf } from '../platform/ticket-page'
import { refuse } from '../domain/errors'
import { operation } from '../platform/operation'
import { findTicket } from '../platform/stores/ticket-store'
import { byCaller } from './shapes'

/** 一件诉求,按来看的人裁剪;看不到的,等于没有。 */
export const get = operation('tickets.get', {
  input: z.object(byCaller),
  async run(context): Promise<TicketPage> {
    const ticket = (await findTicket(context.input.ticketId)) ?? refuse('TICKET_NOT_FOUND', 'input.ticketId')
    return pageOf(ticket, context)
  },
})
