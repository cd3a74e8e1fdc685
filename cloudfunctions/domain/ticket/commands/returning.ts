import { refuse } from '../../errors'
import { indexDirectory } from '../../routing/index-directory'
import { dismiss, start, stop } from '../draft-clocks'
import { nominate, toDesk } from '../lead'
import { isOrphan } from '../orphan'
import type { Steps } from '../step'
import { guardPushDown } from './dispatching'

/** 退回: by application, in the window, ruled by the centre; a designated unit may not; silence is acceptance. */
export const returning: Steps<'sendBack' | 'ruleReturn' | 'takeBack'> = {
  sendBack(draft, { reason, suggestedDepartmentId }) {
    const { lead, objection } = draft.ticket
    if (!lead) return refuse('ILLEGAL_TRANSITION')
    if (lead.designated) refuse('RETURN_DESIGNATED')
    if (objection?.state === 'open') refuse('APPLICATION_OPEN')
    if (objection?.state === 'refused' && objection.stint === lead.stint) refuse('RETURN_DESIGNATED')
    if (draft.at > lead.returnUntil) refuse('RETURN_WINDOW_CLOSED')
    const { departments } = indexDirectory(draft.moment.rules.directory)
    if (suggestedDepartmentId && !departments.get(suggestedDepartmentId)?.active)
      refuse('DEPARTMENT_NOT_FOUND', 'input.suggestedDepartmentId')
    draft.ticket.objection = {
      state: 'open',
      stint: lead.stint,
      reason,
      at: draft.at,
      postId: draft.moment.by.postId ?? '',
      ...(suggestedDepartmentId && { suggestedDepartmentId }),
    }
    const department = draft.departmentName(lead.departmentId)
    start(draft, { kind: 'ruleReturn', chargedTo: draft.moment.rules.directory.settings.centreDepartmentId })
    draft.tellCentre('returnRequested', { department, reason })
    draft.record({ text: reason, visibility: 'internal' })
  },

  /** Granted, and nothing is held against the unit: to another lead at once where one is named, else to the desk. A second return is the centre's own to place. */
  ruleReturn(draft, { grant, text, departmentId, designate, fundedCommission }) {
    const { objection, lead } = draft.ticket
    if (objection?.state !== 'open' || !lead) return refuse('NO_APPLICATION')
    stop(draft, 'ruleReturn')
    const ruled = { ...objection, ruling: text, ruledAt: draft.at }
    if (!grant) {
      draft.ticket.objection = { ...ruled, state: 'refused' }
      draft.tellLead('returnRefused', { text })
      draft.record({ code: 'refused', text, visibility: 'internal' })
      return
    }
    draft.ticket.objection = { ...ruled, state: 'granted' }
    draft.ticket.returnCount += 1
    draft.count({ kind: 'return', ref: String(lead.stint), granted: true }, lead.departmentId)
    draft.tellLead('returnGranted', { text })
    for (const kind of ['acknowledge', 'firstContact', 'reply']) dismiss(draft, kind)
    if (departmentId) {
      guardPushDown(draft, departmentId, fundedCommission)
      const designated = designate ?? draft.ticket.returnCount >= 2
      nominate(draft, { departmentId, reason: text, designated })
    } else toDesk(draft)
    draft.record({ code: 'granted', text })
  },
  /** 收回改派: nothing may rest with nobody. What is late already stays late and counts; who is there keeps the ticket. */
  takeBack(draft, { text, departmentId, fundedCommission }) {
    const { directory } = draft.moment.rules
    // The scheduler may know of somebody's leaving before this instance does.
    const abandoned = draft.ticket.nextStep === 'takeBack' || isOrphan(draft.ticket, directory, draft.at)
    if (!abandoned) refuse('UNIT_REACHABLE')
    if (departmentId) {
      guardPushDown(draft, departmentId, fundedCommission)
      nominate(draft, { departmentId, reason: text, designated: false })
    } else toDesk(draft)
    draft.record({ text })
  },
}
