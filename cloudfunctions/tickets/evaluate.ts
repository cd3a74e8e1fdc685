import { z } from 'zod'
import { evaluationOf } from '../domain/ticket/evaluation'
import { command } from '../platform/command'
import { keepEvaluation } from '../platform/stores/evaluation-store'
import { byCaller, shapes } from './shapes'

/** 评价:三个问题。内容单独密存,办理单位看不到。 */
export const evaluate = command(
  'evaluate',
  z.object({
    ...byCaller,
    contacted: z.boolean(),
    solved: z.boolean(),
    grade: shapes.grade,
    comment: shapes.note.optional(),
  }),
  {
    async first(input, before, { now }) {
      await keepEvaluation(evaluationOf(before, input, 'wechat', now))
    },
  },
)
