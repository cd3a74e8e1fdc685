import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 协办:请别的单位一起办,各算各的时限。 */
export const assist = command(
  'assist',
  z.object({
    ...onTicket,
    departmentId: shapes.id,
    task: shapes.reason,
    fundedCommission: shapes.commission.optional(),
  }),
)
