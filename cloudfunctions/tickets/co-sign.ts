import { z } from 'zod'
import { refuse } from '../domain/errors'
import { command } from '../platform/command'
import { keepCoSigner } from '../platform/stores/co-signer-store'
import { onTicket } from './shapes'

/** 我也遇到:谁附议单独存放,工单上只记人数;同一个人再点一次不多算。 */
export const coSign = command('coSign', z.object(onTicket), {
  async first(_input, before, { caller, now, commandId = '' }) {
    const alias = caller.aliases[0] ?? refuse('NOT_IDENTIFIED')
    if (caller.aliases.includes(before.caller.alias)) refuse('OWN_TICKET')
    const signed = await keepCoSigner({ ticketId: before._id, alias, commandId }, now)
    return signed === commandId ? undefined : { alreadyDone: true }
  },
})
