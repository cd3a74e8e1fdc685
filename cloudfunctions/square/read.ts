import { z } from 'zod'
import type { PublicationList } from '../../typings/contract/publication'
import { refuse } from '../domain/errors'
import { indexDirectory } from '../domain/routing/index-directory'
import { nameAll } from '../platform/names'
import { operation } from '../platform/operation'
import { findPublication, listPublications, streetCounts } from '../platform/stores/publication-store'

const id = z.string().min(1).max(80)
const instant = z.int().positive()

/** 公开的诉求、承诺、挂账、曝光:一页一次读取,不用登录。 */
export const list = operation('square.list', {
  forAnybody: true,
  input: z.object({
    board: z.enum(['matters', 'promises', 'blocks', 'findings']).default('matters'),
    streetId: id.optional(),
    serviceCode: id.optional(),
    text: z.string().trim().max(100).optional(),
    from: instant.optional(),
    to: instant.optional(),
    cursor: z.string().max(300).optional(),
    limit: z.int().positive().max(50).default(20),
  }),
  async run({ input, directory, now }): Promise<PublicationList> {
    const found = await listPublications(input)
    return { ...found, names: nameAll(found.publications, indexDirectory(directory)), now }
  },
})

/** 公开的一件。 */
export const get = operation('square.get', {
  forAnybody: true,
  input: z.object({ publicationId: z.string().min(1).max(80) }),
  async run({ input, directory, now }): Promise<PublicationList> {
    const found = (await findPublication(input.publicationId)) ?? refuse('NOT_FOUND', 'input.publicationId')
    return { publications: [found], names: nameAll(found, indexDirectory(directory)), now }
  },
})

/** 各街道公开了多少件。 */
export const places = operation('square.places', {
  forAnybody: true,
  input: z.object({}),
  async run({ directory }) {
    const { areas } = indexDirectory(directory)
    const counts = await streetCounts()
    return {
      counts: counts
        .map(({ _id, count }) => ({ streetId: _id, name: areas.get(_id)?.name ?? _id, count }))
        .sort((a, b) => b.count - a.count || a.streetId.localeCompare(b.streetId)),
    }
  },
})
