import { evaluationIdFor, evaluationOf } from '../domain/ticket/evaluation'
import { command } from '../platform/command'
import { keepEvaluation } from '../platform/stores/evaluation-store'
import { callShape } from './call-shape'

/** 二次回访的结果:换一个人再问一次同样的三个问题;回答密存,和第一次的由系统去比。 */
export const recordSecondCall = command('recordSecondCall', callShape, {
  enrich: (input, commandId) =>
    input.answered ? { ...input, evaluationId: evaluationIdFor(input.ticketId, commandId) } : input,
  async first(input, ticket, { now, directory: { settings } }) {
    const { answered, contacted, solved, grade, comment, evaluationId: id } = input
    if (!answered || !id || contacted === undefined || solved === undefined || grade === undefined) return
    const { centreDepartmentId } = settings
    const answers = { contacted, solved, grade, ...(comment && { comment }) }
    await keepEvaluation(evaluationOf(answers, { id, ticket, by: 'second', at: now, centreDepartmentId }))
  },
})
