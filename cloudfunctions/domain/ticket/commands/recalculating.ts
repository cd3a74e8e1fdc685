import type { Clock } from '../../../../typings/contract/clock'
import type { Directory } from '../../../../typings/contract/directory'
import type { Timestamp } from '../../../../typings/contract/time'
import { peopleTime } from '../../notification/people-time'
import { isRunning, recomputeClock } from '../../sla/clock'
import { replaceClock, rulesFor } from '../draft-clocks'
import type { Draft } from '../draft'
import { heirOf, isOrphan, passOn } from '../orphan'
import type { Steps } from '../step'
import type { Ticket } from '../ticket'

/**
 * The directory changed. A calendar was revised: open deadlines move and the resident is told; met, breached and closed ones
 * never (decisions.md). A post was revoked: its work goes to the post that came in its place, or, where nobody is left, to
 * the centre's desk.
 */
export const recalculating: Steps<'recalculate'> = {
  recalculate(draft) {
    const moved = draft.ticket.clocks.filter((clock) => recount(draft, clock))
    const promise = draft.ticket.clocks.find(({ kind }) => kind === 'promise')
    if (promise && moved.some(({ kind }) => kind === 'promise')) {
      draft.tell({ to: 'caller' }, 'recalculated', { dueAt: peopleTime(promise.dueAt) })
      draft.tellLead('recalculated', { dueAt: peopleTime(promise.dueAt) })
    }
    if (moved.length > 0) draft.record({ text: moved.map(({ id }) => id).join(' ') })
    if (passOn(draft)) draft.record({ what: 'passedOn', visibility: 'internal' })
    if (newlyOrphaned(draft)) draft.record({ what: 'unitGone', visibility: 'internal' })
  },
}

/** Whether a change of the directory means anything to this ticket. */
export function isTouched(ticket: Ticket, directory: Directory, at: Timestamp): boolean {
  const versions = new Map(directory.calendars.map(({ _id, version }) => [_id, version]))
  return (
    ticket.clocks.some((clock) =>
      isOutdated(clock, versions.get(clock.calendarId) ?? clock.calendarVersion, at),
    ) ||
    isOrphan(ticket, directory, at) !== ticket.centreTasks.includes('takeBack') ||
    [ticket.lead, ...ticket.coTasks.filter(({ state }) => state === 'open')].some(
      (work) => work && heirOf(work, directory, at) !== undefined,
    )
  )
}

/** A revised calendar stands behind an unfinished clock. One that has run out says what happened, and stays. */
function isOutdated(clock: Clock, calendarVersion: number, at: Timestamp): boolean {
  if (isRunning(clock) && at > clock.dueAt) return false
  return !clock.outcome && clock.calendarVersion !== calendarVersion
}

/** @returns whether the deadline moved. */
function recount(draft: Draft, clock: Clock): boolean {
  const rules = rulesFor(draft, clock)
  if (!isOutdated(clock, rules.calendar.version, draft.at)) return false
  const next = recomputeClock(clock, rules)
  replaceClock(draft, next)
  return next.dueAt !== clock.dueAt
}

const newlyOrphaned = ({ before, ticket, moment, at }: Draft): boolean =>
  isOrphan(ticket, moment.rules.directory, at) && !before.centreTasks.includes('takeBack')
