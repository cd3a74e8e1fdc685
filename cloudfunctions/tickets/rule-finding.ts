import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 曝光:督办员决定查实的结果能不能公开。 */
export const ruleFinding = command(
  'ruleFinding',
  z.object({ ...onTicket, grant: z.boolean(), text: shapes.reason }),
)
