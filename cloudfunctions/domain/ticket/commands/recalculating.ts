import type { Clock } from '../../../../typings/contract/clock'
import { peopleTime } from '../../notification/people-time'
import { recomputeClock } from '../../sla/clock'
import { replaceClock, rulesFor } from '../draft-clocks'
import type { Draft } from '../draft'
import type { Steps } from '../step'

/** A calendar was revised: open deadlines move and the resident is told; met, breached and closed ones never (decisions.md). */
export const recalculating: Steps<'recalculate'> = {
  recalculate(draft) {
    const moved = draft.ticket.clocks.filter((clock) => recount(draft, clock))
    if (moved.length === 0) return
    const promise = draft.ticket.clocks.find(({ kind }) => kind === 'promise')
    if (promise && moved.some(({ kind }) => kind === 'promise')) {
      draft.tell({ to: 'caller' }, 'recalculated', { dueAt: peopleTime(promise.dueAt) })
      draft.tellLead('recalculated', { dueAt: peopleTime(promise.dueAt) })
    }
    draft.record({ text: moved.map(({ id }) => id).join(' ') })
  },
}

/** Whether a revised calendar stands behind an unfinished clock. */
export function isOutdated(clock: Clock, calendarVersion: number): boolean {
  return !clock.outcome && clock.calendarVersion !== calendarVersion
}

/** @returns whether the deadline moved. */
function recount(draft: Draft, clock: Clock): boolean {
  const rules = rulesFor(draft, clock)
  if (!isOutdated(clock, rules.calendar.version)) return false
  const next = recomputeClock(clock, rules)
  replaceClock(draft, next)
  return next.dueAt !== clock.dueAt
}
