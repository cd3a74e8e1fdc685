import type { Draft } from './draft'
import { leadOf, resumeWork } from './lead'

/** 重办, in the centre's own words: the lead's next turn, or a new dispatch where the unit is gone; the promise is not touched. */
export function rework(draft: Draft, text: string) {
  draft.ticket.reworkCount += 1
  draft.count({ kind: 'rework', ref: String(draft.ticket.reworkCount) }, leadOf(draft))
  if (resumeWork(draft) === 'lead') draft.tellLead('reworkOrdered', { text })
  else draft.tellCentre('reworkOrdered', { text })
  draft.tell({ to: 'caller' }, 'reworkToCaller')
}
