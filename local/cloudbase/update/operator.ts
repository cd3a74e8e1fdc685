import type { Strict, StrictObject } from '../ejson/strict'
import type { DocumentTest } from '../filter/predicate'
import type { Place } from './place'

export interface UpdateContext {
  /** The emulator's clock, milliseconds UTC. */
  now: number
  path: string
  document: StrictObject
  compileDocument(filter: StrictObject): DocumentTest
  compileElement(expression: StrictObject): (value: Strict) => boolean
  /** Places of another path in the same document, for `$rename`. */
  placesAt(path: string): Place[]
}

export interface UpdateOperator {
  /** Whether documents on the way to the field are made where they are missing. */
  creates: boolean
  /** @throws CloudError DATABASE_REQUEST_FAILED where the field's value does not allow the operation. */
  apply(place: Place, operand: Strict, context: UpdateContext): void
}
