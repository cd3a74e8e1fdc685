import type { Fate } from './notification'
import type { Timestamp } from './time'

/** `messages`: the message centre, which is the truth; other channels only point at it. */
export interface Message {
  _id: string
  /** A resident's alias or a staff member's `people` id. */
  recipientId: string
  postId?: string
  /** Absent where it is about no ticket: leave, a unit that nobody can be reached at. */
  ticketId?: string
  number?: string
  /** What the ticket is about, in its caller's words, where others may read it over a shoulder. */
  subject?: string
  /** Where a tap leads when it is not to the ticket. */
  page?: string
  template: string
  title: string
  text: string
  urgent: boolean
  at: Timestamp
  /** Goes away when it is read: what the index counts by. */
  unread?: true
  readAt?: Timestamp
}

export interface MessageList {
  messages: readonly (Omit<Message, 'recipientId' | 'subject' | 'unread'> & { fates: readonly Fate[] })[]
  /** In all boxes of the reader, not only on this page; counted up to 99. */
  unread: number
  cursor?: string
}
