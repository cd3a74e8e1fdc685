import type { Finding, FindingAmendment } from '../../../../typings/contract/approval'
import { refuse } from '../../errors'
import { isShown } from '../finding'
import type { Steps } from '../step'

/** 曝光: the discipline unit's finding, what is changed about it later, and the supervisor's word on each. */
export const exposing: Steps<'recordFinding' | 'ruleFinding' | 'amendFinding'> = {
  recordFinding(draft, { verdict, text }) {
    const { ticket, moment, at } = draft
    if (ticket.againstDepartmentId === undefined) refuse('NO_ACCUSED')
    // Written over, what everybody has read would be gone without a word.
    if (ticket.finding?.approval?.grant) refuse('FINDING_PUBLISHED')
    const { postId = '', departmentId = '' } = moment.by
    ticket.finding = { verdict, text, at, departmentId, postId }
    draft.record({ code: verdict, visibility: 'internal' })
  },

  amendFinding(draft, { kind, text, reason }) {
    const { ticket, moment, at } = draft
    const { finding } = ticket
    if (!finding || !isShown(finding)) return refuse('NO_PUBLISHED_FINDING')
    const past = finding.amendments ?? []
    if (past.some(({ approval }) => !approval)) refuse('APPLICATION_OPEN')
    if (kind === 'correct' && text === undefined) refuse('INVALID_INPUT', 'input.text')
    const asked: FindingAmendment = {
      kind,
      ...(kind === 'correct' && { text }),
      reason,
      before: finding.text,
      at,
      postId: moment.by.postId ?? '',
    }
    ticket.finding = { ...finding, amendments: [...past, asked] }
    draft.record({ code: kind, text: reason, visibility: 'internal' })
  },

  ruleFinding(draft, { grant, text }) {
    const { ticket, moment, at } = draft
    const { finding } = ticket
    const word = { grant, text, at, postId: moment.by.postId ?? '' }
    ticket.finding = ruled(finding, word)
    draft.record({ code: grant ? 'granted' : 'refused', text, visibility: 'internal' })
  },
}

/** @throws DomainError NO_APPLICATION where nothing waits */
function ruled(finding: Finding | undefined, word: NonNullable<Finding['approval']>): Finding {
  if (finding?.verdict !== 'verified') return refuse('NO_APPLICATION')
  if (!finding.approval) return { ...finding, approval: word }
  const past = finding.amendments ?? []
  const waiting = past.find(({ approval }) => !approval)
  if (!waiting) return refuse('NO_APPLICATION')
  const text = word.grant && waiting.kind === 'correct' ? (waiting.text ?? finding.text) : finding.text
  return {
    ...finding,
    text,
    amendments: past.map((one) => (one === waiting ? { ...one, approval: word } : one)),
  }
}
