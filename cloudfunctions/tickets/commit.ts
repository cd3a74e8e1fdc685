import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 承诺:措施和确定的日期 (济南 24)。 */
export const commit = command(
  'commit',
  z.object({
    ...onTicket,
    type: z.enum(['repair', 'plan', 'fund', 'legal', 'other']),
    measure: shapes.reason,
    promisedAt: shapes.instant,
  }),
)
