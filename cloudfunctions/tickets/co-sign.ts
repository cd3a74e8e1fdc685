import { z } from 'zod'
import { refuse } from '../domain/errors'
import { insertOnce } from '../platform/cloud'
import { command } from '../platform/command'
import { onTicket } from './shapes'

/** 我也遇到:谁附议单独存放,工单上只记人数;同一个人再点一次不多算。 */
export const coSign = command('coSign', z.object(onTicket), {
  async first(_input, before, { caller, now }) {
    const alias = caller.aliases[0] ?? refuse('NOT_IDENTIFIED')
    if (caller.aliases.includes(before.caller.alias)) refuse('OWN_TICKET')
    const added = await insertOnce('co_signers', {
      _id: `${before._id}:${alias}`,
      ticketId: before._id,
      alias,
      at: now,
    })
    if (!added) return { alreadyDone: true }
    return undefined
  },
})
