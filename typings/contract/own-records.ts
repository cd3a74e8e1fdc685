import type { Evaluation } from './ticket'
import type { Timestamp } from './time'
import type { OwnCard, TicketView } from './views'

/** A matter that the reader co-signed: how it goes, and nothing of who called first or in which words. */
export type SharedMatter = Pick<
  OwnCard,
  '_id' | 'version' | 'status' | 'serviceCode' | 'submittedAt' | 'coSignerCount' | 'promise' | 'reviewAt'
> & {
  /** Street and community; no finer. */
  areaIds: readonly string[]
  lead?: { departmentId: string }
  /** Approved ones whose publication the unit wished. */
  replies: readonly { at: Timestamp; text: string }[]
  signedAt: Timestamp
  /** It is answered, and they have not said yet how it is. */
  asksEvaluation: boolean
  evaluated: boolean
}

export interface SharedMatters {
  matters: readonly SharedMatter[]
  names: Readonly<Record<string, string>>
  cursor?: string
  now: Timestamp
}

/** `tickets.myRecords`: all that is kept of a person's named calls, a page at a time. */
export interface OwnRecords {
  tickets: readonly TicketView[]
  /** Their own answers, by ticket. */
  evaluations: readonly Omit<Evaluation, '_id'>[]
  /** Whole texts, by ticket, where a ticket keeps the beginning. */
  descriptions: Readonly<Record<string, string>>
  names: Readonly<Record<string, string>>
  cursor?: string
  now: Timestamp
}
