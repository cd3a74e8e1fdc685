import { numberOf } from '../ejson/number'
import { isDocument, isNumber, type Strict } from '../ejson/strict'
import { invalidParam } from '../errors'
import { vectorAt, type Vector } from './sphere'

/** A GeoJSON geometry taken apart on the sphere. Polygons are lists of closed rings, the first the outer one. */
export interface Geometry {
  points: Vector[]
  lines: Vector[][]
  polygons: Vector[][][]
}

type Coordinates = number | Coordinates[]

/** @returns undefined for what is no geometry: a document without one is simply not near. */
export function geometryOf(value: Strict | undefined): Geometry | undefined {
  try {
    if (Array.isArray(value)) return { points: [vertex(coordinates(value))], lines: [], polygons: [] }
    if (!isDocument(value) || typeof value.type !== 'string') return undefined
    if (value.type === 'GeometryCollection') return collection(value.geometries)
    return read(value.type, coordinates(value.coordinates))
  } catch {
    return undefined
  }
}

/** @throws CloudError INVALID_PARAM for an operand that is no geometry. */
export function requireGeometry(value: Strict | undefined, operator: string): Geometry {
  const geometry = geometryOf(value)
  if (!geometry) throw invalidParam(`${operator} needs a GeoJSON geometry`)
  return geometry
}

function collection(geometries: Strict | undefined): Geometry | undefined {
  if (!Array.isArray(geometries)) return undefined
  const all: Geometry = { points: [], lines: [], polygons: [] }
  for (const item of geometries) {
    const one = geometryOf(item)
    if (!one) return undefined
    all.points.push(...one.points)
    all.lines.push(...one.lines)
    all.polygons.push(...one.polygons)
  }
  return all
}

function coordinates(value: Strict | undefined): Coordinates {
  if (Array.isArray(value)) return value.map(coordinates)
  if (!isNumber(value)) throw new TypeError('not a coordinate')
  return Number(numberOf(value))
}

function list(value: Coordinates): Coordinates[] {
  if (!Array.isArray(value)) throw new TypeError('not a list')
  return value
}

function vertex(value: Coordinates): Vector {
  const [longitude, latitude] = list(value)
  if (typeof longitude !== 'number' || typeof latitude !== 'number') throw new TypeError('not a position')
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) throw new RangeError('not on the globe')
  return vectorAt([longitude, latitude])
}

const line = (value: Coordinates): Vector[] => list(value).map(vertex)
const polygon = (value: Coordinates): Vector[][] => list(value).map((ring) => closed(line(ring)))

/** The SDK's own polygons are closed already; one that is not gets its last edge. */
function closed(ring: Vector[]): Vector[] {
  if (ring.length < 3) throw new TypeError('a ring has at least three corners')
  const [first, last] = [ring[0]!, ring[ring.length - 1]!]
  return first.every((value, axis) => value === last[axis]) ? ring : [...ring, first]
}

function read(type: string, value: Coordinates): Geometry | undefined {
  const empty: Geometry = { points: [], lines: [], polygons: [] }
  switch (type) {
    case 'Point':
      return { ...empty, points: [vertex(value)] }
    case 'MultiPoint':
      return { ...empty, points: line(value) }
    case 'LineString':
      return { ...empty, lines: [line(value)] }
    case 'MultiLineString':
      return { ...empty, lines: list(value).map(line) }
    case 'Polygon':
      return { ...empty, polygons: [polygon(value)] }
    case 'MultiPolygon':
      return { ...empty, polygons: list(value).map(polygon) }
    default:
      return undefined
  }
}

export function verticesOf({ points, lines, polygons }: Geometry): Vector[] {
  return [...points, ...lines.flat(), ...polygons.flat(2)]
}

/** The arcs of lines and of polygons' rings. */
export function arcsOf({ lines, polygons }: Geometry): [Vector, Vector][] {
  return [...lines, ...polygons.flat()].flatMap((path) =>
    path.slice(1).map((end, at): [Vector, Vector] => [path[at]!, end]),
  )
}
