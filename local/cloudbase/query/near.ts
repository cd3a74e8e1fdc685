import { isDocument, type StrictObject } from '../ejson/strict'
import { distanceWithin, readNear, type Near } from '../filter/operators/geo'
import { leavesAt } from '../filter/path'

/** A `$nearSphere` of a query: unless another order is asked for, the nearest documents come first. */
export interface NearCondition {
  path: string
  near: Near
}

export function nearOf(filter: StrictObject): NearCondition | undefined {
  for (const [path, operand] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(operand)) {
      for (const inner of operand) {
        const found = isDocument(inner) ? nearOf(inner) : undefined
        if (found) return found
      }
    } else if (isDocument(operand)) {
      const point = operand.$nearSphere ?? operand.$near
      if (point !== undefined) return { path, near: readNear(point, operand) }
    }
  }
  return undefined
}

/** Metres to the nearest geometry at the path; Infinity where there is none within the limits. */
export function distanceOf(document: StrictObject, { path, near }: NearCondition): number {
  return Math.min(
    ...leavesAt(document, path).flatMap((leaf) => {
      const own = distanceWithin(near, leaf)
      if (own !== undefined) return [own]
      return Array.isArray(leaf) ? leaf.flatMap((item) => distanceWithin(near, item) ?? []) : []
    }),
    Number.POSITIVE_INFINITY,
  )
}
