import type { Actor, Ticket } from '../domain/ticket/ticket'
import type { CallContext } from './operation'
import { receiptHashes } from './secrets'

/** The caller's actors; whoever brings the receipt code of an anonymous ticket is its caller, on any phone. */
export function actorsOn(ticket: Ticket, { caller, input }: CallContext<{ receiptCode?: string }>): Actor[] {
  const hashes = input.receiptCode === undefined ? undefined : receiptHashes(input.receiptCode)
  const proven = ticket.receiptHash !== undefined && hashes?.includes(ticket.receiptHash)
  return proven ? [...caller.actors, { role: 'resident', alias: ticket.caller.alias }] : [...caller.actors]
}
