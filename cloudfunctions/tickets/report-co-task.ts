import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 协办反馈;暂时办不完的先报阶段情况 (Art. 14)。 */
export const reportCoTask = command(
  'reportCoTask',
  z.object({ ...onTicket, coTaskId: shapes.id, text: shapes.note, interim: z.boolean().optional() }),
)
