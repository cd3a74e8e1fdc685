import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 上报:上级必须给意见 (Art. 20)。 */
export const escalate = command('escalate', z.object({ ...onTicket, question: shapes.reason }))
