import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 结束挂账,恢复计时。 */
export const unblock = command('unblock', z.object({ ...onTicket, reason: shapes.reason }))
