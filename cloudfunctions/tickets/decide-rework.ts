import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 自动重办用完之后,由督办员决定。 */
export const decideRework = command(
  'decideRework',
  z.object({ ...onTicket, rework: z.boolean(), text: shapes.reason }),
)
