import { z } from 'zod'
import { command } from '../platform/command'
import { findTicket } from '../platform/stores/ticket-store'
import { onTicket, shapes } from './shapes'

/** 认定重复反映 (Art. 9):由人认定,写明理由;只看别名是不是同一位,不问是谁。 */
export const flagRepeat = command(
  'flagRepeat',
  z.object({ ...onTicket, earlierId: shapes.id, reason: shapes.reason }),
  {
    async enrich(input) {
      const earlier = input.earlierId === input.ticketId ? undefined : await findTicket(input.earlierId)
      return earlier ? { ...input, earlier: { alias: earlier.caller.alias, number: earlier.number } } : input
    },
  },
)

/** 撤销认定,写明理由。 */
export const liftRepeat = command('liftRepeat', z.object({ ...onTicket, reason: shapes.reason }))
