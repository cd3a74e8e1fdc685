import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 内部备注,可以提到人。 */
export const note = command(
  'note',
  z.object({ ...onTicket, text: shapes.note, mention: shapes.ids.optional() }),
)
