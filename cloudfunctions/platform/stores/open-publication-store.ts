import type { OpenStatus } from '../../../typings/contract/open-data'
import type { Publication } from '../../../typings/contract/publication'
import type { Timestamp } from '../../../typings/contract/time'
import { openKey } from '../../domain/open-data/open-request'
import { _, db } from '../cloud'
import { readPages } from './by-key'
import { beyond, cursorAfter } from './key-page'

/** What open data tells of a publication, and no more is read. */
const fields = {
  boards: true,
  number: true,
  status: true,
  statusAt: true,
  serviceCode: true,
  streetId: true,
  communityId: true,
  departmentId: true,
  description: true,
  replies: true,
  commitments: true,
  block: true,
  photos: true,
  promise: true,
  submittedAt: true,
  publishedAt: true,
}

const publications = () => db.collection('publications')

export interface OpenQuery {
  /** None: all of them. */
  serviceCodes: readonly string[]
  state?: OpenStatus
  /** Submitted between these; both belong to it. */
  from: Timestamp
  to: Timestamp
  cursor?: string
  limit: number
}

/** The newest first: one indexed read a service asked for, each of `limit` documents at most. */
export async function openPublications({
  serviceCodes,
  state,
  from,
  to,
  cursor,
  limit,
}: OpenQuery): Promise<{ publications: Publication[]; cursor?: string }> {
  const wanted = serviceCodes.length > 0 ? serviceCodes : ['']
  const reads = wanted.map(async (serviceCode) => {
    const query = {
      openKeys: openKey({ serviceCode, ...(state && { state }) }),
      submittedAt: _.gte(from).and(_.lte(to)),
    }
    const { data } = await publications()
      .where(beyond(query, { by: 'submittedAt', direction: 'desc' }, cursor))
      .orderBy('submittedAt', 'desc')
      .orderBy('_id', 'desc')
      .limit(limit)
      .field(fields)
      .get()
    return data as Publication[]
  })
  const found = (await Promise.all(reads)).flat().sort(newestFirst).slice(0, limit)
  return { publications: found, ...cursorAfter(found, limit, ({ submittedAt }) => submittedAt) }
}

const newestFirst = (one: Publication, other: Publication) =>
  other.submittedAt - one.submittedAt || (other._id < one._id ? -1 : 1)

/** In the order asked for; what isn't published is not there. */
export async function openPublicationsNumbered(numbers: readonly string[]): Promise<Publication[]> {
  const { data } = await publications()
    .where({ number: _.in([...numbers]) })
    .limit(numbers.length)
    .field(fields)
    .get()
  const byNumber = new Map((data as Publication[]).map((one) => [one.number, one]))
  return numbers.flatMap((number) => byNumber.get(number) ?? [])
}

/** All of a span, the oldest first. */
export const openPublicationPages = (from: Timestamp, before: Timestamp): AsyncGenerator<Publication[]> =>
  readPages<Publication>(
    'publications',
    { openKeys: openKey({}), submittedAt: _.gte(from).and(_.lt(before)) },
    { by: 'submittedAt', fields },
  )
