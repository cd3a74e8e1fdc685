import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 裁定退回。 */
export const ruleReturn = command(
  'ruleReturn',
  z.object({
    ...onTicket,
    grant: z.boolean(),
    text: shapes.reason,
    departmentId: shapes.id.optional(),
    designate: z.boolean().optional(),
    fundedCommission: shapes.commission.optional(),
  }),
)
