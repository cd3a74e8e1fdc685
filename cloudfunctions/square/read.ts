import { z } from 'zod'
import type { PlaceMap, PublicationList } from '../../typings/contract/publication'
import { refuse } from '../domain/errors'
import { tileMap } from '../domain/publication/tile-map'
import { indexDirectory } from '../domain/routing/index-directory'
import { nameAll } from '../platform/names'
import { operation } from '../platform/operation'
import { placeCounts } from '../platform/stores/publication-counts'
import { findPublication, listPublications } from '../platform/stores/publication-store'

const id = z.string().min(1).max(80)
const instant = z.int().positive()

/** 公开的诉求、承诺、挂账、曝光:一页一次读取,不用登录。 */
export const list = operation('square.list', {
  forAnybody: true,
  input: z.object({
    board: z.enum(['matters', 'promises', 'blocks', 'findings']).default('matters'),
    streetId: id.optional(),
    communityId: id.optional(),
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

/** 地图:全区各街道,或一个街道的各社区,公开了多少件、答复了多少件。 */
export const places = operation('square.places', {
  forAnybody: true,
  input: z.object({ streetId: id.optional() }),
  async run({ input, directory }): Promise<PlaceMap> {
    const { areas } = indexDirectory(directory)
    const parentId = input.streetId ?? directory.settings.districtAreaId
    const parent = areas.get(parentId) ?? refuse('AREA_NOT_FOUND', 'input.streetId')
    const below = directory.areas.filter((area) => area.parentId === parentId && area.level !== 'grid')
    const found = new Map((await placeCounts(below.map(({ _id }) => _id))).map((one) => [one._id, one]))
    return {
      name: parent.name,
      ...tileMap(below, ({ _id, name, style }) => ({
        areaId: _id,
        name,
        shortName: shortOf(name, style),
        count: found.get(_id)?.count ?? 0,
        answered: found.get(_id)?.answered ?? 0,
      })),
    }
  },
})

/** 桂桥街道 is 桂桥 on a map; a name that would be left with one letter stays. */
const shortOf = (name: string, style: string) =>
  name.endsWith(style) && name.length > style.length + 1 ? name.slice(0, -style.length) : name
