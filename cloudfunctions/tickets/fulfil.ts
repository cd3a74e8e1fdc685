import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 兑现承诺,附证明。 */
export const fulfil = command(
  'fulfil',
  z.object({ ...onTicket, commitmentId: shapes.id, evidence: shapes.reason }),
)
