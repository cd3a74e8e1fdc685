import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 申请终止办理。 */
export const terminate = command(
  'terminate',
  z.object({ ...onTicket, reason: shapes.reason, resultText: shapes.reason }),
)
