import type { Timestamp } from './time'

/** `messages`: the message centre, which is the truth; other channels only point at it. */
export interface Message {
  _id: string
  /** A resident's alias or a staff member's `people` id. */
  recipientId: string
  postId?: string
  ticketId: string
  number: string
  template: string
  title: string
  text: string
  urgent: boolean
  at: Timestamp
  readAt?: Timestamp
}

export interface MessageList {
  messages: readonly Omit<Message, 'recipientId'>[]
  unread: number
  cursor?: string
}
