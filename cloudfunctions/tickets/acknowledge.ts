import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket } from './shapes'

/** 签收:专员确认接单,停止签收计时。 */
export const acknowledge = command('acknowledge', z.object({ ...onTicket }))
