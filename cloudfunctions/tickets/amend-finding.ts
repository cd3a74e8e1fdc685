import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 曝光:公开了的核查结果有错,申请更正或撤下,写明原因;督办员用 ruleFinding 决定。 */
export const amendFinding = command(
  'amendFinding',
  z.object({
    ...onTicket,
    kind: z.enum(['correct', 'withdraw']),
    text: shapes.note.optional(),
    reason: shapes.reason,
  }),
)
