import type { TicketFields } from '../../../typings/contract/ticket'
import type { Timestamp } from '../../../typings/contract/time'
import { resumePromises, windUp } from './draft-clocks'
import type { Draft } from './draft'
import { isOpen } from './status'

/** 挂账: granted and not lifted, so the promises stand still. */
export const isBlocked = ({ ticket }: Draft): boolean =>
  ticket.block?.state === 'granted' && ticket.block.liftedAt === undefined

/** For cards: when the centre looks again, while the promise stands still. */
export const reviewOf = ({
  status,
  block,
}: Pick<TicketFields, 'status' | 'block'>): { reviewAt?: Timestamp } =>
  isOpen(status) && block?.state === 'granted' && block.liftedAt === undefined
    ? { reviewAt: block.reviewAt }
    : {}

/** Its review date has come, and the centre's clock for looking again runs. */
export const isUnderReview = (draft: Draft): boolean =>
  isBlocked(draft) && draft.ticket.clocks.some(({ kind, outcome }) => kind === 'ruleBlock' && !outcome)

/** Lets the promises run on, whoever ended the block: the centre, the lead by replying, or a new lead by coming. */
export function liftBlock(draft: Draft) {
  const { block } = draft.ticket
  if (!block || !isBlocked(draft)) return
  draft.ticket.block = { ...block, liftedAt: draft.at }
  windUp(draft, ['ruleBlock'])
  resumePromises(draft)
}
