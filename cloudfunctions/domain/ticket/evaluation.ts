import type { CommandInputs } from '../../../typings/contract/commands'
import type { Evaluation } from '../../../typings/contract/ticket'
import type { Timestamp } from '../../../typings/contract/time'
import type { Ticket } from './ticket'

/** One evaluation a caller and round: a repeat can't write a second. */
export const evaluationId = ({ _id, caller, callback }: Ticket) =>
  `${_id}:${caller.alias}:${callback?.round ?? 0}`

/** Lives in `evaluations`, apart from the ticket, where no handler looks (sealed, decisions.md). */
export function evaluationOf(
  ticket: Ticket,
  answers: CommandInputs['evaluate'],
  by: Evaluation['by'],
  at: Timestamp,
): Evaluation {
  const { contacted, solved, grade, comment } = answers
  return {
    _id: evaluationId(ticket),
    ticketId: ticket._id,
    round: ticket.callback?.round ?? 0,
    contacted,
    solved,
    grade,
    by,
    at,
    departmentId: ticket.lead?.departmentId ?? '',
    ...(comment && { comment }),
  }
}
