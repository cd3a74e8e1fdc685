import type { TicketCard } from '../../typings/contract/views'
import { ask } from './cloud'

interface Look {
  ticketId: string
  version: number
}

/** Of this launch: a list may be read before the cloud has heard of a look. */
const looks = new Map<string, number>()

/** Follows the person from phone to phone. Where there is no network the mark comes back with the next launch, no more. */
export function keepSeen(seen: Look[]): void {
  if (seen.length === 0) return
  for (const { ticketId, version } of seen) looks.set(ticketId, version)
  void ask('tickets.look', { seen }).catch(() => undefined)
}

export const isUnread = ({ _id, version, unread }: Pick<TicketCard, '_id' | 'version' | 'unread'>): boolean =>
  unread === true && looks.get(_id) !== version
