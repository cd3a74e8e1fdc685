import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 督办。 */
export const supervise = command(
  'supervise',
  z.object({ ...onTicket, cause: shapes.cause, text: shapes.reason }),
)
