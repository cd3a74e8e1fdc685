import { z } from 'zod'
import { command } from '../platform/command'
import { byCaller, shapes } from './shapes'

/** 催办。 */
export const expedite = command('expedite', z.object({ ...byCaller, text: shapes.reason.optional() }))
