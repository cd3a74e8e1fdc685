import type { Directory } from '../../typings/contract/directory'
import type { Timestamp } from '../../typings/contract/time'
import { isTouched } from '../domain/ticket/commands/recalculating'
import { decide } from '../domain/ticket/decide'
import { rulesOf } from '../domain/ticket/rules'
import { type Looked, lookedAt, setLookedAt } from '../platform/stores/cursor-store'
import { openTicketsAfter, saveTicket } from '../platform/stores/ticket-store'

const batch = 100

/** A run looks no longer than this and leaves the rest to the next minute, ms of real time: wakes have to be served too. */
const lookMost = 15_000

/**
 * Instances that don't know of the change yet go on deciding by the old directory for a minute (decisions.md): only a pass
 * that begins later than that, and finds nothing, is the last. ms.
 */
const lag = 2 * 60_000

/** The directory version that this warm instance knows to have been looked at whole. */
let known: number | undefined

/**
 * After the directory changed: every open ticket that it means something to is counted anew. Where a run leaves off is
 * kept, so that the next goes on there; a pass that had to change any is followed by another, as tickets move in the order
 * while they are looked at and somebody may have been changing one.
 *
 * @returns how many tickets had to be counted anew.
 */
export async function recalculate(directory: Directory, at: Timestamp): Promise<number> {
  const { version } = directory
  if (known === version) return 0
  const kept = await lookedAt()
  let looked: Looked = kept?.version === version ? kept : { version, since: at, found: 0, done: false }
  if (looked.done) known = version
  let counted = 0
  const startedAt = performance.now()
  for (let clean = looked.done; !clean && performance.now() - startedAt < lookMost;) {
    const page = await lookOn(looked, directory, at)
    looked = page.looked
    clean = page.clean
    counted += page.found
    await setLookedAt(looked)
  }
  return counted
}

/** One page further. @returns also how many of it had to be counted anew, and whether a pass has ended that found none. */
async function lookOn({ version, since, after, found: before }: Looked, directory: Directory, at: Timestamp) {
  const page = await openTicketsAfter(after, batch)
  const moment = { at, by: { role: 'system' as const }, rules: rulesOf(directory) }
  const touched = page.filter((ticket) => isTouched(ticket, directory, at))
  for (const ticket of touched) await saveTicket(ticket, decide(ticket, 'recalculate', {}, moment), 'system')
  const found = before + touched.length
  const last = page.length === batch ? page.at(-1) : undefined
  const clean = last === undefined && found === 0
  const looked: Looked = last
    ? { version, since, found, done: false, after: { deadlineAt: last.nextDeadlineAt ?? 0, id: last._id } }
    : { version, since, found: 0, done: clean && at >= since + lag }
  return { looked, found: touched.length, clean }
}
