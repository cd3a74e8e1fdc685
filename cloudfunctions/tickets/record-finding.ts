import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 曝光:承办的纪检单位写下核查结果。 */
export const recordFinding = command(
  'recordFinding',
  z.object({ ...onTicket, verdict: z.enum(['verified', 'unfounded']), text: shapes.note }),
)
