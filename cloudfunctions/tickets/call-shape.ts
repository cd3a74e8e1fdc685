import { z } from 'zod'
import { onTicket, shapes } from './shapes'

/** What a callback by telephone brought, the first or the one by lot: whoever answered was asked all three questions. */
export const callShape = z
  .object({
    ...onTicket,
    answered: z.boolean(),
    contacted: z.boolean().optional(),
    solved: z.boolean().optional(),
    grade: shapes.grade.optional(),
    comment: shapes.note.optional(),
  })
  .refine(
    ({ answered, contacted, solved, grade }) =>
      !answered || [contacted, solved, grade].every((one) => one !== undefined),
    { path: ['grade'] },
  )
