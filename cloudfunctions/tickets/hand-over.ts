import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 交接说明:办了什么、答应了什么、下一步做什么,给接着办的人。 */
export const handOver = command(
  'handOver',
  z.object({ ...onTicket, done: shapes.note, promised: shapes.note.optional(), next: shapes.note }),
)
