import type { Timestamp } from '../../typings/contract/time'
import { openCall, openCallFields } from '../domain/open-data/open-call'
import type { DirectoryIndex } from '../domain/routing/index-directory'
import { callsRead, setCallsRead } from '../platform/stores/cursor-store'
import { dropCalls, keepCalls } from '../platform/stores/open-call-store'
import { ticketPages } from '../platform/stores/ticket-pages'

/**
 * Reads a month's calls, page by page, on from where an earlier run was cut short.
 * @param hurried whether the run's time is over
 * @returns whether all of them are kept
 */
export async function readOpenCalls(
  month: string,
  { from, before }: { from: Timestamp; before: Timestamp },
  index: DirectoryIndex,
  hurried: () => boolean,
): Promise<boolean> {
  let reading = await callsRead()
  if (reading?.month !== month) {
    if (reading) await dropCalls(reading.month)
    reading = { month }
  }
  if (reading.done) return true
  for await (const page of ticketPages(from, before, openCallFields, reading.after)) {
    const last = page.at(-1)
    if (!last) break
    const calls = page.flatMap((ticket) => openCall(ticket, index) ?? [])
    await keepCalls(month, `${last.submittedAt}:${last._id}`, calls)
    await setCallsRead({ month, after: { at: last.submittedAt, id: last._id } })
    if (hurried()) return false
  }
  await setCallsRead({ month, done: true })
  return true
}
