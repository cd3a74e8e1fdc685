import type { Directory } from '../../typings/contract/directory'
import type { Timestamp } from '../../typings/contract/time'
import { isOutdated } from '../domain/ticket/commands/recalculating'
import { decide } from '../domain/ticket/decide'
import { rulesOf } from '../domain/ticket/rules'
import type { Ticket } from '../domain/ticket/ticket'
import { countedVersion, setCountedVersion } from '../platform/stores/cursor-store'
import { openTicketsAfter, saveTicket } from '../platform/stores/ticket-store'

const batch = 100

/** The directory version that this warm instance knows to have been counted with. */
let known: number | undefined

/**
 * After the directory changed: every open ticket whose clocks stand on an older calendar is counted anew, once. A run that
 * dies half-way begins again, and finds what it had done done.
 *
 * @returns how many tickets were counted anew.
 */
export async function recalculate(directory: Directory, at: Timestamp): Promise<number> {
  if (known === directory.version) return 0
  let counted = 0
  if ((await countedVersion()) !== directory.version) {
    for (let last: Ticket | undefined; ;) {
      const page = await openTicketsAfter(last, batch)
      for (const ticket of page) if (await countAnew(ticket, directory, at)) counted += 1
      last = page.at(-1)
      if (page.length < batch) break
    }
    await setCountedVersion(directory.version)
  }
  known = directory.version
  return counted
}

/** @returns false where nothing had to be, or somebody changed the ticket at that moment: their command counts by the new calendar too. */
async function countAnew(ticket: Ticket, directory: Directory, at: Timestamp): Promise<boolean> {
  const versions = new Map(directory.calendars.map(({ _id, version }) => [_id, version]))
  if (
    !ticket.clocks.some((clock) => isOutdated(clock, versions.get(clock.calendarId) ?? clock.calendarVersion))
  )
    return false
  const moment = { at, by: { role: 'system' as const }, rules: rulesOf(directory) }
  return saveTicket(ticket, decide(ticket, 'recalculate', {}, moment), 'system')
}
