import { createHash } from 'node:crypto'
import { db, insertOnce } from '../cloud'

/** `spots/<id>`: a building, lamp post or meter that has a code of its own on it. */
export interface Spot {
  areaId: string
  address: string
  serviceCode?: string
}

/** Hexadecimal digits of a spot's id; with `p=` it fits into a code. */
const idLength = 24

/** The same spot has the same id, so that a second print of its code is the first one. */
export async function keepSpot({ areaId, address, serviceCode }: Spot): Promise<string> {
  const spot = { areaId, address, ...(serviceCode && { serviceCode }) }
  const _id = createHash('sha256')
    .update(JSON.stringify([areaId, address, serviceCode ?? '']))
    .digest('hex')
    .slice(0, idLength)
  await insertOnce('spots', { _id, ...spot })
  return _id
}

export async function findSpot(id: string): Promise<Spot | undefined> {
  const { data } = await db.collection('spots').doc(id).get()
  const [found] = data as (Spot & { _id: string })[]
  if (!found) return undefined
  const { _id, ...spot } = found
  return spot
}
