import { numberOf } from '../../ejson/number'
import { isDocument, isNumber, type Strict, type StrictObject } from '../../ejson/strict'
import { toValue, type ValueObject } from '../../ejson/value'
import { invalidParam } from '../../errors'
import { EARTH_RADIUS } from '../../geo/sphere'
import { distanceOf, nearOf, type NearCondition } from '../../query/near'
import type { StageContext } from '../stage'

/**
 * `$geoNear`, which may only come first: the documents by their distance, the distance in a field of theirs.
 * Metres for a GeoJSON point, radians for `[lng, lat]`, both times `distanceMultiplier`.
 */
export function geoNear(operand: Strict, { access, collection, now, examine }: StageContext): ValueObject[] {
  if (!isDocument(operand)) throw invalidParam('$geoNear needs an object')
  const { near, key, distanceField, includeLocs, query } = operand
  if (typeof distanceField !== 'string') throw invalidParam('$geoNear needs distanceField')
  if (near === undefined) throw invalidParam('$geoNear needs near')
  if (typeof key !== 'string') throw invalidParam('$geoNear needs the key to measure from')
  const modern = isDocument(near)
  const limits: StrictObject = {}
  for (const limit of ['minDistance', 'maxDistance']) {
    if (operand[limit] !== undefined) limits[`$${limit}`] = operand[limit]
  }
  const nearSphere = modern ? { $geometry: near, ...limits } : near
  const condition: StrictObject = { [key]: { $nearSphere: nearSphere, ...(modern ? {} : limits) } }
  const filter: StrictObject = isDocument(query) ? { $and: [query, condition] } : condition
  const { found, examined } = access.find(collection, { filter, now })
  examine(examined)
  const measure = nearOf(condition) as NearCondition
  const unit = multiplierOf(operand.distanceMultiplier) / (modern ? 1 : EARTH_RADIUS)
  const documents = found.map(({ text, document }) => {
    const strict = document ?? (JSON.parse(text) as StrictObject)
    const value = toValue(strict) as ValueObject
    put(value, distanceField, distanceOf(strict, measure) * unit)
    if (typeof includeLocs === 'string') put(value, includeLocs, toValue(strict[key] ?? null))
    return value
  })
  const most = operand.limit ?? operand.num
  return isNumber(most) ? documents.slice(0, Number(numberOf(most))) : documents
}

function multiplierOf(value: Strict | undefined): number {
  return isNumber(value) ? Number(numberOf(value)) : 1
}

function put(document: ValueObject, path: string, value: unknown): void {
  const parts = path.split('.')
  let at = document
  for (const part of parts.slice(0, -1)) {
    const below = at[part]
    at = (at[part] = typeof below === 'object' && below !== null ? below : {}) as ValueObject
  }
  at[parts[parts.length - 1]!] = value
}
