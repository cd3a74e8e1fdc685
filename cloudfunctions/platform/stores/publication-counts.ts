import type { Publication } from '../../../typings/contract/publication'
import { _, db, insertOnce } from '../cloud'

/** `publication_counts/<street or community>`: how many matters everybody may read there, and how many were answered. */
interface PlaceCount {
  _id: string
  count: number
  answered: number
}

type Placed = Pick<Publication, 'streetId' | 'communityId' | 'replies'>

const counts = () => db.collection('publication_counts')

/** Those of streets and communities named; one without any has none. At most some hundred. */
export async function placeCounts(areaIds: readonly string[]): Promise<PlaceCount[]> {
  const { data } = await counts()
    .where({ _id: _.in([...areaIds]) })
    .limit(1000)
    .get()
  return (data as Partial<PlaceCount>[]).map(({ _id = '', count = 0, answered = 0 }) => ({
    _id,
    count,
    answered,
  }))
}

/** What a publication that changed changes in its places' counts. */
export async function countAlong(before: Placed | undefined, after: Placed | undefined): Promise<void> {
  const changes = new Map<string, { count: number; answered: number }>()
  const add = (one: Placed | undefined, by: 1 | -1) => {
    for (const areaId of placesOf(one)) {
      const change = changes.get(areaId) ?? { count: 0, answered: 0 }
      change.count += by
      change.answered += isAnswered(one) ? by : 0
      changes.set(areaId, change)
    }
  }
  add(before, -1)
  add(after, 1)
  for (const [_id, { count, answered }] of changes) {
    if (count === 0 && answered === 0) continue
    if (await insertOnce('publication_counts', { _id, count, answered })) continue
    await counts()
      .doc(_id)
      .update({ count: _.inc(count), answered: _.inc(answered) })
  }
}

const placesOf = (one: Placed | undefined): string[] =>
  [one?.streetId, one?.communityId].filter((areaId) => areaId !== undefined)

const isAnswered = (one: Placed | undefined): boolean => (one?.replies?.length ?? 0) > 0

const pageMost = 900

/** At night: counted anew from what stands there. */
export async function recountPlaces(): Promise<void> {
  const found = new Map<string, { count: number; answered: number }>()
  const { data: kept } = await counts()
    .where({ count: _.gt(0) })
    .limit(1000)
    .get()
  for (const { _id } of kept as { _id: string }[]) found.set(_id, { count: 0, answered: 0 })
  for (let last = ''; ;) {
    const { data } = await db
      .collection('publications')
      .where({ _id: _.gt(last) })
      .orderBy('_id', 'asc')
      .limit(pageMost)
      .field({ streetId: true, communityId: true, replies: true })
      .get()
    const page = data as (Placed & { _id: string })[]
    for (const one of page)
      for (const areaId of placesOf(one)) {
        const { count, answered } = found.get(areaId) ?? { count: 0, answered: 0 }
        found.set(areaId, { count: count + 1, answered: answered + (isAnswered(one) ? 1 : 0) })
      }
    if (page.length < pageMost) break
    last = page.at(-1)?._id ?? ''
  }
  for (const [areaId, counted] of found) await counts().doc(areaId).set(counted)
}
