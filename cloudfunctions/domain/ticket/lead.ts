import type { TicketStatus } from '../../../typings/contract/ticket'
import { refuse } from '../errors'
import { peopleTime } from '../notification/people-time'
import { avoidance } from '../routing/avoidance'
import { indexDirectory } from '../routing/index-directory'
import { contactPostOf, onDuty } from '../routing/on-duty'
import type { Draft } from './draft'
import { dismissAll, start } from './draft-clocks'
import { calendarFor, endOfWindow } from './rules'

export interface Nomination {
  departmentId: string
  reason: string
  designated: boolean
  assist?: readonly string[]
  cc?: readonly string[]
}

/**
 * A department becomes the lead: a new stint with its own clocks, one hop on the trail, everybody concerned told.
 * The resident's promise is not touched. An unreachable department is refused: no ticket goes where nobody is.
 */
export function nominate(
  draft: Draft,
  { departmentId, reason, designated, assist = [], cc = [] }: Nomination,
) {
  const { ticket, at, moment } = draft
  const { directory, profile } = moment.rules
  const department = indexDirectory(directory).departments.get(departmentId)
  if (!department?.active) refuse('DEPARTMENT_NOT_FOUND', 'input.departmentId')
  if (isConflict(draft, departmentId)) refuse('CONFLICT_OF_INTEREST', 'input.departmentId')
  const post = contactPostOf(departmentId, directory)
  if (!post || !onDuty(post._id, directory, at)) refuse('DEPARTMENT_UNREACHABLE', 'input.departmentId')

  const from = ticket.lead?.departmentId ?? ticket.hops.at(-1)?.to
  const stint = (ticket.hops.at(-1)?.stint ?? 0) + 1
  ticket.lead = {
    departmentId,
    postId: post._id,
    stint,
    since: at,
    designated,
    returnUntil: endOfWindow(profile.returnWindow, at, calendarFor(departmentId, moment.rules), moment.rules),
    reason,
    catalogueVersion: directory.catalogue.version,
  }
  ticket.hops = [...ticket.hops, { stint, to: departmentId, at, reason, ...(from && { from }) }]
  ticket.cc = [...new Set([...ticket.cc, ...cc])]
  delete ticket.objection
  beginStint(draft, 'dispatched')
  draft.count({ kind: 'dispatch', ref: String(stint), first: from === undefined }, departmentId)
  tellConcerned(draft, assist)
  if (from && from !== departmentId)
    draft.tell({ to: 'caller' }, 'transferred', { department: department.name, reason })
}

/** The lead's clocks for this stint; acknowledged ones (rework, reopening) need no second acknowledgement. */
export function beginStint(draft: Draft, status: Extract<TicketStatus, 'dispatched' | 'acknowledged'>) {
  const lead = draft.ticket.lead ?? refuse('ILLEGAL_TRANSITION')
  dismissAll(draft, ['promise', 'coTask', 'supervision'])
  draft.move(status)
  const chargedTo = lead.departmentId
  if (status === 'dispatched') {
    start(draft, { kind: 'acknowledge', chargedTo })
    start(draft, { kind: 'firstContact', chargedTo })
  }
  start(draft, { kind: 'reply', chargedTo })
}

/** Same lead, next turn: after a rework or a reopening. */
export function repeatStint(draft: Draft) {
  const { ticket, at } = draft
  const lead = ticket.lead ?? refuse('ILLEGAL_TRANSITION')
  const stint = (ticket.hops.at(-1)?.stint ?? 0) + 1
  ticket.lead = { ...lead, stint, since: at }
  ticket.hops = [
    ...ticket.hops,
    { stint, to: lead.departmentId, from: lead.departmentId, at, reason: '重办' },
  ]
  beginStint(draft, 'acknowledged')
}

function tellConcerned(draft: Draft, assist: readonly string[]) {
  const { ticket } = draft
  const urgent = ticket.limitClass === 'emergency'
  const dueAt = peopleTime(
    ticket.clocks.find(({ kind, outcome }) => kind === 'acknowledge' && !outcome)?.dueAt ?? draft.at,
  )
  draft.tellLead(urgent ? 'emergencyToYou' : 'dispatchedToYou', { dueAt })
  for (const departmentId of [...assist, ...ticket.cc])
    draft.tell({ to: 'department', departmentId }, urgent ? 'emergencyToYou' : 'copied', {
      department: draft.departmentName(ticket.lead?.departmentId),
    })
  if (urgent) draft.tell({ to: 'role', role: 'supervisor' }, 'emergencyToYou')
}

/** 回避: never to the unit complained of, to anything under it, or to a unit whose contact is the same person. */
function isConflict({ ticket, moment }: Draft, departmentId: string): boolean {
  const { kind, serviceCode, againstDepartmentId } = ticket
  const index = indexDirectory(moment.rules.directory)
  const department = index.departments.get(departmentId)
  const avoided = avoidance(
    {
      kind,
      ...(serviceCode && { serviceCode }),
      ...(againstDepartmentId && { complainedDepartmentId: againstDepartmentId }),
    },
    index,
  )
  return department !== undefined && avoided?.covers(department) === true
}
