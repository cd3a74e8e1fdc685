import type { Session } from './session'
import type { LocalDate, Timestamp } from './time'
import type { OwnCard } from './views'

/** Everybody's first page in one call. */
export interface HomePage {
  tenantName: string
  /** Where who works for the district goes from here; none for most people. */
  posts: Session['posts']
  /** Own calls that still wait for something, newest first, at most three. */
  open: readonly OwnCard[]
  /** More open ones among the newest twenty. */
  moreOpen: number
  names: Readonly<Record<string, string>>
  /** Replies in time over replies due, of the district in this assessment period up to yesterday. */
  answered: { from: LocalDate; to: LocalDate; numerator: number; denominator: number }
  /** Messages not read, up to 99. */
  unread: number
  now: Timestamp
}
