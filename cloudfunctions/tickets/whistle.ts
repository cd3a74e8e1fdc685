import { z } from 'zod'
import { command } from '../platform/command'
import { onTicket, shapes } from './shapes'

/** 吹哨:街道、乡镇请部门报到 (Art. 16)。 */
export const whistle = command(
  'whistle',
  z.object({ ...onTicket, departmentId: shapes.id, task: shapes.reason }),
)
