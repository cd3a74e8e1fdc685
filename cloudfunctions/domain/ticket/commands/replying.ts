import { refuse } from '../../errors'
import { liftBlock } from '../block'
import { start, stop } from '../draft-clocks'
import { inlineText } from '../inline-text'
import { rework } from '../rework'
import { openCallback } from '../callback-round'
import { close } from '../ending'
import { lapseApplications } from '../lapse'
import { countOutcome } from '../outcome'
import type { Steps } from '../step'

/** 答复 by the lead and its 审核 by the centre. */
export const replying: Steps<'reply' | 'review' | 'decideRework'> = {
  reply(draft, { text, textId, internalText, publish, attachments = [] }) {
    const { ticket, moment, at } = draft
    const { lead } = ticket
    if (!lead) return refuse('ILLEGAL_TRANSITION')
    liftBlock(draft)
    lapseApplications(draft)
    ticket.replies = [
      ...ticket.replies,
      {
        id: `a${ticket.replies.length + 1}`,
        stint: lead.stint,
        at,
        postId: moment.by.postId ?? '',
        departmentId: lead.departmentId,
        text: text.slice(0, inlineText),
        ...(textId && { textId }),
        publish,
        attachments,
        ...(internalText && { internalText }),
      },
    ]
    stop(draft, 'firstContact')
    stop(draft, 'reply')
    draft.count({ kind: 'reply', ref: String(lead.stint) }, lead.departmentId)
    draft.move('replied')
    start(draft, { kind: 'review', chargedTo: moment.rules.directory.settings.centreDepartmentId })
    draft.tellCentre('replied', { department: draft.departmentName(lead.departmentId) })
    draft.record({ visibility: 'internal' })
  },

  /** Approved: the reply reaches the resident, and the promise is met. Otherwise 退回重办. */
  review(draft, { approve, text }) {
    const { ticket, at, moment } = draft
    stop(draft, 'review')
    const verdict = approve ? ('approved' as const) : ('rework' as const)
    const review = { verdict, text, at, postId: moment.by.postId ?? '' }
    ticket.replies = ticket.replies.map((reply, i) =>
      i === ticket.replies.length - 1 ? { ...reply, review } : reply,
    )
    if (!approve) {
      rework(draft, text)
      draft.tellLead('reviewReturned', { text })
      draft.record({ code: 'rework', text, visibility: 'internal' })
      return
    }
    countOutcome(draft)
    stop(draft, 'promise')
    draft.tell({ to: 'caller' }, 'answered')
    draft.move('callback')
    openCallback(draft, 'reviewed')
    draft.record({ code: 'approved' })
  },

  /** After the automatic reworks a supervisor decides: once more, or this is how far it goes. */
  decideRework(draft, { rework: again, text }) {
    const { callback } = draft.ticket
    if (!callback?.undecided) return refuse('NO_DECISION_DUE')
    draft.ticket.callback = { ...callback, undecided: false }
    stop(draft, 'callback')
    draft.record({ code: again ? 'rework' : 'close', text })
    if (again) return rework(draft, text)
    draft.tell({ to: 'caller' }, 'ended', { text })
    close(draft)
  },
}
