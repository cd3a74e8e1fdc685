import type { DayDigest } from '../../../typings/contract/audit'
import type { LocalDate, Timestamp } from '../../../typings/contract/time'
import type { Growth, Grown } from '../../domain/audit/day-digest'
import { _, cloud, db, insertOnce } from '../cloud'
import { readAll } from './by-key'
import { keepFile } from './file-store'

/** A day as it was published, and where its files lie: the first publication stands. */
export interface StoredDigest extends DayDigest {
  _id: LocalDate
  publishedAt: Timestamp
  fileId: string
  /** What became of each ticket, for an auditor; its folder can't be guessed. */
  growthsFileId: string
}

/** Where a reading of grown tickets stands. */
export interface GrownKey {
  at: Timestamp
  id: string
}

export type GrownTicket = Grown & { _id: string }

/** Tickets that grew since an instant, in the order in which they last did: one that grows meanwhile comes again later. */
export async function ticketsGrown(
  since: Timestamp,
  after: GrownKey | undefined,
  limit: number,
): Promise<GrownTicket[]> {
  const query = after
    ? _.or([{ 'chain.at': _.gt(after.at) }, { 'chain.at': after.at, _id: _.gt(after.id) }])
    : { 'chain.at': _.gte(since) }
  const { data } = await db
    .collection('tickets')
    .where(query)
    .orderBy('chain.at', 'asc')
    .orderBy('_id', 'asc')
    .limit(limit)
    .field({ number: true, chain: true, 'seals.link': true, 'history.at': true })
    .get()
  return data as GrownTicket[]
}

/** What a page of that reading came to, until its day is published. */
interface GrowthPage {
  _id: string
  day: LocalDate
  growths: Growth[]
}

/** @param page names the page, so that one that is read again takes the place of the first. */
export async function keepGrowths(day: LocalDate, page: string, growths: readonly Growth[]): Promise<void> {
  await db.collection('digest_pages').doc(`${day}:${page}`).set({ day, growths })
}

/** Pages are some 100 KB each. */
const pagesAtOnce = 8

/** A ticket that came again with more lines has the same lines until that midnight: either page will do. */
export async function growthsOf(day: LocalDate): Promise<Growth[]> {
  const pages = await readAll<GrowthPage>('digest_pages', { day }, { page: pagesAtOnce })
  return [
    ...new Map(pages.flatMap(({ growths }) => growths).map((growth) => [growth.number, growth])).values(),
  ]
}

/** The first day that pages are kept of. */
export async function firstDayKept(): Promise<LocalDate | undefined> {
  const { data } = await db
    .collection('digest_pages')
    .where({ day: _.gt('') })
    .orderBy('day', 'asc')
    .limit(1)
    .field({ day: true })
    .get()
  return (data as GrowthPage[])[0]?.day
}

/** Of days published earlier. A run that began at the same time may still be reading those of its own. */
export async function dropGrowths(until: LocalDate): Promise<void> {
  await db
    .collection('digest_pages')
    .where({ day: _.lte(until) })
    .remove()
}

export async function digestOfDay(day: LocalDate): Promise<StoredDigest | undefined> {
  const { data } = await db.collection('digests').doc(day).get()
  return (data as StoredDigest[])[0]
}

/** Outside the database first, then beside it: a run that dies in between writes the same files again. */
export async function publishDigest(
  digest: DayDigest,
  growths: readonly Growth[],
  publishedAt: Timestamp,
): Promise<void> {
  const rows = [...growths].sort((one, other) => (one.number < other.number ? -1 : 1))
  const lines = rows.map((growth) => `${JSON.stringify(growth)}\n`).join('')
  const growthsFileId = await keepFile('audit-growths', `${digest.day}.jsonl`, Buffer.from(lines))
  const { fileID } = await cloud.uploadFile({
    cloudPath: `audit/${digest.day}.json`,
    fileContent: Buffer.from(`${JSON.stringify(digest, null, 2)}\n`),
  })
  await insertOnce('digests', { _id: digest.day, ...digest, publishedAt, fileId: fileID, growthsFileId })
}

/** The newest first. */
export async function listDigests(limit: number): Promise<StoredDigest[]> {
  const { data } = await db
    .collection('digests')
    .where({ _id: _.gt('') })
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  return data as StoredDigest[]
}
