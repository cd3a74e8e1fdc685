import type { LocalDate, Timestamp } from './time'

/** Calls about one thing at one place. */
export interface TopicCard {
  /** Within its day. */
  key: string
  /** The subject of the call nearest to all others. */
  title: string
  /** A name that most of them give, or the community or street that most of them lie in. */
  place: string
  from: Timestamp
  to: Timestamp
  /** A figure to rank by, without a unit. */
  heat: number
  /** Above 1 it grows. */
  growth: number
  calls: number
  /** The service of most of them; absent where no one has most. */
  serviceCode?: string
  coSigners: number
}

export interface TopicsOutput {
  /** The night they were found in; absent before the first. */
  day?: LocalDate
  /** Days looked back, and calls read. */
  span: number
  read: number
  /** Hottest first. */
  topics: readonly TopicCard[]
  now: Timestamp
}
