import type { Timestamp } from '../../typings/contract/time'
import { addDays, localDate, startOfDay } from '../domain/calendar/local-time'
import { coarsen } from '../domain/open-data/coarse-calls'
import { callsCsv, requestsCsv } from '../domain/open-data/open-csv'
import { openRequest } from '../domain/open-data/open-request'
import { type DirectoryIndex, indexDirectory } from '../domain/routing/index-directory'
import { forgetCallsRead } from '../platform/stores/cursor-store'
import { loadDirectory } from '../platform/stores/directory-store'
import { mediaUrl } from '../platform/open-urls'
import { callsKept, dropCalls } from '../platform/stores/open-call-store'
import {
  keepOpenFile,
  type MadeFile,
  type OpenFile,
  openFiles,
  outdateOpenFile,
  staleOpenFiles,
} from '../platform/stores/open-file-store'
import { openPublicationPages } from '../platform/stores/open-publication-store'
import { firstSubmittedAt } from '../platform/stores/ticket-pages'
import { readOpenCalls } from './read-open-calls'

/** A run stops here and leaves the rest to the next, ms of real time; the function has 60 s. */
const runMost = 35_000
/** A file of calls is begun with so much of it left at least, ms: 300,000 of them take a while to compare. */
const makingTakes = 20_000
/** Files made anew in one run; the others wait for the next. */
const filesMost = 24
/** Days after a month before its calls are told: by then most promises have run out. */
const settleDays = 15
/** Months looked back for calls that were not told yet. */
const monthsBack = 36

/**
 * The month's files: of what is published as often as it changes, of all calls once and never again, so that nobody can
 * tell from two of them what came in between (decision 0017). A run that is cut short is gone on with.
 */
export async function makeOpenFiles(at: Timestamp): Promise<{ made: number }> {
  const until = performance.now() + runMost
  const hurried = (leaving = 0) => performance.now() > until - leaving
  const directory = await loadDirectory()
  const { openData } = directory.settings
  if (!openData) return { made: 0 }
  const index = indexDirectory(directory)
  const owed = await monthOwed(at)
  if (owed) await outdateOpenFile('calls', owed, false)
  let made = 0
  // Words that were taken back first: nobody gets their file until it is made anew.
  for (const file of (await staleOpenFiles(filesMost)).sort(requestsFirst)) {
    if (hurried()) break
    const span = spanOf(file.month)
    if (file.kind === 'calls') {
      if (!(await readOpenCalls(file.month, span, index, hurried)) || hurried(makingTakes)) break
      await keepOpenFile(file, await callsOf(file.month, index), at)
      await dropCalls(file.month)
      await forgetCallsRead()
    } else await keepOpenFile(file, await requestsOf(span, index, mediaUrl(openData.url)), at)
    made += 1
  }
  return { made }
}

const requestsFirst = (one: OpenFile, other: OpenFile) =>
  Number(one.kind === 'calls') - Number(other.kind === 'calls') || (one._id < other._id ? -1 : 1)

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

async function callsOf(month: string, index: DirectoryIndex): Promise<MadeFile> {
  const { calls, leftOut } = coarsen(await callsKept(month))
  return { content: Buffer.from(callsCsv(calls, month, index)), rows: calls.length, leftOut }
}

/** The latest month that has settled and has no file of its calls yet; none while one is being read. */
async function monthOwed(at: Timestamp): Promise<string | undefined> {
  const first = await firstSubmittedAt()
  if (first === undefined) return undefined
  const files = await openFiles()
  if (files.some(({ kind, stale }) => kind === 'calls' && stale)) return undefined
  const made = new Set(files.map(({ _id }) => _id))
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
