import { refuse } from '../../errors'
import type { Steps } from '../step'
import type { Ticket } from '../ticket'

/**
 * Art. 9: no malicious repeats. A person of the centre finds that a call brings nothing that an earlier one of the same
 * caller did not, with the reason, and takes it back by another. It is found of this call alone: what somebody calls of
 * next is heard like anybody's. The call goes on, on its clocks; only 催办 rests until there is something new.
 */
export const flagging: Steps<'flagRepeat' | 'liftRepeat'> = {
  flagRepeat(draft, { earlierId, earlier, reason }) {
    const { ticket, at, moment } = draft
    if (isFlagged(ticket)) refuse('REPEAT_FLAGGED_ALREADY')
    if (ticket.limitClass === 'emergency' || (ticket.alarms ?? []).length > 0) refuse('REPEAT_EMERGENCY')
    if (earlier?.alias !== ticket.caller.alias) return refuse('REPEAT_OTHER_CALLER', 'input.earlierId')
    const { postId = '' } = moment.by
    ticket.repeat = { at, postId, reason, earlierId, earlierNumber: earlier.number }
    draft.tell({ to: 'caller' }, 'repeatFlagged', { earlier: earlier.number, reason })
    // Without the reason: handlers read this line too, and which call came before is not theirs to know.
    draft.record()
  },

  liftRepeat(draft, { reason }) {
    const { repeat } = draft.ticket
    if (!repeat || repeat.liftedAt !== undefined) return refuse('REPEAT_NOT_FLAGGED')
    draft.ticket.repeat = { ...repeat, liftedAt: draft.at, liftReason: reason }
    draft.tell({ to: 'caller' }, 'repeatLifted', { reason })
    draft.record()
  },
}

export const isFlagged = ({ repeat }: Pick<Ticket, 'repeat'>): boolean =>
  repeat !== undefined && repeat.liftedAt === undefined
