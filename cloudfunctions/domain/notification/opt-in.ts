import type { Ticket } from '../ticket/ticket'

/**
 * The ticket once its anonymous caller wants to hear; undefined where they already do. Nothing that anybody sees changes,
 * so the version stays and nobody who is about to act is told to look again.
 */
export const wantsToHear = (ticket: Ticket): Ticket | undefined =>
  ticket.caller.notify ? undefined : { ...ticket, caller: { ...ticket.caller, notify: true } }
