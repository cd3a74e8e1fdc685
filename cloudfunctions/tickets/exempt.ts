import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 剔除或容错:有代码、批准人和证据 (Art. 36)。 */
export const exempt = command(
  'exempt',
  z.object({
    ...onTicket,
    of: shapes.id,
    code: z.enum(['objective', 'policy', 'malicious', 'tolerance']),
    evidence: shapes.reason,
  }),
)
