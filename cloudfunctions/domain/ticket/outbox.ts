import { Draft } from './draft'
import type { Moment } from './rules'
import { settle } from './settle'
import type { Ticket } from './ticket'

/**
 * The ticket once everything in its outbox has been delivered, or once a wake found nothing to do. Not a step: nothing
 * that people see changes, so the version stays and nobody who is about to act is told to look again.
 */
export function emptied(ticket: Ticket, moment: Moment): Ticket {
  const draft = new Draft(ticket, moment, 'wake')
  const { merge, outbox } = draft.ticket
  draft.ticket.outbox = []
  if (merge && outbox.some(({ kind }) => kind === 'absorb')) draft.ticket.merge = { ...merge, done: true }
  return { ...settle(draft), version: ticket.version, updatedAt: ticket.updatedAt }
}
