import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 裁定延期。 */
export const ruleExtension = command(
  'ruleExtension',
  z.object({ ...onTicket, grant: z.boolean(), text: shapes.reason }),
)
