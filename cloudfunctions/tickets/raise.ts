import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 提级:请分管领导过问。 */
export const raise = command('raise', z.object({ ...onTicket, cause: shapes.cause, text: shapes.reason }))
