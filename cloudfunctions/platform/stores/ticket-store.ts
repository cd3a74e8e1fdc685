import { sealed } from '../../domain/audit/seal'
import { guardSize, type Writes } from '../../domain/ticket/size'
import type { Ticket } from '../../domain/ticket/ticket'
import { _, db, insertOnce } from '../cloud'
import { sealing } from '../sealing'
import { beyond, cursorAfter } from './key-page'

const tickets = () => db.collection('tickets')

/** @returns false where the id is taken: the same command came before. */
export async function insertTicket(ticket: Ticket): Promise<boolean> {
  const next = sealed(undefined, plain(ticket), sealing)
  guardSize(next, 'addition')
  return insertOnce('tickets', next)
}

export async function findTicket(ticketId: string): Promise<Ticket | undefined> {
  const { data } = await tickets().doc(ticketId).get()
  return (data as Ticket[])[0]
}

export async function findTickets(ids: readonly string[]): Promise<Ticket[]> {
  if (ids.length === 0) return []
  const { data } = await tickets()
    .where({ _id: _.in([...ids]) })
    .limit(ids.length)
    .get()
  return data as Ticket[]
}

/** Whole, newest first: for the person whose they are. */
export async function ownTickets(
  aliases: readonly string[],
  limit: number,
  cursor?: string,
): Promise<{ tickets: Ticket[]; cursor?: string }> {
  const query = { 'caller.alias': _.in([...aliases]) }
  const { data } = await tickets()
    .where(beyond(query, { by: 'submittedAt', direction: 'desc' }, cursor))
    .orderBy('submittedAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  const found = data as Ticket[]
  return { tickets: found, ...cursorAfter(found, limit, ({ submittedAt }) => submittedAt) }
}

/**
 * The one place that writes a ticket, and so the one that seals its history. Whole top-level fields by `_.set()`, appended
 * history by `_.push()`, vanished fields by `_.remove()`: the database's own merge would mix old and new. Conditional on the
 * version read.
 *
 * @returns the ticket as it stands then; undefined where somebody else won. @throws DomainError TICKET_FULL.
 */
export async function saveTicket(before: Ticket, after: Ticket, writes: Writes): Promise<Ticket | undefined> {
  const next = sealed(before, plain(after), sealing)
  guardSize(next, writes)
  const { updated } = await tickets()
    .where({ _id: before._id, version: before.version })
    .update(changes(before, next))
  return updated === 1 ? next : undefined
}

function changes(before: Ticket, after: Ticket): Record<string, unknown> {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Ticket>
  fields.delete('_id')
  const update: Record<string, unknown> = {}
  for (const field of fields) {
    const value = after[field]
    if (value === undefined) update[field] = _.remove()
    else if (field === 'history' || field === 'seals') append(update, field, before[field], after[field])
    else if (JSON.stringify(before[field]) !== JSON.stringify(value)) update[field] = _.set(value)
  }
  return update
}

function append(
  update: Record<string, unknown>,
  field: 'history' | 'seals',
  before: readonly unknown[] = [],
  after: readonly unknown[] = [],
) {
  const { length } = before
  // Lines and seals stay as they were written, but for words that their speaker had taken out.
  if (length === 0 || JSON.stringify(after.slice(0, length)) !== JSON.stringify(before))
    update[field] = _.set(after)
  else if (after.length > length) update[field] = _.push(after.slice(length))
}

/** The wire has no undefined. */
const plain = (ticket: Ticket): Ticket => JSON.parse(JSON.stringify(ticket)) as Ticket

export async function findByReceipt(hashes: readonly string[]): Promise<Ticket | undefined> {
  const { data } = await tickets()
    .where({ receiptHash: _.in([...hashes]) })
    .limit(1)
    .get()
  return (data as Ticket[])[0]
}

/** Tickets that have something due, the longest waiting first. */
export async function findDue(at: number, limit: number): Promise<Ticket[]> {
  const { data } = await tickets()
    .where({ nextWakeAt: _.lte(at) })
    .orderBy('nextWakeAt', 'asc')
    .limit(limit)
    .get()
  return data as Ticket[]
}

/** Where an open ticket stands among all. */
export interface OpenKey {
  deadlineAt: number
  id: string
}

/** Open tickets in the order of their next deadline, a page at a time by key. */
export async function openTicketsAfter(last: OpenKey | undefined, limit: number): Promise<Ticket[]> {
  const query = last
    ? _.or([
        { nextDeadlineAt: _.gt(last.deadlineAt) },
        { nextDeadlineAt: last.deadlineAt, _id: _.gt(last.id) },
      ])
    : { nextDeadlineAt: _.gte(0) }
  const { data } = await tickets()
    .where(query)
    .orderBy('nextDeadlineAt', 'asc')
    .orderBy('_id', 'asc')
    .limit(limit)
    .get()
  return data as Ticket[]
}
