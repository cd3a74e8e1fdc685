import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 申请退回:在期限内,说明理由。 */
export const sendBack = command(
  'sendBack',
  z.object({ ...onTicket, reason: shapes.reason, suggestedDepartmentId: shapes.id.optional() }),
)
