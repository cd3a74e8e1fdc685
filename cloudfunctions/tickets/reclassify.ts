import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 改类别、性质、时限类别,或加优先标记。 */
export const reclassify = command(
  'reclassify',
  z.object({
    ...onTicket,
    serviceCode: shapes.id.optional(),
    kind: shapes.kind.optional(),
    limitClass: shapes.limitClass.optional(),
    priority: z.boolean().optional(),
    reason: shapes.reason,
  }),
)
