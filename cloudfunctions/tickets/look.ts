import { z } from 'zod'
import { refuse } from '../domain/errors'
import { operation } from '../platform/operation'
import { keepViews } from '../platform/stores/view-store'
import { limits, shapes } from './shapes'

/** 看过了:哪件看到第几版;跟着人走,不跟着手机走。 */
export const look = operation('tickets.look', {
  input: z.object({
    seen: z
      .array(z.object({ ticketId: shapes.id, version: z.int().positive() }))
      .min(1)
      .max(limits.pageSizeMost),
  }),
  async run({ input, caller, now }): Promise<object> {
    if (caller.posts.length === 0) refuse('NOT_ALLOWED')
    await keepViews(caller.personId, input.seen, now)
    return {}
  },
})
