import { z } from 'zod'
import { refuse } from '../domain/errors'
import { evaluationOf } from '../domain/ticket/evaluation'
import { command } from '../platform/command'
import { provenAnswers } from '../platform/proven-answers'
import { evaluationSalt } from '../platform/secrets'
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
    enrich: (input, commandId) => ({ ...input, ...provenAnswers(input.ticketId, commandId, input) }),
    async first(input, ticket, { now, caller, directory: { settings } }) {
      // Who works for the unit is no judge of its work, though the call be theirs.
      if (caller.posts.some(({ departmentId }) => departmentId === ticket.lead?.departmentId))
        refuse('NOT_ALLOWED')
      // A grid worker called for them, but only they can say whether they are satisfied.
      if (ticket.behalf?.relation === 'gridWorker' && caller.posts.length > 0) refuse('NOT_ALLOWED')
      const { centreDepartmentId } = settings
      const id = input.evaluationId ?? ''
      const salt = evaluationSalt(id)
      await keepEvaluation(
        evaluationOf(input, { id, ticket, by: 'wechat', at: now, centreDepartmentId, salt }),
      )
    },
  },
)
