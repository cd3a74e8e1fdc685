import { z } from 'zod'
import { operation } from '../platform/operation'
import { listPage } from '../platform/ticket-lists'
import { scopeShape, spanShape } from './counted'
import { listBehind } from './list-behind'

const page = {
  cursor: z.string().max(300).optional(),
  limit: z.int().positive().max(100).default(20),
}

/** 督办看的清单:已超时的、被督办的、全部,或一个数字背后的每一件。 */
export const list = operation('supervision.list', {
  input: z.union([
    z.object({ view: z.enum(['overdue', 'supervised', 'all']), ...page }),
    z.object({
      figure: z.string().min(1).max(40),
      part: z.enum(['numerator', 'denominator', 'rest']).default('denominator'),
      excluded: z.boolean().optional(),
      hour: z.int().min(0).max(23).optional(),
      areaId: z.string().min(1).max(80).optional(),
      ...spanShape,
      ...scopeShape,
      ...page,
    }),
  ]),
  run: async (context) =>
    'view' in context.input
      ? listPage({ ...context, input: context.input })
      : listBehind({ ...context, input: context.input }),
})
