import { z } from 'zod'
import { operation } from '../platform/operation'
import { listPage } from '../platform/ticket-lists'

/** 督办看的清单:已超时的、被督办的、全部。 */
export const list = operation('supervision.list', {
  input: z.object({
    view: z.enum(['overdue', 'supervised', 'all']),
    cursor: z.string().max(300).optional(),
    limit: z.int().positive().max(100).default(20),
  }),
  run: listPage,
})
