import type { CommandInputs } from '../../../typings/contract/commands'
import type { Grade } from '../../../typings/contract/directory'
import type { Evaluation } from '../../../typings/contract/ticket'
import type { Timestamp } from '../../../typings/contract/time'
import type { Ticket } from './ticket'

/**
 * Of one attempt: two people who answer the same round at once each write their own, and the ticket names the one that
 * counted. A retry of an attempt writes the same.
 */
export const evaluationIdFor = (ticketId: string, commandId: string) => `${ticketId}:${commandId}`

/** Whether somebody who was asked twice said the same: contacted, solved, content or not. A grade more or less is no other word. */
export const isOtherAnswer = (first: Evaluation, second: Evaluation): boolean =>
  first.contacted !== second.contacted ||
  first.solved !== second.solved ||
  isContent(first.grade) !== isContent(second.grade)

export const isContent = (grade: Grade): boolean => grade !== 'dissatisfied' && grade !== 'veryDissatisfied'

interface Judged {
  id: string
  ticket: Ticket
  by: Evaluation['by']
  at: Timestamp
  centreDepartmentId: string
  salt?: string
}

/** Lives in `evaluations`, apart from the ticket, where no handler looks (sealed, decisions.md). */
export function evaluationOf(
  { contacted, solved, grade, comment }: CommandInputs['evaluate'],
  { id, ticket, by, at, centreDepartmentId, salt }: Judged,
): Evaluation {
  return {
    _id: id,
    ticketId: ticket._id,
    round: ticket.callback?.round ?? 0,
    contacted,
    solved,
    grade,
    by,
    at,
    departmentId: ticket.lead?.departmentId ?? centreDepartmentId,
    ...(comment && { comment }),
    ...(salt && { salt }),
  }
}
