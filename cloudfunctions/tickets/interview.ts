import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 约谈。 */
export const interview = command(
  'interview',
  z.object({ ...onTicket, cause: shapes.cause, text: shapes.reason }),
)
