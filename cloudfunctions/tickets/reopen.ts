import { z } from 'zod'
import { command } from '../platform/command'
import { byCaller, shapes } from './shapes'

/** 重新打开:有了新的事实。 */
export const reopen = command('reopen', z.object({ ...byCaller, newFact: shapes.reason }))
