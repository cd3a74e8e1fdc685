import { localDate } from '../../calendar/local-time'
import { refuse } from '../../errors'
import { peopleTime } from '../../notification/people-time'
import { end } from '../ending'
import { resumeWork } from '../lead'
import { calendarFor, endOfWindow } from '../rules'
import { isSecondCallOpen } from '../second-call'
import type { Steps } from '../step'
import { isFlagged } from './flagging'

/** As many as `Limits.supplements` says. */
const supplementsMost = 10

/** What residents do with a call they made, or one they share. */
export const calling: Steps<'supplement' | 'expedite' | 'withdraw' | 'reopen' | 'coSign' | 'judgeShared'> = {
  /** More facts; never restarts a clock. */
  supplement(draft, { text, attachments = [] }) {
    const { supplements } = draft.ticket
    if (supplements.length >= supplementsMost) refuse('SUPPLEMENT_LIMIT')
    const id = `s${supplements.length + 1}`
    draft.ticket.supplements = [...supplements, { id, at: draft.at, text, attachments }]
    if (draft.ticket.lead) draft.tellLead('supplemented')
    else draft.tellCentre('supplemented')
    // New facts: whoever called it a repeat looks again.
    if (draft.ticket.lead && isFlagged(draft.ticket)) draft.tellCentre('supplemented')
    draft.record()
  },

  /** 催办: limited a day and in all, so that it stays a signal. */
  expedite(draft, { text }) {
    if (isFlagged(draft.ticket)) refuse('REPEAT_FLAGGED')
    const { perDay, total } = draft.moment.rules.profile.expedite
    const { expedites, clocks } = draft.ticket
    const today = expedites.filter((at) => localDate(at) === localDate(draft.at)).length
    if (today >= perDay || expedites.length >= total) refuse('EXPEDITE_LIMIT')
    draft.ticket.expedites = [...expedites, draft.at]
    const dueAt = peopleTime(clocks.find(({ kind }) => kind === 'promise')?.dueAt ?? draft.at)
    if (draft.ticket.lead) draft.tellLead('expedited', { dueAt })
    else draft.tellCentre('expedited', { dueAt })
    draft.record({ text })
  },

  withdraw(draft, { reason }) {
    draft.tellLead('withdrawn')
    for (const { state, postId } of draft.ticket.coTasks)
      if (state === 'open') draft.tell({ to: 'post', postId }, 'withdrawn')
    end(draft, 'withdrawn', reason)
  },

  /** closed → acknowledged, or → submitted where the unit is gone. */
  reopen(draft, { newFact }) {
    const { ticket, at, moment } = draft
    const { profile } = moment.rules
    if (ticket.erasedAt !== undefined) refuse('ERASED')
    const closedAt = ticket.history.findLast(({ to }) => to === 'closed')?.at ?? ticket.updatedAt
    const until = endOfWindow(
      profile.reopenWindow,
      closedAt,
      calendarFor(undefined, profile.reopenWindow, moment.rules),
      moment.rules,
    )
    if (at > until) refuse('REOPEN_WINDOW_CLOSED')
    if (isSecondCallOpen(ticket.secondCall)) delete ticket.secondCall
    if (resumeWork(draft) === 'lead') draft.tellLead('reopened', { newFact })
    else draft.tellCentre('reopened', { newFact })
    draft.record({ text: newFact })
  },

  /** 我也遇到: who they are stays in `co_signers`; the ticket only counts, as there may be thousands. */
  coSign(draft) {
    draft.ticket.coSignerCount += 1
  },

  /** Counted for the centre; many who share one matter must not outweigh many matters in a unit's rates. */
  judgeShared(draft, { solved }) {
    const { solved: yes, unsolved: no } = draft.ticket.coSignerVerdicts ?? { solved: 0, unsolved: 0 }
    draft.ticket.coSignerVerdicts = solved
      ? { solved: yes + 1, unsolved: no }
      : { solved: yes, unsolved: no + 1 }
    if (!solved && no === 0) draft.tellCentre('sharedUnsolved')
  },
}
