import { z } from 'zod'
import type { TicketPage } from '../../typings/contract/views'
import { refuse } from '../domain/errors'
import { operation } from '../platform/operation'
import { receiptHashes } from '../platform/secrets'
import { countTry } from '../platform/stores/try-store'
import { findByReceipt } from '../platform/stores/ticket-store'
import { pageOf } from '../platform/ticket-page'
import { shapes } from './shapes'

/** Look-ups an hour, so that codes can't be guessed. */
const triesAnHour = 20

/** 凭查询码看一件匿名诉求,在任何一部手机上。 */
export const track = operation('tickets.track', {
  input: z.object({ receiptCode: shapes.receiptCode }),
  async run(context): Promise<TicketPage> {
    const { caller, now, input } = context
    const hour = Math.floor(now / 3_600_000)
    const tries = await countTry(`${caller.aliases[0]}:${hour}`, now)
    if (tries > triesAnHour) refuse('TOO_MANY_TRIES')
    const hashes = receiptHashes(input.receiptCode) ?? refuse('RECEIPT_UNKNOWN', 'input.receiptCode')
    const ticket = (await findByReceipt(hashes)) ?? refuse('RECEIPT_UNKNOWN', 'input.receiptCode')
    return pageOf(ticket, context)
  },
})
