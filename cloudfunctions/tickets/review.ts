import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 审核答复:通过,或退回重办。 */
export const review = command('review', z.object({ ...onTicket, approve: z.boolean(), text: shapes.reason }))
