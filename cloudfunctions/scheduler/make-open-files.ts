import type { Timestamp } from '../../typings/contract/time'
import { addDays, localDate, startOfDay } from '../domain/calendar/local-time'
import { coarsen, type OpenCall } from '../domain/open-data/coarse-calls'
import { openCall, openCallFields } from '../domain/open-data/open-call'
import { callsCsv, requestsCsv } from '../domain/open-data/open-csv'
import { openRequest } from '../domain/open-data/open-request'
import { type DirectoryIndex, indexDirectory } from '../domain/routing/index-directory'
import { loadDirectory } from '../platform/stores/directory-store'
import { mediaUrl } from '../platform/open-urls'
import {
  keepOpenFile,
  type MadeFile,
  openFiles,
  outdateOpenFile,
  staleOpenFiles,
} from '../platform/stores/open-file-store'
import { openPublicationPages } from '../platform/stores/open-publication-store'
import { firstSubmittedAt, ticketPages } from '../platform/stores/ticket-pages'

/** Files made anew in one night; the others wait for the next. */
const filesMost = 24
/** Days after a month before its calls are told: by then most promises have run out. */
const settleDays = 15
/** Months looked back for calls that were not told yet. */
const monthsBack = 36

/**
 * The month's files: of what is published as often as it changes, of all calls once and never again, so that nobody can
 * tell from two of them what came in between (decision 0017).
 */
export async function makeOpenFiles(at: Timestamp): Promise<{ made: number }> {
  const directory = await loadDirectory()
  const { openData } = directory.settings
  if (!openData) return { made: 0 }
  const index = indexDirectory(directory)
  const owed = await monthOwed(at)
  if (owed) await outdateOpenFile('calls', owed, false)
  const stale = await staleOpenFiles(filesMost)
  for (const file of stale) {
    const span = spanOf(file.month)
    const made =
      file.kind === 'calls'
        ? await callsOf(span, file.month, index)
        : await requestsOf(span, index, mediaUrl(openData.url))
    await keepOpenFile(file, made, at)
  }
  return { made: stale.length }
}

interface MonthSpan {
  from: Timestamp
  before: Timestamp
}

function spanOf(month: string): MonthSpan {
  return { from: startOfDay(`${month}-01`), before: startOfDay(`${monthAfter(month)}-01`) }
}

async function requestsOf(
  { from, before }: MonthSpan,
  index: DirectoryIndex,
  media: (number: string) => string,
): Promise<MadeFile> {
  const rows = []
  for await (const page of openPublicationPages(from, before))
    rows.push(...page.map((publication) => openRequest(publication, index, media)))
  return { content: Buffer.from(requestsCsv(rows)), rows: rows.length }
}

async function callsOf({ from, before }: MonthSpan, month: string, index: DirectoryIndex): Promise<MadeFile> {
  const heard: OpenCall[] = []
  for await (const page of ticketPages(from, before, openCallFields))
    heard.push(...page.flatMap((ticket) => openCall(ticket, index) ?? []))
  const { calls, leftOut } = coarsen(heard)
  return { content: Buffer.from(callsCsv(calls, month, index)), rows: calls.length, leftOut }
}

/** The latest month that has settled and has no file of its calls yet, one a night. */
async function monthOwed(at: Timestamp): Promise<string | undefined> {
  const first = await firstSubmittedAt()
  if (first === undefined) return undefined
  const made = new Set((await openFiles()).map(({ _id }) => _id))
  const earliest = localDate(first).slice(0, 7)
  let month = monthBefore(addDays(localDate(at), -settleDays).slice(0, 7))
  for (let back = 0; back < monthsBack && month >= earliest; back++) {
    if (!made.has(`calls-${month}`)) return month
    month = monthBefore(month)
  }
  return undefined
}

const monthBefore = (month: string) => addDays(`${month}-01`, -1).slice(0, 7)
const monthAfter = (month: string) => addDays(`${month}-28`, 4).slice(0, 7)
