import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 申请挂账:说明理由、措施和复核日期。 */
export const block = command(
  'block',
  z.object({ ...onTicket, reason: shapes.reason, measure: shapes.reason, reviewAt: shapes.instant }),
)
