import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 派单前会商:先问清是谁的职责。 */
export const consult = command(
  'consult',
  z.object({ ...onTicket, departmentIds: shapes.ids, question: shapes.reason }),
)
