import { numberOf } from '../../ejson/number'
import { isDocument, isNumber, type Strict, type StrictObject } from '../../ejson/strict'
import { invalidParam, unknownOperator } from '../../errors'
import { geometryOf, requireGeometry } from '../../geo/geometry'
import { distance, intersect, liesWithin, liesWithinCap } from '../../geo/relation'
import { EARTH_RADIUS, type Vector } from '../../geo/sphere'
import type { ConditionOperator } from '../predicate'

function shapeOf(operand: Strict, operator: string): [name: string, shape: Strict] {
  const [shape] = isDocument(operand) ? Object.entries(operand).filter(([name]) => name !== '$crs') : []
  if (!shape) throw invalidParam(`${operator} needs a shape`)
  return shape
}

/** `{$geometry: Polygon | MultiPolygon}` or `{$centerSphere: [[lng, lat], radians]}`. */
export const $geoWithin: ConditionOperator = (operand) => {
  const [name, shape] = shapeOf(operand, '$geoWithin')
  if (name === '$centerSphere') {
    const [centre, radius] = Array.isArray(shape) ? shape : []
    const at = pointOf(centre)
    if (!at || !isNumber(radius)) throw invalidParam('$centerSphere needs [[longitude, latitude], radians]')
    const radians = Number(numberOf(radius))
    return {
      test: (value) => {
        const geometry = geometryOf(value)
        return geometry !== undefined && liesWithinCap(geometry, at, radians)
      },
    }
  }
  if (name !== '$geometry') throw unknownOperator(name, '$geoWithin')
  const region = requireGeometry(shape, '$geoWithin')
  if (region.polygons.length === 0) throw invalidParam('$geoWithin needs a Polygon or MultiPolygon')
  return {
    test: (value) => {
      const geometry = geometryOf(value)
      return geometry !== undefined && liesWithin(geometry, region)
    },
  }
}

export const $geoIntersects: ConditionOperator = (operand) => {
  const [name, shape] = shapeOf(operand, '$geoIntersects')
  if (name !== '$geometry') throw unknownOperator(name, '$geoIntersects')
  const other = requireGeometry(shape, '$geoIntersects')
  return {
    test: (value) => {
      const geometry = geometryOf(value)
      return geometry !== undefined && intersect(geometry, other)
    },
  }
}

/** Where to measure from, and how far: metres. */
export interface Near {
  from: Vector
  least: number
  most: number
}

/**
 * `{$geometry: Point, $minDistance, $maxDistance}` in metres, or `[lng, lat]` with the distances beside it in radians.
 * @throws CloudError INVALID_PARAM.
 */
export function readNear(operand: Strict, siblings: StrictObject): Near {
  const modern = isDocument(operand) && '$geometry' in operand
  const from = pointOf(modern ? operand.$geometry : operand)
  if (!from) throw invalidParam('near needs a point')
  const limits = modern ? { ...siblings, ...operand } : siblings
  const unit = modern ? 1 : EARTH_RADIUS
  return {
    from,
    least: limitOf(limits.$minDistance, 0) * unit,
    most: limitOf(limits.$maxDistance, Number.POSITIVE_INFINITY) * unit,
  }
}

function limitOf(value: Strict | undefined, otherwise: number): number {
  if (value === undefined || value === null) return otherwise
  if (!isNumber(value) || Number(numberOf(value)) < 0)
    throw invalidParam('a distance must be a number, not negative')
  return Number(numberOf(value))
}

function pointOf(value: Strict | undefined): Vector | undefined {
  const geometry = geometryOf(value)
  return geometry?.points.length === 1 && geometry.lines.length + geometry.polygons.length === 0
    ? geometry.points[0]
    : undefined
}

/** Metres; undefined where the value is no geometry or lies outside the limits. */
export function distanceWithin({ from, least, most }: Near, value: Strict | undefined): number | undefined {
  const geometry = geometryOf(value)
  if (!geometry) return undefined
  const metres = distance(from, geometry)
  return metres >= least && metres <= most ? metres : undefined
}

/** Within the distances; that the nearest come first is the query's business (query/near.ts). */
export const $nearSphere: ConditionOperator = (operand, { siblings }) => {
  const near = readNear(operand, siblings)
  return { test: (value) => distanceWithin(near, value) !== undefined }
}
