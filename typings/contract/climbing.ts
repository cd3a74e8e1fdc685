import type { ClockKind, RungAction } from './directory'
import type { Supervision } from './ticket'
import type { Timestamp } from './time'
import type { TicketCard } from './views'

/** A rung that a ticket reached today, or will. */
export interface Climb {
  action: RungAction
  at: Timestamp
  fired: boolean
  clock: ClockKind
  /** Whose clock it is. */
  chargedTo: string
  dueAt: Timestamp
}

/** 督办, 提级 or 约谈 that has not been answered, with its own limit. */
export interface Unanswered extends Pick<Supervision, 'id' | 'level' | 'cause' | 'text' | 'at' | 'by'> {
  dueAt?: Timestamp
}

export interface ClimbingTicket {
  card: TicketCard
  /** Of today, the highest rung first. */
  climbs: readonly Climb[]
  unanswered: readonly Unanswered[]
}

/** 督办台: what climbs today and why, and what waits for an answer. The highest first, then the longest overdue. */
export interface ClimbingOutput {
  asOf: Timestamp
  tickets: readonly ClimbingTicket[]
  names: Readonly<Record<string, string>>
  /** True where a district has more of one sort than one read brings: the first of each are here. */
  more: boolean
}
