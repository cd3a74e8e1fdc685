import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 不予受理:有代码,也给群众一句话和一条出路 (Art. 11)。 */
export const reject = command(
  'reject',
  z.object({
    ...onTicket,
    code: z.enum(['repeat', 'explainSecret', 'outOfScope', 'unlawful']),
    text: shapes.reason,
    repeatOf: shapes.id.optional(),
  }),
)
