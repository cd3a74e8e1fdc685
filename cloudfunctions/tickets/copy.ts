import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 抄送。 */
export const copy = command('copy', z.object({ ...onTicket, departmentIds: shapes.ids }))
