import { resumePromises, windUp } from './draft-clocks'
import type { Draft } from './draft'

/** 挂账: granted and not lifted, so the promises stand still. */
export const isBlocked = ({ ticket }: Draft): boolean =>
  ticket.block?.state === 'granted' && ticket.block.liftedAt === undefined

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
