import { z } from 'zod'
import { command } from '../platform/command'
import { byCaller, limits, shapes } from './shapes'

/** 补充情况:不重新计时。 */
export const supplement = command(
  'supplement',
  z.object({
    ...byCaller,
    text: z.string().trim().min(1).max(limits.supplement),
    attachments: shapes.attachments.optional(),
  }),
)
