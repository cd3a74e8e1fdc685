import type { SharedMatter } from '../../../typings/contract/own-records'
import type { Timestamp } from '../../../typings/contract/time'
import { reviewOf } from '../ticket/block'
import type { Ticket } from '../ticket/ticket'

/** Statuses in which whoever shares a matter may say how it is. */
const judged = ['callback', 'closed']

/** A ticket as somebody sees it who co-signed it: no words, no address, no number, nothing of the caller. */
export function sharedMatter(
  ticket: Ticket,
  { at, evaluationId }: { at: Timestamp; evaluationId?: string },
): SharedMatter {
  const { _id, version, status, serviceCode, submittedAt, coSignerCount, lead, place } = ticket
  const promise = ticket.clocks.find(({ kind }) => kind === 'promise')
  const evaluated = evaluationId !== undefined
  return {
    _id,
    version,
    status,
    submittedAt,
    coSignerCount,
    areaIds: place.path.slice(1, 3),
    replies: ticket.replies
      .filter(({ publish, review }) => publish && review?.verdict === 'approved')
      .map(({ at: repliedAt, text }) => ({ at: repliedAt, text })),
    signedAt: at,
    asksEvaluation: judged.includes(status) && !evaluated,
    evaluated,
    ...(serviceCode && { serviceCode }),
    ...(lead && { lead: { departmentId: lead.departmentId } }),
    ...reviewOf(ticket),
    ...(promise && {
      promise: {
        dueAt: promise.dueAt,
        ...(promise.outcome && { outcome: promise.outcome }),
        ...(promise.stoppedAt && { stoppedAt: promise.stoppedAt }),
      },
    }),
  }
}
