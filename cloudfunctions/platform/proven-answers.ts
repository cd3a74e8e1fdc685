import type { Evaluation } from '../../typings/contract/ticket'
import { proofOf } from '../domain/audit/sealed-answers'
import { evaluationIdFor } from '../domain/ticket/evaluation'
import { hash } from './sealing'
import { evaluationSalt } from './secrets'

/** Where the answers of an attempt will lie, and what holds the ticket's history to them. */
export function provenAnswers(
  ticketId: string,
  commandId: string,
  answers: Pick<Evaluation, 'contacted' | 'solved' | 'grade'>,
): { evaluationId: string; proof: string } {
  const evaluationId = evaluationIdFor(ticketId, commandId)
  return {
    evaluationId,
    proof: proofOf({ ...answers, _id: evaluationId, salt: evaluationSalt(evaluationId) }, hash),
  }
}
