import type { CommandInputs } from '../../../../typings/contract/commands'
import type { Supervision } from '../../../../typings/contract/ticket'
import { refuse } from '../../errors'
import type { Draft } from '../draft'
import { countCallback } from '../callback-round'
import { countClock, dismiss, start, stop } from '../draft-clocks'
import type { Steps } from '../step'
import { leadOf } from '../lead'

/** 督办, 提级, 约谈, and 剔除/容错 with its approver. */
export const supervising: Steps<'supervise' | 'raise' | 'interview' | 'answerSupervision' | 'exempt'> = {
  supervise: (draft, input) => open(draft, 'supervise', input),
  raise: (draft, input) => open(draft, 'raise', input),
  interview: (draft, input) => open(draft, 'interview', input),

  answerSupervision(draft, { supervisionId, text }) {
    const asked = draft.ticket.supervisions.find(({ id }) => id === supervisionId)
    if (asked?.state !== 'open') return refuse('SUPERVISION_NOT_FOUND')
    draft.ticket.supervisions = draft.ticket.supervisions.map((one) =>
      one.id === supervisionId
        ? { ...asked, state: 'answered' as const, answer: text, answeredAt: draft.at }
        : one,
    )
    stop(draft, `supervision:${supervisionId}`)
    const department = draft.departmentName(draft.ticket.lead?.departmentId)
    draft.tell({ to: 'role', role: 'supervisor' }, 'supervisionAnswered', { department, text })
    draft.record({ text, visibility: 'internal' })
  },

  /** Rates are shown before and after it; the fact stays, with code, approver and evidence. */
  exempt(draft, { of, code, evidence }) {
    const { clocks, callback } = draft.ticket
    const known = clocks.some(({ id }) => id === of) || (callback && of === `callback:${callback.round}`)
    if (!known) refuse('EXEMPTION_UNKNOWN', 'input.of')
    const approverPostId = draft.moment.by.postId ?? ''
    draft.ticket.exemptions = [
      ...draft.ticket.exemptions,
      { of, code, evidence, approverPostId, at: draft.at },
    ]
    recount(draft, of)
    draft.record({ code, text: evidence, visibility: 'internal' })
  },
}

/** The fact that an exemption is about is told again, now with it. */
function recount(draft: Draft, of: string) {
  const { clocks, callback } = draft.ticket
  // A callback's clock has the round's own name; what is counted of it is the round.
  const clock = clocks.find(({ id, kind }) => id === of && kind !== 'callback')
  if (clock) {
    if (clock.outcome || draft.at > clock.dueAt) countClock(draft, clock)
    return
  }
  if (callback?.outcome === undefined) return
  countCallback(draft, callback.outcome)
  if (callback.evaluationId !== undefined)
    draft.post({ kind: 'evaluationFact', evaluationId: callback.evaluationId })
}

function open(draft: Draft, level: Supervision['level'], { cause, text }: CommandInputs['supervise']) {
  addSupervision(draft, { level, cause, text, by: 'person' })
  draft.tellLead('supervised', { text })
  if (level !== 'supervise') draft.tell({ to: 'role', role: 'leader' }, 'supervised', { text })
  draft.record({ code: cause, text, visibility: 'internal' })
}

/** An open item that the lead has to answer, on a clock. One open item a level: a later one takes its place. */
export function addSupervision(draft: Draft, item: Pick<Supervision, 'level' | 'cause' | 'text' | 'by'>) {
  const { supervisions, clocks } = draft.ticket
  const id = `d${clocks.filter(({ kind }) => kind === 'supervision').length + 1}`
  for (const one of supervisions)
    if (one.level === item.level && one.state === 'open') dismiss(draft, `supervision:${one.id}`)
  draft.ticket.supervisions = [
    ...supervisions.filter((one) => one.level !== item.level || one.state !== 'open'),
    { id, ...item, at: draft.at, state: 'open' },
  ]
  start(draft, { kind: 'supervision', chargedTo: leadOf(draft), ref: id })
}
