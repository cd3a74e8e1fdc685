import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 申请延期:到期之前。 */
export const extend = command('extend', z.object({ ...onTicket, reason: shapes.reason, limit: shapes.limit }))
