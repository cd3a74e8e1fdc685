import type { Callback } from '../../../typings/contract/ticket'
import { refuse } from '../errors'
import { firstCallAt } from './call-times'
import type { Draft } from './draft'
import { start, stop } from './draft-clocks'
import { close } from './ending'
import { leadOf } from './lead'
import { rework } from './rework'
import { drawSecondCall } from './second-call'

/**
 * 回访 opens at the earlier of reply reviewed and the deadline (Art. 23). A round that was asked at the deadline and is
 * still unanswered when the reply comes goes on; one already answered is followed by another about the reply.
 */
export function openCallback(draft: Draft, because: Callback['because']) {
  const { callback } = draft.ticket
  const { directory, profile } = draft.moment.rules
  if (callback && callback.outcome === undefined) {
    if (because === 'deadline') return
    draft.ticket.callback = { ...callback, because, callAt: firstCallAt(draft) }
    return
  }
  const round = (callback?.round ?? 0) + 1
  draft.ticket.callback = { round, because, openedAt: draft.at, callAt: firstCallAt(draft), tries: [] }
  start(draft, {
    kind: 'callback',
    chargedTo: directory.settings.centreDepartmentId,
    ref: String(round),
    limit: { amount: profile.steps.callback.amount + profile.callbackTries.times, unit: 'naturalDay' },
  })
  draft.tell({ to: 'caller' }, 'pleaseEvaluate')
}

export interface Verdict {
  contacted: boolean
  solved: boolean
  content: boolean
  evaluationId: string
  proof?: string
  /** Of the random second callback. */
  lot?: number
}

/**
 * The resident answered: the callback is valid. What they said goes to `evaluations`, never onto the ticket (sealed);
 * an unhappy answer about a reply is reworked automatically, at most as often as the profile says, then a supervisor decides.
 */
export function finishValid(draft: Draft, { solved, content, evaluationId, proof, lot }: Verdict) {
  const { ticket, at, moment } = draft
  const callback = ticket.callback ?? refuse('NO_CALLBACK')
  const final = { ...callback, outcome: 'valid' as const, finishedAt: at, evaluationId }
  ticket.callback = final
  draft.post({ kind: 'evaluationFact', evaluationId })
  countCallback(draft, 'valid')
  stop(draft, 'callback')
  draft.record({ what: 'evaluate', visibility: 'public', ...(proof && { proof }) })
  if (ticket.status !== 'callback') return
  if (solved && content) {
    close(draft)
    return drawSecondCall(draft, lot)
  }
  if (ticket.reworkCount < moment.rules.profile.rework.automatic)
    return rework(draft, '回访了解到事情还没有办好,请重新办理。')
  ticket.callback = { ...final, undecided: true }
  const chargedTo = moment.rules.directory.settings.centreDepartmentId
  start(draft, {
    kind: 'callback',
    chargedTo,
    ref: `${callback.round}:decide`,
    limit: moment.rules.profile.steps.review,
  })
  draft.tell({ to: 'role', role: 'supervisor' }, 'decideRework', { times: ticket.reworkCount })
}

/** Three unanswered calls on different days: invalid, shown apart, never counted as satisfied. */
export function finishInvalid(draft: Draft) {
  const { ticket, at } = draft
  const callback = ticket.callback ?? refuse('NO_CALLBACK')
  ticket.callback = { ...callback, outcome: 'invalid', finishedAt: at }
  countCallback(draft, 'invalid')
  stop(draft, 'callback')
  if (ticket.status === 'callback') close(draft)
}

/** Counts in the period in which the round's clock fell due. */
export function countCallback(draft: Draft, result: 'valid' | 'invalid' | 'open') {
  const { clocks, callback } = draft.ticket
  const ref = String(callback?.round ?? 0)
  const dueAt = clocks.find(({ id }) => id === `callback:${ref}`)?.dueAt ?? draft.at
  draft.count({ kind: 'callback', ref, dueAt, result }, leadOf(draft))
}
