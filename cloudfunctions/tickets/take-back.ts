import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 收回改派:承办单位已经没有人可以联系。 */
export const takeBack = command(
  'takeBack',
  z.object({
    ...onTicket,
    text: shapes.reason,
    departmentId: shapes.id.optional(),
    fundedCommission: shapes.commission.optional(),
  }),
)
