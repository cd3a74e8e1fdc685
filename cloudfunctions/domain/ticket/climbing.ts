import type { Climb, ClimbingTicket, Unanswered } from '../../../typings/contract/climbing'
import type { RungAction } from '../../../typings/contract/directory'
import type { TicketCard } from '../../../typings/contract/views'
import type { Timestamp } from '../../../typings/contract/time'
import { rungsBetween } from '../sla/ladder'
import { ladderOf } from './clock-kinds'
import { calendarNamed, type Rules } from './rules'
import type { Ticket } from './ticket'

/** What is read of a ticket to say how it climbs. */
export type Climber = TicketCard & Pick<Ticket, 'clocks' | 'supervisions'>

const height: Record<RungAction, number> = {
  interview: 6,
  raise: 5,
  supervise: 4,
  red: 3,
  remind: 2,
  yellow: 1,
}

/** How a ticket climbs within a day, fired and to come; undefined where it doesn't and nothing waits for an answer. */
export function climbingOf(
  { clocks, supervisions, ...card }: Climber,
  day: { from: Timestamp; to: Timestamp },
  { directory, profile }: Rules,
): ClimbingTicket | undefined {
  const climbs = clocks
    .flatMap((clock) =>
      rungsBetween(
        clock,
        ladderOf(clock.kind, profile),
        calendarNamed(clock.calendarId, directory),
        day.from,
        day.to,
      ).map(({ rung, at, fired }): Climb => {
        const { kind, chargedTo, dueAt } = clock
        return { action: rung.id, at, fired, clock: kind, chargedTo, dueAt }
      }),
    )
    .sort((one, other) => height[other.action] - height[one.action] || one.at - other.at)
  const unanswered = supervisions
    .filter(({ state }) => state === 'open')
    .map(({ id, level, cause, text, at, by }): Unanswered => {
      const clock = clocks.find((one) => one.id === `supervision:${id}`)
      return { id, level, cause, text, at, by, ...(clock && { dueAt: clock.dueAt }) }
    })
  return climbs.length + unanswered.length > 0 ? { card, climbs, unanswered } : undefined
}

/** The highest rung of the day first, then who waits longest for an answer, then the longest overdue. */
export function byHeight(one: ClimbingTicket, other: ClimbingTicket): number {
  const top = ({ climbs }: ClimbingTicket) => (climbs[0] ? height[climbs[0].action] : 0)
  const asked = ({ unanswered }: ClimbingTicket) => unanswered[0]?.dueAt ?? Infinity
  const due = ({ card }: ClimbingTicket) => card.nextDeadlineAt ?? Infinity
  return (
    top(other) - top(one) ||
    (asked(one) === asked(other) ? 0 : asked(one) - asked(other)) ||
    due(one) - due(other)
  )
}
