import type { LocalDate, Timestamp } from '../../typings/contract/time'
import { digestOf, type Growth, growthOf } from '../domain/audit/day-digest'
import { addDays, localDate, startOfDay } from '../domain/calendar/local-time'
import { hash } from '../platform/sealing'
import { type Digested, digested, setDigested } from '../platform/stores/cursor-store'
import {
  digestOfDay,
  dropGrowths,
  firstDayKept,
  type GrownTicket,
  growthsOf,
  keepGrowths,
  publishDigest,
  ticketsGrown,
} from '../platform/stores/digest-store'

/** Under the platform's cap of 1,000; instants and links only, 1 to 2 KB a ticket. */
const page = 900

/** A run stops here and leaves the rest to the next, ms of real time; the function has 60 s. */
const runMost = 40_000

export interface PublishedDigests {
  /** Tickets looked at, and days published, by this run. */
  read: number
  days: LocalDate[]
}

/**
 * Publishes every day that has ended and is not published: what grew is read once, by when it last grew, and kept by day;
 * then each day follows the one before. A run that is cut short is gone on with, a missed night is caught up, a doubled
 * run changes nothing.
 */
export async function publishDigests(at: Timestamp): Promise<PublishedDigests> {
  const until = performance.now() + runMost
  const hurried = () => performance.now() > until
  const yesterday = addDays(localDate(at), -1)
  const published: PublishedDigests = { read: 0, days: [] }
  let state = await digested()
  if (state.through !== undefined && state.through >= yesterday) return published
  if (!state.reading) {
    if (state.through !== undefined) await dropGrowths(state.through)
    state = { ...state, reading: { to: yesterday } }
  }
  while (!state.reading?.done) {
    if (hurried()) return published
    const read = await readOn(state)
    state = read.state
    published.read += read.tickets
    await setDigested(state)
  }
  const { to } = state.reading
  let day = state.through === undefined ? await firstDayKept() : addDays(state.through, 1)
  for (; day !== undefined && day <= to; day = addDays(day, 1)) {
    if (hurried()) return published
    await publishDay(day, at)
    published.days.push(day)
    state = { ...state, through: day }
    await setDigested(state)
  }
  await setDigested(state.through === undefined ? {} : { through: state.through })
  return published
}

/** One page further. */
async function readOn(state: Digested): Promise<{ state: Digested; tickets: number }> {
  const { through, reading } = state
  if (!reading) throw new Error('digest: nothing is being read')
  const since = through === undefined ? 0 : startOfDay(addDays(through, 1))
  const tickets = await ticketsGrown(since, reading.after, page)
  const name = reading.after ? `${reading.after.at}:${reading.after.id}` : 'first'
  for (const [day, growths] of byDay(tickets, through ?? '', reading.to))
    await keepGrowths(day, name, growths)
  const last = tickets.at(-1)
  const next =
    last?.chain && tickets.length === page
      ? { to: reading.to, after: { at: last.chain.at, id: last._id } }
      : { ...reading, done: true as const }
  return { state: { ...state, reading: next }, tickets: tickets.length }
}

function byDay(tickets: readonly GrownTicket[], through: LocalDate, to: LocalDate): Map<LocalDate, Growth[]> {
  const days = new Map<LocalDate, Growth[]>()
  for (const ticket of tickets)
    for (const { day, growth } of growthOf(ticket, hash))
      if (day > through && day <= to) {
        const growths = days.get(day) ?? []
        growths.push(growth)
        days.set(day, growths)
      }
  return days
}

/** Once: what stands published is never written over. */
async function publishDay(day: LocalDate, at: Timestamp): Promise<void> {
  if (await digestOfDay(day)) return
  const [growths, before] = await Promise.all([growthsOf(day), digestOfDay(addDays(day, -1))])
  await publishDigest(digestOf(day, growths, before, hash), growths, at)
}
