import { z } from 'zod'
import { command } from '../platform/command'
import { byCaller, shapes } from './shapes'

/** 撤回。 */
export const withdraw = command('withdraw', z.object({ ...byCaller, reason: shapes.reason }))
