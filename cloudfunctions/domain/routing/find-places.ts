import type { Area } from '../../../typings/contract/directory'

/** A place as people say it: street and community, and a landmark where that was meant. */
export interface NamedPlace {
  areaId: string
  words: string
  address: string
}

/** As many as fit above a keyboard. */
const most = 8

/** Names that begin with what was typed first, then the larger areas: whoever types a community means it before its grids. */
const levels = { street: 0, community: 1, grid: 2, district: 3 } as const

/** Streets, communities, grids and landmarks by some letters of their name. */
export function findPlaces(areas: ReadonlyMap<string, Area>, text: string): NamedPlace[] {
  const found = [...areas.values()]
    .filter(({ level }) => level !== 'district')
    .flatMap((area) => namesOf(area).map((name) => ({ area, ...name })))
    .filter(({ name }) => name.includes(text))
  found.sort(
    (a, b) =>
      Number(b.name.startsWith(text)) - Number(a.name.startsWith(text)) ||
      levels[a.area.level] - levels[b.area.level] ||
      a.area._id.localeCompare(b.area._id),
  )
  return found.slice(0, most).map(({ area, landmark }) => ({
    areaId: area._id,
    words: area.path
      .map((id) => areas.get(id))
      .filter((one) => one !== undefined && one.level !== 'district' && (one.level !== 'grid' || !landmark))
      .map((one) => one?.name ?? '')
      .join(' '),
    address: landmark,
  }))
}

const namesOf = ({ name, landmarks = [] }: Area): { name: string; landmark: string }[] => [
  { name, landmark: '' },
  ...landmarks.map((landmark) => ({ name: landmark, landmark })),
]
