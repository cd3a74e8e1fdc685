import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket } from './shapes'

/** 接着办的人看过了交接说明。 */
export const readHandover = command('readHandover', z.object(onTicket))
