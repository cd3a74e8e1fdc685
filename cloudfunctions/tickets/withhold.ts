import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 不公开,或不再公开。 */
export const withhold = command('withhold', z.object({ ...onTicket, reason: shapes.reason }))
