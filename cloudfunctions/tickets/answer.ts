import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 咨询当场答复。 */
export const answer = command('answer', z.object({ ...onTicket, text: shapes.reason }))
