import type { TicketView } from '../../typings/contract/views'
import type { Timestamp } from '../../typings/contract/time'
import { momentWords } from '../services/people-time'

type Names = Readonly<Record<string, string>>

/** 交接说明, pinned above the ticket for whoever holds it now, until they say that they have read it. */
export interface HandoverWords {
  who: string
  when: string
  done: string
  promised: string
  next: string
}

export function handoverWords(
  { handover, relations }: TicketView,
  names: Names,
  now: Timestamp,
): HandoverWords | null {
  if (!handover || handover.own || handover.readAt !== undefined || !relations.includes('lead')) return null
  const { at, departmentId, postId, done, promised = '', next } = handover
  return {
    who: `${names[departmentId] ?? ''} ${names[postId] ?? ''}`.trim(),
    when: momentWords(at, now),
    done,
    promised,
    next,
  }
}
