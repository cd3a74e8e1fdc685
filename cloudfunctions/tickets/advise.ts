import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 会商意见:是不是本单位的职责。 */
export const advise = command('advise', z.object({ ...onTicket, ours: z.boolean(), text: shapes.reason }))
