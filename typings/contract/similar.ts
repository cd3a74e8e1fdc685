import type { TicketStatus } from './ticket'
import type { Timestamp } from './time'

/** A call not yet sent, or one that stands: whose words and place are taken from the ticket. */
export interface SimilarInput {
  /** The centre only: instead of the words. */
  ticketId?: string
  text?: string
  subject?: string
  place?: { areaId: string; address?: string }
  serviceCode?: string
}

/** A call that may be about the same trouble. */
export interface SimilarItem {
  ticketId: string
  /** The centre, and the caller's own. */
  number?: string
  /** The service's name; for the centre, and on the caller's own, the ticket's subject. */
  title: string
  /** Street and community; never an address. */
  place: string
  status: TicketStatus
  /** 我也遇到, besides the caller. */
  coSigners: number
  since: Timestamp
  /** In Chinese: what makes it alike. */
  why: readonly string[]
  /** The reader's own: they have called already. */
  own: boolean
  /** Nearly the same text; otherwise perhaps the same trouble in other words. */
  repeat: boolean
}

export interface SimilarOutput {
  /** Likest first, at most five. */
  items: readonly SimilarItem[]
  /** Alike as well, but their callers don't want them shown: a number and nothing else. */
  hidden: number
  now: Timestamp
}
