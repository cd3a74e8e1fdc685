import { arcsOf, verticesOf, type Geometry } from './geometry'
import { angle, angleToArc, arcsMeet, EARTH_RADIUS, ringHolds, TOLERANCE, type Vector } from './sphere'

/** Metres from a point to the nearest part of a geometry; 0 inside a polygon. */
export function distance(point: Vector, geometry: Geometry): number {
  if (geometry.polygons.some((rings) => polygonHolds(rings, point))) return 0
  const toPoints = geometry.points.map((other) => angle(point, other))
  const toArcs = arcsOf(geometry).map(([a, b]) => angleToArc(point, a, b))
  return Math.min(...toPoints, ...toArcs) * EARTH_RADIUS
}

/** Whether all of a geometry lies within the polygons of a region. */
export function liesWithin(geometry: Geometry, region: Geometry): boolean {
  const vertices = verticesOf(geometry)
  const inside = vertices.length > 0 && vertices.every((vertex) => regionHolds(region, vertex))
  if (!inside || geometry.lines.length + geometry.polygons.length === 0) return inside
  // An arc between two inner points leaves the region only through its border, or runs through a hole.
  const middles = arcsOf(geometry).map(([a, b]): Vector => [
    (a[0] + b[0]) / 2,
    (a[1] + b[1]) / 2,
    (a[2] + b[2]) / 2,
  ])
  const holes = region.polygons.flatMap((rings) => rings.slice(1).map((ring) => ring[0]!))
  const swallowsHole = holes.some((corner) =>
    geometry.polygons.some((rings) => polygonHolds(rings, corner) && !onBorder(rings, corner)),
  )
  return (
    !swallowsHole && middles.every((point) => regionHolds(region, point)) && !crossesBorder(geometry, region)
  )
}

/** @param radius radians. */
export function liesWithinCap(geometry: Geometry, centre: Vector, radius: number): boolean {
  const vertices = verticesOf(geometry)
  return vertices.length > 0 && vertices.every((vertex) => angle(centre, vertex) <= radius + TOLERANCE)
}

export function intersect(a: Geometry, b: Geometry): boolean {
  if (verticesOf(a).some((vertex) => regionHolds(b, vertex))) return true
  if (verticesOf(b).some((vertex) => regionHolds(a, vertex))) return true
  const aArcs = arcsOf(a)
  const bArcs = arcsOf(b)
  return (
    a.points.some((point) => touches(point, b.points, bArcs)) ||
    b.points.some((point) => touches(point, [], aArcs)) ||
    aArcs.some(([p, q]) => bArcs.some(([r, s]) => arcsMeet(p, q, r, s)))
  )
}

function touches(point: Vector, points: Vector[], arcs: [Vector, Vector][]): boolean {
  return (
    points.some((other) => angle(point, other) <= TOLERANCE) ||
    arcs.some(([a, b]) => angleToArc(point, a, b) <= TOLERANCE)
  )
}

function regionHolds({ polygons }: Geometry, point: Vector): boolean {
  return polygons.some((rings) => polygonHolds(rings, point))
}

/** Inside the outer ring and in no hole; the border of a hole belongs to the polygon. */
function polygonHolds([outer, ...holes]: Vector[][], point: Vector): boolean {
  if (!outer || !ringHolds(outer, point)) return false
  return !holes.some((hole) => ringHolds(hole, point) && !onBorder([hole], point))
}

function onBorder(rings: Vector[][], point: Vector): boolean {
  return rings.some((ring) => ring.slice(1).some((end, at) => angleToArc(point, ring[at]!, end) <= TOLERANCE))
}

/** Whether an arc passes through the region's border with its middle; touching it is allowed. */
function crossesBorder(geometry: Geometry, region: Geometry): boolean {
  const border = arcsOf({ points: [], lines: [], polygons: region.polygons })
  return arcsOf(geometry).some(([a, b]) =>
    border.some(([c, d]) => {
      const touching = [angleToArc(a, c, d), angleToArc(b, c, d), angleToArc(c, a, b), angleToArc(d, a, b)]
      return touching.every((gap) => gap > TOLERANCE) && arcsMeet(a, b, c, d)
    }),
  )
}
