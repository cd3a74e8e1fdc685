import type { Area, PlaceAround } from '../../../typings/contract/directory'

/** As many as a phone needs to find its own among them, and how far away they may lie (m): a village may be wide. */
const most = 40
const reach = 10_000

type Point = NonNullable<Area['centre']>

/**
 * The smallest areas whose centre is known, nearest first to a point that is only roughly right: the phone, which alone
 * knows where it is, chooses among them.
 */
export function placesAround(areas: ReadonlyMap<string, Area>, point: Point): PlaceAround[] {
  const known = [...areas.values()].flatMap((area) => (area.centre ? [{ area, centre: area.centre }] : []))
  const divided = new Set(known.filter(({ area }) => area.level === 'grid').map(({ area }) => area.parentId))
  return known
    .filter(({ area: { _id, level } }) => level === 'grid' || (level === 'community' && !divided.has(_id)))
    .map((one) => ({ ...one, apart: metres(one.centre, point) }))
    .filter(({ apart }) => apart < reach)
    .sort((a, b) => a.apart - b.apart || a.area._id.localeCompare(b.area._id))
    .slice(0, most)
    .map(({ area, centre }) => ({
      areaId: area._id,
      words: area.path
        .map((id) => areas.get(id))
        .filter((one) => one?.level === 'street' || one?.level === 'community')
        .map((one) => one?.name ?? '')
        .join(' '),
      near: area.landmarks?.[0] ?? area.name,
      centre,
    }))
}

/** Within a district the earth is flat enough: a degree north is 111 km everywhere. */
function metres(one: Point, other: Point): number {
  const north = (one.latitude - other.latitude) * 111_000
  const east = (one.longitude - other.longitude) * 111_320 * Math.cos((one.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}
