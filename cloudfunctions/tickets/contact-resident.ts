import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 先行联系:第一次联系停止计时。 */
export const contactResident = command(
  'contactResident',
  z.object({ ...onTicket, how: z.enum(['phone', 'visit', 'message']), note: shapes.note }),
)
