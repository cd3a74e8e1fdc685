import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 派单:由中心指定承办单位,目录能定的按目录。 */
export const dispatch = command(
  'dispatch',
  z.object({
    ...onTicket,
    departmentId: shapes.id.optional(),
    serviceCode: shapes.id.optional(),
    limitClass: shapes.limitClass.optional(),
    designate: z.boolean().optional(),
    reason: shapes.reason,
    assist: shapes.ids.optional(),
    cc: shapes.ids.optional(),
    fundedCommission: shapes.commission.optional(),
  }),
)
