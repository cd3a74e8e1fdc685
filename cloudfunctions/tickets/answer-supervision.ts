import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 回复督办。 */
export const answerSupervision = command(
  'answerSupervision',
  z.object({ ...onTicket, supervisionId: shapes.id, text: shapes.note }),
)
