import type { CoTask } from '../../../typings/contract/ticket'
import { isAccused } from '../access/accused'
import { refuse } from '../errors'
import { peopleTime } from '../notification/people-time'
import { indexDirectory } from '../routing/index-directory'
import { contactPostOf, onDuty } from '../routing/on-duty'
import type { Draft } from './draft'
import { start } from './draft-clocks'

/** Calls a department to the ticket, on a clock of its own that is charged to it and not to the lead. */
export function callIn(draft: Draft, departmentId: string, task: string, by: CoTask['by']) {
  const { ticket, moment } = draft
  const { directory } = moment.rules
  const open = ticket.coTasks.some((one) => one.departmentId === departmentId && one.state === 'open')
  if (open || departmentId === ticket.lead?.departmentId) refuse('CO_TASK_EXISTS', 'input.departmentId')
  guardConcerned(draft, [departmentId], 'input.departmentId')
  const post = contactPostOf(departmentId, directory)
  if (!post || !onDuty(post._id, directory, draft.at))
    return refuse('DEPARTMENT_UNREACHABLE', 'input.departmentId')

  const id = `c${ticket.coTasks.length + 1}`
  const callerDepartmentId = moment.by.departmentId ?? directory.settings.centreDepartmentId
  ticket.coTasks = [
    ...ticket.coTasks,
    { id, departmentId, postId: post._id, by, callerDepartmentId, task, state: 'open', at: draft.at },
  ]
  const clock = start(draft, { kind: 'coTask', chargedTo: departmentId, ref: id })
  const template = ticket.limitClass === 'emergency' ? 'emergencyToYou' : 'assisting'
  draft.tell({ to: 'post', postId: post._id }, template, { task, dueAt: peopleTime(clock.dueAt) })
  draft.record({ what: by, text: task, code: departmentId })
}

/** Departments that are about to learn of the ticket: each there, active, and none of them accused in it. */
export function guardConcerned(draft: Draft, departmentIds: readonly string[], path: string) {
  const { directory } = draft.moment.rules
  for (const id of departmentIds) {
    if (!indexDirectory(directory).departments.get(id)?.active) refuse('DEPARTMENT_NOT_FOUND', path)
    if (isAccused(id, draft.ticket, directory)) refuse('CONFLICT_OF_INTEREST', path)
  }
}
