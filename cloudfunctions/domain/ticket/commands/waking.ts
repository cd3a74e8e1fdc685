import type { Clock } from '../../../../typings/contract/clock'
import type { Rung } from '../../../../typings/contract/directory'
import { peopleTime } from '../../notification/people-time'
import { isRunning } from '../../sla/clock'
import { dueRungs } from '../../sla/ladder'
import { countCallback, openCallback } from '../callback-round'
import { clockName, ladderOf } from '../clock-kinds'
import { isBlocked, isUnderReview } from '../block'
import type { Draft } from '../draft'
import { countClock, replaceClock, rulesFor, start } from '../draft-clocks'
import type { Steps } from '../step'
import { isOpen } from '../status'
import { addSupervision } from './supervising'

/**
 * Everything that is due on this ticket now, missed timer runs included. What was done is written on the ticket, so a
 * doubled run does nothing.
 */
export const waking: Steps<'wake'> = {
  wake(draft) {
    acceptBySilence(draft)
    fireRungs(draft)
    reviewBlocks(draft)
    breakCommitments(draft)
    askForCalls(draft)
  },
}

/** 退回: silence past the window is acceptance. */
function acceptBySilence(draft: Draft) {
  const { lead, objection, status } = draft.ticket
  if (!lead || lead.acceptedBySilence || objection?.state === 'open') return
  if ((status !== 'dispatched' && status !== 'acknowledged') || draft.at <= lead.returnUntil) return
  draft.ticket.lead = { ...lead, acceptedBySilence: true }
  draft.record({ what: 'acceptedBySilence', visibility: 'internal' })
}

function fireRungs(draft: Draft) {
  const { profile } = draft.moment.rules
  for (const { id } of draft.ticket.clocks) {
    const clock = draft.ticket.clocks.find((one) => one.id === id)
    if (!clock || !isRunning(clock)) continue
    const { calendar } = rulesFor(draft, clock)
    for (const { key, rung } of dueRungs(clock, ladderOf(clock.kind, profile), calendar, draft.at))
      fire(draft, clock.id, key, rung)
  }
}

function fire(draft: Draft, clockId: string, key: string, rung: Rung) {
  const clock = draft.ticket.clocks.find((one) => one.id === clockId)
  if (!clock) return
  replaceClock(draft, { ...clock, fired: [...clock.fired, key] })
  if (rung.id === 'red') countOverdue(draft, clock)
  if (rung.id === 'red' && clock.kind === 'promise') openCallback(draft, 'deadline')
  climb(draft, clock, rung)
  draft.record({ what: 'rung', code: `${clock.kind}:${clock.stint}:${key}`, visibility: 'internal' })
}

function countOverdue(draft: Draft, clock: Clock) {
  if (clock.kind === 'callback') countCallback(draft, 'open')
  else countClock(draft, clock)
}

function climb(draft: Draft, clock: Clock, rung: Rung) {
  const last = rung.id === 'supervise' && isLastDaily(draft, clock, rung)
  if (last)
    addSupervision(draft, { level: 'supervise', cause: 'overdue', text: '连续督办后仍未办结', by: 'ladder' })
  if (rung.id === 'raise')
    addSupervision(draft, { level: 'raise', cause: 'overdue', text: '超期提级', by: 'ladder' })
  if (rung.id === 'interview')
    addSupervision(draft, { level: 'interview', cause: 'overdue', text: '超期约谈', by: 'ladder' })
  const template = (
    {
      yellow: clock.kind === 'acknowledge' ? 'notAcknowledged' : 'dueSoon',
      remind: 'remind',
      red: 'overdue',
      supervise: 'superviseDaily',
      raise: 'raised',
      interview: 'interview',
    } as const
  )[rung.id]
  const params = {
    clock: clockName[clock.kind],
    dueAt: peopleTime(clock.dueAt),
    department: draft.departmentName(clock.chargedTo),
  }
  for (const who of rung.tell)
    if (who === 'lead') draft.tell({ to: 'department', departmentId: clock.chargedTo }, template, params)
    else draft.tell({ to: 'role', role: who === 'centre' ? 'dispatcher' : who }, template, params)
}

/** Daily 督办 is repeated as often as the rung says, then becomes one open item. */
function isLastDaily(draft: Draft, clock: Clock, { when }: Rung): boolean {
  const fired = draft.ticket.clocks.find(({ id }) => id === clock.id)?.fired ?? []
  const daily = fired.filter((key) => key.startsWith('supervise:')).length
  return 'dailyAfterDue' in when && daily >= when.dailyAfterDue
}

/** 挂账: on its review date the centre looks again; the clock for that is the centre's. */
function reviewBlocks(draft: Draft) {
  const { block } = draft.ticket
  if (!block || !isBlocked(draft) || draft.at < block.reviewAt || isUnderReview(draft)) return
  const chargedTo = draft.moment.rules.directory.settings.centreDepartmentId
  start(draft, { kind: 'ruleBlock', chargedTo })
  const department = draft.departmentName(chargedTo)
  draft.tellCentre('applicationOpened', { department, what: '挂账复核', reason: block.reason })
  draft.tellLead('applicationOpened', { department, what: '挂账复核', reason: block.reason })
  draft.record({ what: 'blockReviewDue', visibility: 'internal' })
}

function breakCommitments(draft: Draft) {
  for (const promised of draft.ticket.commitments) {
    if (promised.state !== 'open' || draft.at <= promised.promisedAt) continue
    draft.ticket.commitments = draft.ticket.commitments.map((one) =>
      one.id === promised.id ? { ...one, state: 'broken' as const } : one,
    )
    const { departmentId, measure } = promised
    draft.tell({ to: 'department', departmentId }, 'commitmentBroken', { measure })
    draft.tell({ to: 'role', role: 'supervisor' }, 'commitmentBroken', { measure })
    draft.record({ what: 'commitmentBroken', text: measure })
  }
}

/** A phone task for the centre, told once a try. */
function askForCalls(draft: Draft) {
  const { callback, status } = draft.ticket
  if (!isOpen(status) || !callback || callback.outcome !== undefined || draft.at < callback.callAt) return
  const attempt = callback.tries.length + 1
  const key = `call:${callback.round}:${attempt}`
  if (draft.ticket.history.some(({ code }) => code === key)) return
  draft.tellCentre('callByPhone', { attempt })
  draft.record({ what: 'callDue', code: key, visibility: 'internal' })
}
