import type { Directory } from '../../typings/contract/directory'
import type { Timestamp } from '../../typings/contract/time'
import { decide } from '../domain/ticket/decide'
import { emptied } from '../domain/ticket/outbox'
import { type Moment, rulesOf } from '../domain/ticket/rules'
import type { Ticket } from '../domain/ticket/ticket'
import { loadDirectory } from '../platform/stores/directory-store'
import { findDue, findTicket, saveTicket } from '../platform/stores/ticket-store'
import { type Delivered, deliver } from './deliver'
import { raiseReachAlarms } from './reach-alarm'
import { recalculate } from './recalculate'
import { refreshFigures } from './refresh-figures'
import { sendDue } from './send'

/** Tickets read at once; under the platform's cap, and small enough that a run stays within its minute. */
const batch = 100

/** A run stops here and leaves the rest to the next minute, ms of real time. */
const runMost = 45_000

/** Figures are left to the next minute where deadlines took longer than this, ms of real time. */
const refreshWithin = 20_000

/** How often a ticket that somebody else was changing is read again within a run (decisions.md). */
const triesMost = 3

export interface Swept extends Delivered {
  woken: number
  /** Changed by a person at the same moment; the next run finds them again. */
  busy: number
  /** Counted anew after a calendar was revised. */
  recounted: number
  /** Notices moved on: sent, failed, put off, asked after. */
  sent: number
  /** Met a bug, which is logged; the others were served all the same, and the next run tries again. */
  failed: number
}

/** Everything that is due now: reads by nextWakeAt alone, acts, and stops when nothing is left. */
export async function sweep(at: Timestamp): Promise<Swept> {
  // A run a minute can afford to ask for the version: nobody who left their post a moment ago is told anything.
  const directory = await loadDirectory(Infinity)
  const swept: Swept = { woken: 0, messages: 0, facts: 0, busy: 0, recounted: 0, sent: 0, failed: 0 }
  const startedAt = performance.now()
  const left = new Set<string>()
  swept.recounted = await recalculate(directory, at)
  while (performance.now() - startedAt < runMost) {
    const most = batch + left.size
    const due = await findDue(at, most)
    for (const ticket of due)
      if (!left.has(ticket._id) && !(await serve(ticket, directory, at, swept))) left.add(ticket._id)
    if (due.length < most) break
  }
  swept.messages += await raiseReachAlarms(directory, at)
  swept.sent = await sendDue(directory, at, startedAt + runMost)
  if (performance.now() - startedAt < refreshWithin) await refreshFigures(at, directory)
  return swept
}

/** One ticket's bug must not keep every other ticket of the district from its deadline. @returns whether it is done. */
async function serve(ticket: Ticket, directory: Directory, at: Timestamp, swept: Swept): Promise<boolean> {
  try {
    const delivered = await wake(ticket, { at, by: { role: 'system' }, rules: rulesOf(directory) })
    swept[delivered ? 'woken' : 'busy'] += 1
    swept.messages += delivered?.messages ?? 0
    swept.facts += delivered?.facts ?? 0
    return delivered !== undefined
  } catch (error) {
    console.error(`sweep: ticket ${ticket._id} failed`, error)
    swept.failed += 1
    return false
  }
}

/**
 * What is due on the ticket happens and is written; only what stands in the store is delivered, and then leaves the
 * outbox. A run that dies in between delivers again, under the same ids. @returns undefined where others kept changing it.
 */
async function wake(first: Ticket, moment: Moment): Promise<Delivered | undefined> {
  let ticket: Ticket | undefined = first
  for (let attempt = 1; ticket && attempt <= triesMost; attempt++) {
    const woken = decide(ticket, 'wake', {}, moment)
    const something = woken.history.length > ticket.history.length
    const standing = something ? await saveTicket(ticket, woken, 'system') : ticket
    if (standing) {
      const delivered = await deliver(standing, moment)
      if (await saveTicket(standing, emptied(standing, moment), 'system')) return delivered
    }
    ticket = await findTicket(first._id)
  }
  return ticket ? undefined : { messages: 0, facts: 0 }
}
