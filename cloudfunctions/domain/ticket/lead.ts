import type { Lead, TicketStatus } from '../../../typings/contract/ticket'
import { isAccused } from '../access/accused'
import { refuse } from '../errors'
import { peopleTime } from '../notification/people-time'
import { indexDirectory } from '../routing/index-directory'
import { contactPostOf, onDuty } from '../routing/on-duty'
import type { Draft } from './draft'
import { liftBlock } from './block'
import { start, windUp } from './draft-clocks'
import { lapseApplications, lapseWithLead } from './lapse'
import { calendarFor, endOfWindow } from './rules'

export interface Nomination {
  departmentId: string
  reason: string
  /** The same to whoever called, where it is put otherwise. */
  told?: string
  designated: boolean
  cc?: readonly string[]
}

/**
 * A department becomes the lead: a new stint with its own clocks, one hop on the trail, everybody concerned told.
 * The resident's promise is not touched. An unreachable department is refused: no ticket goes where nobody is.
 */
export function nominate(
  draft: Draft,
  { departmentId, reason, told = reason, designated, cc = [] }: Nomination,
) {
  const { ticket, at, moment } = draft
  const { directory, profile } = moment.rules
  const department = indexDirectory(directory).departments.get(departmentId)
  if (!department?.active) refuse('DEPARTMENT_NOT_FOUND', 'input.departmentId')
  if (isAccused(departmentId, ticket, directory)) refuse('CONFLICT_OF_INTEREST', 'input.departmentId')
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
    returnUntil: endOfWindow(
      profile.returnWindow,
      at,
      calendarFor(departmentId, profile.returnWindow, moment.rules),
      moment.rules,
    ),
    reason,
    catalogueVersion: directory.catalogue.version,
  }
  ticket.hops = [...ticket.hops, { stint, to: departmentId, at, reason, ...(from && { from }) }]
  ticket.cc = [...new Set([...ticket.cc, ...cc])]
  lapseWithLead(draft)
  beginStint(draft, 'dispatched')
  draft.count({ kind: 'dispatch', ref: String(stint), first: from === undefined }, departmentId)
  tellConcerned(draft)
  if (from && from !== departmentId)
    draft.tell({ to: 'caller' }, 'transferred', { department: department.name, reason: told })
}

/** The lead's clocks for this stint; acknowledged ones (rework, reopening) need no second acknowledgement. */
function beginStint(draft: Draft, status: Extract<TicketStatus, 'dispatched' | 'acknowledged'>) {
  const lead = draft.ticket.lead ?? refuse('ILLEGAL_TRANSITION')
  liftBlock(draft)
  lapseApplications(draft)
  windUp(draft, ['acknowledge', 'firstContact', 'reply'])
  draft.move(status)
  const chargedTo = lead.departmentId
  if (status === 'dispatched') {
    start(draft, { kind: 'acknowledge', chargedTo })
    start(draft, { kind: 'firstContact', chargedTo })
  }
  start(draft, { kind: 'reply', chargedTo })
}

/** The work goes on after a rework or a reopening: with the same lead, or from the desk where the unit is gone. */
export function resumeWork(draft: Draft): 'lead' | 'desk' {
  const { ticket, at, moment } = draft
  const { directory } = moment.rules
  const department = indexDirectory(directory).departments.get(ticket.lead?.departmentId ?? '')
  const post = department?.active ? contactPostOf(department._id, directory) : undefined
  if (!ticket.lead || !post || !onDuty(post._id, directory, at)) {
    toDesk(draft)
    return 'desk'
  }
  repeatStint(draft, { ...ticket.lead, postId: post._id })
  return 'lead'
}

/** Nobody leads any more: the centre has to dispatch again, on a clock of its own. */
export function toDesk(draft: Draft) {
  liftBlock(draft)
  lapseApplications(draft)
  lapseWithLead(draft)
  windUp(draft, ['acknowledge', 'firstContact', 'reply', 'review'])
  delete draft.ticket.lead
  draft.move('submitted')
  start(draft, {
    kind: 'accept',
    chargedTo: draft.moment.rules.directory.settings.centreDepartmentId,
    ref: String(draft.ticket.hops.length + 1),
  })
}

function repeatStint(draft: Draft, lead: Lead) {
  const { ticket, at } = draft
  const stint = (ticket.hops.at(-1)?.stint ?? 0) + 1
  ticket.lead = { ...lead, stint, since: at }
  ticket.hops = [
    ...ticket.hops,
    { stint, to: lead.departmentId, from: lead.departmentId, at, reason: '重办' },
  ]
  beginStint(draft, 'acknowledged')
}

/** Who answers for the ticket: its lead, or the centre while it has none. */
export const leadOf = ({ ticket, moment }: Draft): string =>
  ticket.lead?.departmentId ?? moment.rules.directory.settings.centreDepartmentId

function tellConcerned(draft: Draft) {
  const { ticket } = draft
  const urgent = ticket.limitClass === 'emergency'
  const dueAt = peopleTime(
    ticket.clocks.find(({ kind, outcome }) => kind === 'acknowledge' && !outcome)?.dueAt ?? draft.at,
  )
  draft.tellLead(urgent ? 'emergencyToYou' : 'dispatchedToYou', { dueAt })
  for (const departmentId of ticket.cc)
    draft.tell({ to: 'department', departmentId }, urgent ? 'emergencyToYou' : 'copied', {
      department: draft.departmentName(ticket.lead?.departmentId),
    })
  if (urgent) draft.tell({ to: 'role', role: 'supervisor' }, 'emergencyToYou')
}
