import type { Publication, PublicationQuery } from '../../../typings/contract/publication'
import { openKeys } from '../../domain/open-data/open-request'
import { termsOf } from '../../domain/ticket/terms'
import { _, db, insertOnce } from '../cloud'
import { beyond, cursorAfter } from './key-page'

const publications = () => db.collection('publications')

/** Enough bigrams to narrow; each costs the index a look. */
const termsUsed = 6

/** `openKeys`: what open data finds it by (open-publication-store.ts). */
type Stored = Publication & { terms: readonly string[]; openKeys: readonly string[] }

/** Written whole; a new one is counted for its street. A count lost in between is found again at night. */
export async function keepPublication(publication: Publication): Promise<void> {
  const { subject, description, replies, finding, streetId } = publication
  const said = [subject, description, ...replies.map(({ text }) => text), finding?.text ?? '']
  const stored: Stored = {
    ...publication,
    terms: termsOf(said.join(' ')),
    openKeys: openKeys(publication),
  }
  if (await insertOnce('publications', stored)) return streetId ? countStreet(streetId, 1) : undefined
  const { _id, ...rest } = stored
  await publications().doc(_id).set(rest)
}

export async function dropPublication(id: string): Promise<void> {
  const found = await findPublication(id)
  if (!found) return
  const { deleted } = (await publications().doc(id).remove()) as { deleted?: number }
  if (deleted === 1 && found.streetId) await countStreet(found.streetId, -1)
}

export async function findPublication(id: string): Promise<Publication | undefined> {
  const { data } = await publications().doc(id).get()
  const [stored] = data as Stored[]
  return stored && withoutTerms(stored)
}

/** Newest first, one indexed read. */
export async function listPublications({
  board,
  streetId,
  serviceCode,
  text,
  from,
  to,
  cursor,
  limit = 20,
}: PublicationQuery): Promise<{ publications: Publication[]; cursor?: string }> {
  const terms = termsOf(text ?? '').slice(0, termsUsed)
  const query: Record<string, unknown> = {
    boards: board,
    ...(streetId !== undefined && { streetId }),
    ...(serviceCode !== undefined && { serviceCode }),
    ...(terms.length > 0 && { terms: _.all(terms) }),
    ...((from !== undefined || to !== undefined) && {
      publishedAt: _.gte(from ?? 0).and(_.lt(to ?? Number.MAX_SAFE_INTEGER)),
    }),
  }
  const { data } = await publications()
    .where(beyond(query, { by: 'publishedAt', direction: 'desc' }, cursor))
    .orderBy('publishedAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  const found = (data as Stored[]).map(withoutTerms)
  return { publications: found, ...cursorAfter(found, limit, ({ publishedAt }) => publishedAt) }
}

const withoutTerms = ({ terms: _terms, openKeys: _keys, ...publication }: Stored): Publication => publication

/** By street; a street without any has none. */
export async function streetCounts(): Promise<{ _id: string; count: number }[]> {
  const { data } = await db
    .collection('publication_counts')
    .where({ count: _.gt(0) })
    .limit(1000)
    .get()
  return data as { _id: string; count: number }[]
}

async function countStreet(streetId: string, by: 1 | -1): Promise<void> {
  if (await insertOnce('publication_counts', { _id: streetId, count: by })) return
  await db
    .collection('publication_counts')
    .doc(streetId)
    .update({ count: _.inc(by) })
}

const pageMost = 900

/** At night: counted anew from what stands there. */
export async function recountStreets(): Promise<void> {
  const counts = new Map<string, number>((await streetCounts()).map(({ _id }) => [_id, 0]))
  for (let last = ''; ;) {
    const { data } = await publications()
      .where({ _id: _.gt(last) })
      .orderBy('_id', 'asc')
      .limit(pageMost)
      .field({ streetId: true })
      .get()
    const page = data as { _id: string; streetId?: string }[]
    for (const { streetId } of page) if (streetId) counts.set(streetId, (counts.get(streetId) ?? 0) + 1)
    if (page.length < pageMost) break
    last = page.at(-1)?._id ?? ''
  }
  for (const [streetId, count] of counts)
    await db.collection('publication_counts').doc(streetId).set({ count })
}
