import type { Strict, StrictObject } from '../ejson/strict'

/**
 * One condition on one field.
 * `test` judges a single value; undefined stands for a missing field. For a field that holds an array, the condition
 * is met by the array itself or by any of its elements, unless it looks at the array as a whole (`whole`).
 * `negate` turns the verdict over the whole field round, as $ne, $nin and $not do.
 */
export interface Condition {
  test(value: Strict | undefined): boolean
  whole?: boolean
  negate?: boolean
}

export type DocumentTest = (document: StrictObject) => boolean

/** What an operator may need beside its operand. */
export interface FilterContext {
  /** The emulator's clock, milliseconds UTC. */
  now: number
  /** The operator's neighbours in the same expression, as `$options` beside `$regex`. */
  siblings: StrictObject
  /** Compiles an operator expression for one value, without the array rule. */
  compileElement(expression: StrictObject): (value: Strict) => boolean
  compileDocument(filter: StrictObject): DocumentTest
}

/** @throws CloudError for an operand that the operator can't take. */
export type ConditionOperator = (operand: Strict, context: FilterContext) => Condition

/** Like a condition, but over all leaves at once: `$not` needs the field, not one value. */
export interface FieldTest {
  field(leaves: readonly (Strict | undefined)[]): boolean
  element(value: Strict | undefined): boolean
}
