/** A point on the unit sphere. */
export type Vector = readonly [x: number, y: number, z: number]

/** Metres; MongoDB's figure (kRadiusOfEarthInMeters in its geo constants). */
export const EARTH_RADIUS = 6_378_100

/** Radians; about a tenth of a millimetre on the ground. */
export const TOLERANCE = 1.5e-11

const RADIANS = Math.PI / 180

export function vectorAt([longitude, latitude]: readonly [number, number]): Vector {
  const cosine = Math.cos(latitude * RADIANS)
  return [
    cosine * Math.cos(longitude * RADIANS),
    cosine * Math.sin(longitude * RADIANS),
    Math.sin(latitude * RADIANS),
  ]
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

function length(a: Vector): number {
  return Math.hypot(a[0], a[1], a[2])
}

/** Radians between two points; exact for tiny angles too, unlike the arc cosine. */
export function angle(a: Vector, b: Vector): number {
  return Math.atan2(length(cross(a, b)), dot(a, b))
}

/** Radians from a point to the nearest point of the arc a–b. */
export function angleToArc(point: Vector, a: Vector, b: Vector): number {
  const normal = cross(a, b)
  const size = length(normal)
  if (size > 0) {
    const insideA = dot(cross(normal, a), point) >= 0
    const insideB = dot(cross(b, normal), point) >= 0
    if (insideA && insideB) return Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(point, normal) / size))))
  }
  return Math.min(angle(point, a), angle(point, b))
}

/** Whether the arcs a–b and c–d meet, in their middle or at an end. */
export function arcsMeet(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const ab = cross(a, b)
  const cd = cross(c, d)
  const crossing = dot(ab, c) * dot(ab, d) < 0 && dot(cd, a) * dot(cd, b) < 0
  // Great circles meet twice: the arcs cross only where both run on the same side of the globe.
  if (crossing && dot(middle(a, b), middle(c, d)) > 0) return true
  return (
    angleToArc(a, c, d) <= TOLERANCE ||
    angleToArc(b, c, d) <= TOLERANCE ||
    angleToArc(c, a, b) <= TOLERANCE ||
    angleToArc(d, a, b) <= TOLERANCE
  )
}

function middle(a: Vector, b: Vector): Vector {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

/**
 * Whether a closed ring of great-circle arcs goes round a point; points on the ring count. The ring must be smaller
 * than a hemisphere. The turns of the view along the ring sum up to a full circle inside, to nothing outside.
 */
export function ringHolds(ring: readonly Vector[], point: Vector): boolean {
  const centre = ring.reduce<Vector>((sum, vertex) => middle(sum, vertex), [0, 0, 0])
  if (dot(centre, point) <= 0) return false
  let turn = 0
  for (let at = 0; at < ring.length - 1; at++) {
    const a = ring[at]!
    const b = ring[at + 1]!
    if (angleToArc(point, a, b) <= TOLERANCE) return true
    const toA = cross(point, a)
    const toB = cross(point, b)
    turn += Math.atan2(dot(point, cross(toA, toB)), dot(toA, toB))
  }
  return Math.abs(turn) > Math.PI
}
