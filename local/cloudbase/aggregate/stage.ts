import type { Access } from '../database/access'
import type { Strict } from '../ejson/strict'
import type { ValueObject } from '../ejson/value'
import type { Variables } from './expression'

/** One stage as it came: its name with `$`, its operand in strict form. */
export interface Stage {
  name: string
  operand: Strict
}

export interface StageContext {
  access: Access
  collection: string
  /** The emulator's clock, milliseconds UTC. */
  now: number
  variables: Variables
  /** Adds to the number of documents that the aggregation looked at. */
  examine(documents: number): void
  /** Runs stages over documents, as `$facet` and `$lookup` need it. */
  run(documents: ValueObject[], stages: readonly Stage[], variables: Variables): ValueObject[]
}

export type StageOperator = (
  documents: ValueObject[],
  operand: Strict,
  context: StageContext,
) => ValueObject[]
