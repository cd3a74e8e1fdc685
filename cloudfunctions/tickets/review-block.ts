import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 挂账复核:继续到新的日期,或恢复办理。 */
export const reviewBlock = command(
  'reviewBlock',
  z.object({ ...onTicket, grant: z.boolean(), text: shapes.reason, reviewAt: shapes.instant.optional() }),
)
