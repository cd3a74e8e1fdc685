import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 裁定挂账。 */
export const ruleBlock = command(
  'ruleBlock',
  z.object({ ...onTicket, grant: z.boolean(), text: shapes.reason }),
)
