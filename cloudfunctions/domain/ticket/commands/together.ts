import { refuse } from '../../errors'
import { indexDirectory } from '../../routing/index-directory'
import { superiorOf } from '../../routing/on-duty'
import { callIn } from '../co-task'
import { start, stop } from '../draft-clocks'
import type { Steps } from '../step'
import { guardPushDown } from './dispatching'

/** 协办, 吹哨 and 上报: others are called in, report to the lead, and are charged for their own lateness. */
export const together: Steps<'assist' | 'whistle' | 'reportCoTask' | 'escalate' | 'opine'> = {
  assist(draft, { departmentId, task, fundedCommission }) {
    guardPushDown(draft, departmentId, fundedCommission)
    callIn(draft, departmentId, task, 'assist')
  },

  /** 街乡吹哨、部门报到 (Art. 16). */
  whistle(draft, { departmentId, task }) {
    const { departments } = indexDirectory(draft.moment.rules.directory)
    if (departments.get(draft.ticket.lead?.departmentId ?? '')?.class !== 'street')
      refuse('WHISTLE_NOT_STREET')
    callIn(draft, departmentId, task, 'whistle')
  },

  /** An interim report says why it takes longer (Art. 14) and leaves the clock running. */
  reportCoTask(draft, { coTaskId, text, interim }) {
    const task = draft.ticket.coTasks.find(({ id }) => id === coTaskId)
    const { departmentId } = draft.moment.by
    if (!task || task.state !== 'open' || task.departmentId !== departmentId)
      return refuse('CO_TASK_NOT_FOUND')
    const reported = interim
      ? { ...task, interim: text }
      : { ...task, state: 'reported' as const, report: text, reportedAt: draft.at }
    draft.ticket.coTasks = draft.ticket.coTasks.map((one) => (one.id === coTaskId ? reported : one))
    if (!interim) stop(draft, `coTask:${coTaskId}`)
    draft.tellLead('coTaskReported', { department: draft.departmentName(departmentId) })
    draft.record({ text, visibility: 'internal', ...(interim && { code: 'interim' }) })
  },

  /** 上报 (Art. 20): the superior must give an opinion, on a clock of its own. */
  escalate(draft, { question }) {
    const { lead, escalation } = draft.ticket
    if (escalation?.state === 'open') refuse('ESCALATION_OPEN')
    const superior = superiorOf(lead?.departmentId ?? '', draft.moment.rules.directory)
    if (!superior) return refuse('NO_SUPERIOR')
    draft.ticket.escalation = { toDepartmentId: superior._id, question, state: 'open', at: draft.at }
    start(draft, { kind: 'opinion', chargedTo: superior._id, ref: String(draft.ticket.history.length) })
    const department = draft.departmentName(lead?.departmentId)
    draft.tell({ to: 'department', departmentId: superior._id }, 'escalated', { department, question })
    draft.record({ text: question, visibility: 'internal' })
  },

  opine(draft, { text }) {
    const { escalation } = draft.ticket
    if (escalation?.state !== 'open') return refuse('NO_ESCALATION')
    draft.ticket.escalation = { ...escalation, state: 'answered', opinion: text, answeredAt: draft.at }
    stop(draft, 'opinion')
    draft.tellLead('opinionGiven', { text })
    draft.record({ text, visibility: 'internal' })
  },
}
