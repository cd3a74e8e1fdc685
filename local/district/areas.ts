import type { Area } from '../../typings/contract/directory'
import { landmarksOf, neighbourhoodName, villageName, type CommunityStyle } from './place-names'

type StreetStyle = '街道' | '镇' | '乡' | '园区'

/** The eighteen: communities (社区) and villages (村) in each, and where its centre lies (km east and north of the origin). */
const streets: readonly [string, StreetStyle, number, number, number, number][] = [
  ['桂桥', '街道', 7, 0, 0, 0],
  ['临汀', '街道', 7, 0, 2, 1],
  ['文渡', '街道', 7, 0, -2, 1],
  ['青栗', '街道', 7, 0, 0, 3],
  ['南埠', '街道', 7, 0, 1, -2],
  ['望亭坡', '街道', 7, 3, 4, 3],
  ['栖霞岭', '街道', 7, 3, -4, 3],
  ['杉木塘', '街道', 7, 3, 4, -3],
  ['白鹭洲', '街道', 7, 3, -4, -3],
  ['荷叶湾', '街道', 7, 3, 1, 6],
  ['石溪口', '镇', 1, 14, 10, 5],
  ['枫林铺', '镇', 1, 14, -10, 5],
  ['双江渡', '镇', 1, 14, 11, -6],
  ['油榨坪', '镇', 1, 14, -11, -6],
  ['大禾仓', '镇', 1, 14, 3, 13],
  ['竹山冲', '镇', 1, 14, -4, -13],
  ['云雾岭', '乡', 0, 15, -13, 13],
  ['望汀高新', '园区', 2, 3, 7, -1],
]

const gridsPerCommunity = [1, 2] as const

/** Invented: a river plain between two low ridges, some 30 km across. */
const origin = { longitude: 112.62, latitude: 28.05 }
const kmPerDegree = { longitude: 98.2, latitude: 110.9 }

interface Spot {
  east: number
  north: number
}

export const cityName = '澄岚市'

export const districtArea: Area = {
  _id: 'district',
  level: 'district',
  name: '望汀区',
  style: '区',
  path: ['district'],
  centre: origin,
}

/** District, 18 streets and towns, 78 communities and 117 villages, 2 grids in each; a parent comes before its children. */
export function sampleAreas(): Area[] {
  const areas: Area[] = [districtArea]
  const named = { 社区: 0, 村: 0 }
  streets.forEach(([name, style, communities, villages, east, north], index) => {
    const street = below(districtArea, {
      _id: `street-${twoDigits(index + 1)}`,
      level: 'street',
      name: style === '园区' ? `${name}技术产业园区` : `${name}${style}`,
      style,
      centre: at({ east, north }),
    })
    areas.push(street)
    const many = communities + villages
    const radius = style === '街道' ? 0.9 : 2.6
    for (let place = 0; place < many; place++) {
      const kind = place < communities ? '社区' : '村'
      const placeName = kind === '村' ? villageName(named.村++) : neighbourhoodName(named.社区++)
      const angle = (2 * Math.PI * place) / many
      const spot = (distance: number) => ({
        east: east + distance * Math.cos(angle),
        north: north + distance * Math.sin(angle),
      })
      areas.push(...communityWithGrids(street, place + 1, placeName, kind, radius, spot))
    }
  })
  return areas
}

function communityWithGrids(
  street: Area,
  number: number,
  placeName: string,
  style: CommunityStyle,
  radius: number,
  spot: (distance: number) => Spot,
): Area[] {
  const code = `${street._id.slice(-2)}${twoDigits(number)}`
  const community = below(street, {
    _id: `community-${code}`,
    level: 'community',
    name: `${placeName}${style}`,
    style,
    centre: at(spot(radius)),
    landmarks: landmarksOf(placeName, style, 0),
  })
  const grids = gridsPerCommunity.map((grid) =>
    below(community, {
      _id: `grid-${code}-${grid}`,
      level: 'grid',
      name: `${placeName}第${grid === 1 ? '一' : '二'}网格`,
      style: '网格',
      centre: at(spot(radius * (grid === 1 ? 0.85 : 1.15))),
      landmarks: landmarksOf(placeName, style, grid),
    }),
  )
  return [community, ...grids]
}

const below = (parent: Area, area: Omit<Area, 'parentId' | 'path'>): Area => ({
  ...area,
  parentId: parent._id,
  path: [...parent.path, area._id],
})

const at = ({ east, north }: Spot) => ({
  longitude: toMetre(origin.longitude + east / kmPerDegree.longitude),
  latitude: toMetre(origin.latitude + north / kmPerDegree.latitude),
})

const toMetre = (degrees: number) => Math.round(degrees * 1e5) / 1e5

const twoDigits = (number: number) => String(number).padStart(2, '0')
