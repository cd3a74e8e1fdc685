import type { Evaluation } from '../../typings/contract/ticket'
import { proofOf } from '../domain/audit/sealed-answers'
import { evaluationIdFor } from '../domain/ticket/evaluation'
import { hash } from './sealing'
import { evaluationSalt, lotOf } from './secrets'

/** Where the answers of an attempt will lie, what holds the ticket's history to them, and the lot of a second callback. */
export function provenAnswers(
  ticketId: string,
  commandId: string,
  answers: Pick<Evaluation, 'contacted' | 'solved' | 'grade'>,
): { evaluationId: string; proof: string; lot: number } {
  const evaluationId = evaluationIdFor(ticketId, commandId)
  return {
    evaluationId,
    lot: lotOf(ticketId),
    proof: proofOf({ ...answers, _id: evaluationId, salt: evaluationSalt(evaluationId) }, hash),
  }
}
