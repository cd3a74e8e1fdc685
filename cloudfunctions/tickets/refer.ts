import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 告知法定渠道,或转 110/119/120/122 (Art. 11)。 */
export const refer = command(
  'refer',
  z.object({ ...onTicket, code: z.enum(['referLegal', 'transferHotline']), text: shapes.reason }),
)
