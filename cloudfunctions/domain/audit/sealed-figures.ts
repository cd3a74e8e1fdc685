import type { Clock } from '../../../typings/contract/clock'
import type { Ticket } from '../ticket/ticket'
import { canonical } from './canonical'

export type Figured = Pick<
  Ticket,
  | 'status'
  | 'kind'
  | 'serviceCode'
  | 'limitClass'
  | 'submittedAt'
  | 'lead'
  | 'clocks'
  | 'replies'
  | 'commitments'
  | 'exemptions'
  | 'callback'
  | 'returnCount'
  | 'reworkCount'
  | 'extensionCount'
>

/**
 * What rates are counted from, as it stands beside the history: none of it changes without a line being written, and none of
 * it is the caller's to erase.
 */
export function figuresOf(ticket: Figured): string {
  const { status, kind, serviceCode, limitClass, submittedAt, lead, clocks, replies } = ticket
  const { commitments, exemptions, callback, returnCount, reworkCount, extensionCount } = ticket
  return canonical({
    status,
    kind,
    serviceCode,
    limitClass,
    submittedAt,
    lead: lead && [lead.departmentId, lead.postId, lead.stint, lead.since],
    clocks: clocks.map(countedOf),
    replies,
    commitments,
    exemptions,
    callback,
    returnCount,
    reworkCount,
    extensionCount,
  })
}

/** Not by which edition of a calendar: a revision that moves nothing writes no line. */
const countedOf = (clock: Clock) => {
  const { id, chargedTo, startedAt, limit, extensions, pauses, dueAt, stoppedAt, outcome } = clock
  return { id, chargedTo, startedAt, limit, extensions, pauses, dueAt, stoppedAt, outcome }
}
