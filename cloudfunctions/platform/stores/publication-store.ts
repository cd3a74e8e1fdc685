import type { Publication, PublicationQuery } from '../../../typings/contract/publication'
import { openKeys } from '../../domain/open-data/open-request'
import { termsOf } from '../../domain/ticket/terms'
import { _, db, insertOnce } from '../cloud'
import { dropFiles } from './file-store'
import { beyond, cursorAfter } from './key-page'
import { countAlong } from './publication-counts'

const publications = () => db.collection('publications')

/** Enough bigrams to narrow; each costs the index a look. */
const termsUsed = 6

/** `openKeys`: what open data finds it by (open-publication-store.ts). */
type Stored = Publication & { terms: readonly string[]; openKeys: readonly string[] }

/** Written whole. A count lost in between is found again at night. */
export async function keepPublication(publication: Publication): Promise<void> {
  const { subject, description, replies, finding } = publication
  const said = [subject, description, ...replies.map(({ text }) => text), finding?.text ?? '']
  const stored: Stored = {
    ...publication,
    terms: termsOf(said.join(' ')),
    openKeys: openKeys(publication),
  }
  if (await insertOnce('publications', stored)) return countAlong(undefined, publication)
  const before = await findPublication(publication._id)
  const { _id, ...rest } = stored
  await publications().doc(_id).set(rest)
  await countAlong(before, publication)
  await dropCopies(before, publication)
}

export async function dropPublication(id: string): Promise<void> {
  const found = await findPublication(id)
  if (!found) return
  const { deleted } = (await publications().doc(id).remove()) as { deleted?: number }
  if (deleted === 1) await countAlong(found, undefined)
  await dropCopies(found, undefined)
}

/** Copies of photos that are published no more: whoever kept a link finds nothing. */
async function dropCopies(before: Publication | undefined, after: Publication | undefined): Promise<void> {
  const shown = new Set(after?.photos.map(({ fileId }) => fileId))
  await dropFiles((before?.photos ?? []).map(({ fileId }) => fileId).filter((fileId) => !shown.has(fileId)))
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
  communityId,
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
    ...(communityId !== undefined && { communityId }),
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
