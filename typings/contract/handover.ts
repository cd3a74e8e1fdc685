import type { Timestamp } from './time'

/** 交接说明: from whoever holds the ticket to whoever holds it next. Never the caller's to read. */
export interface Handover {
  at: Timestamp
  postId: string
  departmentId: string
  /** Who wrote it, as messages name people: posts change hands. Stays on the server. */
  personId?: string
  done: string
  /** What the caller was promised. */
  promised?: string
  next: string
  readAt?: Timestamp
  readByPostId?: string
}
