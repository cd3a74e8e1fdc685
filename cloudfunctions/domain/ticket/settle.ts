import type { Clock } from '../../../typings/contract/clock'
import type { ClockKind } from '../../../typings/contract/directory'
import type { CentreTask, NextStep } from '../../../typings/contract/ticket'
import type { Timestamp } from '../../../typings/contract/time'
import { isRunning } from '../sla/clock'
import { nextRungAt } from '../sla/ladder'
import { awaitedIdsOf, duesOf } from './dues'
import { ladderOf } from './clock-kinds'
import { isBlocked, isUnderReview } from './block'
import { findingWaits } from './finding'
import type { Draft } from './draft'
import { publicFaceChanged, waitsForPublication } from './public-face'
import { rulesFor } from './draft-clocks'
import { isOrphan } from './orphan'
import { isSecondCallOpen } from './second-call'
import { isOpen } from './status'
import type { Ticket } from './ticket'

/** Ends every command: who holds the ticket, what comes next, when to look again. No ticket is ever without (decisions.md). */
export function settle(draft: Draft): Ticket {
  const { ticket, at } = draft
  ticket.version = draft.before.version + 1
  ticket.updatedAt = at
  if (publicFaceChanged(draft)) draft.post({ kind: 'publication' })
  ticket.nextStep = nextStepOf(draft)
  ticket.centreTasks = centreTasksOf(draft)
  assign(ticket, 'ownerDepartmentId', ownerOf(draft))
  assign(ticket, 'nextDeadlineAt', isOpen(ticket.status) ? nextDeadlineOf(draft) : undefined)
  ticket.dues = duesOf(ticket)
  ticket.awaitedIds = awaitedIdsOf(ticket)
  assign(ticket, 'nextWakeAt', nextWakeOf(draft))
  return ticket
}

/** While every clock stands still, the date on which the block is looked at again: lists sort by it, so none is without. */
function nextDeadlineOf({ ticket }: Draft): Timestamp | undefined {
  return earliest(ticket.clocks.filter(isRunning).map((clock) => clock.dueAt)) ?? ticket.block?.reviewAt
}

function nextStepOf(draft: Draft): NextStep {
  const { status, objection, consultation, clocks, callback } = draft.ticket
  switch (status) {
    case 'submitted':
      return consultation?.state === 'open' ? 'awaitConsultation' : 'dispatch'
    case 'dispatched':
    case 'acknowledged':
      if (objection?.state === 'open') return 'ruleReturn'
      if (isOrphan(draft.ticket, draft.moment.rules.directory, draft.at)) return 'takeBack'
      if (status === 'dispatched') return 'acknowledge'
      if (isUnderReview(draft)) return 'reviewBlock'
      return clocks.some((clock) => clock.kind === 'firstContact' && isRunning(clock))
        ? 'contactResident'
        : 'reply'
    case 'replied':
      return 'review'
    case 'callback':
      if (callback?.undecided) return 'decideRework'
      return draft.at >= (callback?.callAt ?? Infinity) ? 'callByPhone' : 'awaitEvaluation'
    default:
      return 'none'
  }
}

/** What waits for the centre on this ticket: what its lists are made of. */
function centreTasksOf({ ticket }: Draft): CentreTask[] {
  const ruled = ticket.clocks.filter((clock) => !clock.outcome && isRuled(clock.kind)).map(({ kind }) => kind)
  const tasks = new Set(ruled as CentreTask[])
  const { nextStep } = ticket
  if (isDesk(nextStep)) tasks.add(nextStep)
  if (ticket.supervisions.some(({ state }) => state === 'open') && isOpen(ticket.status))
    tasks.add('awaitSupervision')
  if (waitsForPublication(ticket)) tasks.add('publish')
  if (findingWaits(ticket.finding)) tasks.add('ruleFinding')
  if (isSecondCallOpen(ticket.secondCall)) tasks.add('secondCall')
  return [...tasks]
}

/** Next steps that are the centre's and have no clock of their own to be listed by. */
const isDesk = (step: NextStep): step is NextStep & CentreTask =>
  step === 'dispatch' || step === 'takeBack' || step === 'callByPhone' || step === 'decideRework'

const ruledKinds: readonly ClockKind[] = [
  'consultation',
  'ruleReturn',
  'ruleExtension',
  'ruleBlock',
  'ruleTermination',
  'review',
  'callback',
]

const isRuled = (kind: ClockKind) => ruledKinds.includes(kind)

/**
 * submitted, an open objection, a 挂账 to be looked at again, replied and callback belong to the centre, and what lies with a
 * unit where nobody is left; the rest to the lead.
 */
function ownerOf({ ticket, moment }: Draft): string | undefined {
  if (!isOpen(ticket.status)) return undefined
  return ofLead.includes(ticket.nextStep)
    ? ticket.lead?.departmentId
    : moment.rules.directory.settings.centreDepartmentId
}

const ofLead: readonly NextStep[] = ['acknowledge', 'contactResident', 'reply']

/** The earliest of an unfired rung, a silence limit, a review date, a promised date, an outbox attempt, a callback try. */
function nextWakeOf(draft: Draft): Timestamp | undefined {
  const { ticket, at } = draft
  const wakes: (Timestamp | undefined)[] = ticket.clocks
    .filter(isRunning)
    .map((clock) => nextRungOf(draft, clock))
  if (ticket.outbox.length > 0) wakes.push(at)
  for (const { state, promisedAt } of ticket.commitments) if (state === 'open') wakes.push(promisedAt + 1)
  if (isOpen(ticket.status)) wakes.push(silenceOf(draft), blockReviewOf(draft), callOf(draft))
  return earliest(wakes)
}

function nextRungOf(draft: Draft, clock: Clock): Timestamp | undefined {
  const { calendar, profile } = rulesFor(draft, clock)
  return nextRungAt(clock, ladderOf(clock.kind, profile), calendar)
}

function silenceOf({ ticket }: Draft): Timestamp | undefined {
  const handling = ticket.status === 'dispatched' || ticket.status === 'acknowledged'
  if (!handling || !ticket.lead || ticket.lead.acceptedBySilence || ticket.objection?.state === 'open')
    return undefined
  return ticket.lead.returnUntil + 1
}

function blockReviewOf(draft: Draft): Timestamp | undefined {
  return isBlocked(draft) && !isUnderReview(draft) ? draft.ticket.block?.reviewAt : undefined
}

function callOf({ ticket, at }: Draft): Timestamp | undefined {
  const { callback } = ticket
  return callback && callback.outcome === undefined && callback.callAt > at ? callback.callAt : undefined
}

function earliest(instants: readonly (Timestamp | undefined)[]): Timestamp | undefined {
  const known = instants.filter((one): one is Timestamp => one !== undefined)
  return known.length > 0 ? Math.min(...known) : undefined
}

function assign<Field extends 'ownerDepartmentId' | 'nextDeadlineAt' | 'nextWakeAt'>(
  ticket: Draft['ticket'],
  field: Field,
  value: Draft['ticket'][Field],
) {
  if (value === undefined) delete ticket[field]
  else ticket[field] = value
}
