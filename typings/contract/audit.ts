import type { LocalDate, Timestamp } from './time'

/**
 * What is published of a day: one line of code that stands for every line written on any ticket until its midnight, and for
 * all days before. Nothing in it tells anything of a ticket.
 */
export interface DayDigest {
  day: LocalDate
  /** How it is counted; another number where that changes. */
  method: number
  /** Tickets that had a line written on this day, and those lines. */
  tickets: number
  lines: number
  /** Ever sealed until then: so that whole tickets can't go without a trace. */
  ticketsEver: number
  linesEver: number
  /** Merkle root over what became of each of the day's tickets. */
  root: string
  /** The digest of the day before; empty on the first. */
  previous: string
  /** Of all of the above: who keeps this one has a hold on everything before. */
  digest: string
}

/** `supervision.dailyDigests`: the newest first. */
export interface DigestsOutput {
  days: readonly (DayDigest & {
    /** The published file. */
    fileId: string
    publishedAt: Timestamp
  })[]
}
