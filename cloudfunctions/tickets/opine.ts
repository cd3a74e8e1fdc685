import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 上级意见。 */
export const opine = command('opine', z.object({ ...onTicket, text: shapes.note }))
