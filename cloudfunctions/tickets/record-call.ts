import { evaluationOf } from '../domain/ticket/evaluation'
import { command } from '../platform/command'
import { provenAnswers } from '../platform/proven-answers'
import { evaluationSalt } from '../platform/secrets'
import { keepEvaluation } from '../platform/stores/evaluation-store'
import { callShape } from './call-shape'

/** 电话回访的结果:接通了就记下三个问题的回答,没接通改天再打。 */
export const recordCall = command('recordCall', callShape, {
  enrich(input, commandId) {
    const { contacted, solved, grade } = input
    if (contacted === undefined || solved === undefined || grade === undefined) return input
    return { ...input, ...provenAnswers(input.ticketId, commandId, { contacted, solved, grade }) }
  },
  async first(input, ticket, { now, directory: { settings } }) {
    const { answered, contacted, solved, grade, comment } = input
    if (!answered || contacted === undefined || solved === undefined || grade === undefined) return
    const { centreDepartmentId } = settings
    const id = input.evaluationId ?? ''
    const answers = { contacted, solved, grade, ...(comment && { comment }) }
    const salt = evaluationSalt(id)
    await keepEvaluation(
      evaluationOf(answers, { id, ticket, by: 'phone', at: now, centreDepartmentId, salt }),
    )
  },
})
