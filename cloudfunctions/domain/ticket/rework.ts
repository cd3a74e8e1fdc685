import type { Draft } from './draft'
import { repeatStint } from './lead'

/** 重办, in the centre's own words: the next stint of the same lead; the resident's promise is not touched. */
export function rework(draft: Draft, text: string) {
  draft.ticket.reworkCount += 1
  draft.count(
    { kind: 'rework', ref: String(draft.ticket.reworkCount) },
    draft.ticket.lead?.departmentId ?? '',
  )
  repeatStint(draft)
  draft.tellLead('reworkOrdered', { text })
  draft.tell({ to: 'caller' }, 'reworkToCaller')
}
