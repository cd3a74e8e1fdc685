import type { Directory } from '../../typings/contract/directory'
import type { Timestamp } from '../../typings/contract/time'
import { decide } from '../domain/ticket/decide'
import { Draft } from '../domain/ticket/draft'
import { rulesOf } from '../domain/ticket/rules'
import { settle } from '../domain/ticket/settle'
import type { Ticket } from '../domain/ticket/ticket'
import { loadDirectory } from '../platform/stores/directory-store'
import { findDue, findTicket, saveTicket } from '../platform/stores/ticket-store'
import { deliver } from './deliver'
import { recalculate } from './recalculate'

/** Tickets read at once; under the platform's cap, and small enough that a run stays within its minute. */
const batch = 100

/** A run stops here and leaves the rest to the next minute, ms of real time. */
const runMost = 45_000

/** How often a ticket that somebody else was changing is read again within a run (decisions.md). */
const triesMost = 3

export interface Swept {
  woken: number
  messages: number
  facts: number
  /** Changed by a person at the same moment; the next run finds them again. */
  busy: number
  /** Counted anew after a calendar was revised. */
  recounted: number
}

/** Everything that is due now: reads by nextWakeAt alone, acts, and stops when nothing is left. */
export async function sweep(at: Timestamp): Promise<Swept> {
  const directory = await loadDirectory()
  const swept: Swept = { woken: 0, messages: 0, facts: 0, busy: 0, recounted: 0 }
  const startedAt = performance.now()
  const left = new Set<string>()
  swept.recounted = await recalculate(directory, at)
  while (performance.now() - startedAt < runMost) {
    const found = await findDue(at, batch)
    const due = found.filter(({ _id }) => !left.has(_id))
    if (due.length === 0) break
    for (const ticket of due)
      if (!(await wake(ticket, directory, at, swept))) {
        left.add(ticket._id)
        swept.busy += 1
      }
    if (found.length < batch) break
  }
  return swept
}

/** One ticket: what is due on it happens, then its outbox is delivered and emptied in the same conditional write. */
async function wake(first: Ticket, directory: Directory, at: Timestamp, swept: Swept): Promise<boolean> {
  let ticket: Ticket | undefined = first
  for (let attempt = 1; ticket && attempt <= triesMost; attempt++) {
    const moment = { at, by: { role: 'system' as const }, rules: rulesOf(directory) }
    const woken = decide(ticket, 'wake', {}, moment)
    const delivered = await deliver(woken, directory, at)
    if (await saveTicket(ticket, emptied(woken, moment))) {
      swept.woken += 1
      swept.messages += delivered.messages
      swept.facts += delivered.facts
      return true
    }
    ticket = await findTicket(ticket._id)
  }
  return ticket === undefined
}

function emptied(woken: Ticket, moment: ConstructorParameters<typeof Draft>[1]): Ticket {
  const draft = new Draft(woken, moment, 'wake')
  draft.ticket.outbox = []
  const merge = draft.ticket.merge
  if (merge) draft.ticket.merge = { ...merge, done: true }
  return { ...settle(draft), version: woken.version }
}
