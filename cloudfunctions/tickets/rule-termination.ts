import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 裁定终止。 */
export const ruleTermination = command(
  'ruleTermination',
  z.object({ ...onTicket, grant: z.boolean(), text: shapes.reason }),
)
