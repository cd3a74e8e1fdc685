import { isDocument, type Strict } from '../ejson/strict'
import { invalidParam } from '../errors'
import type { Stage } from './stage'

/** A pipeline inside a stage: a list of `{$name: operand}`. */
export function readStages(pipeline: Strict | undefined): Stage[] {
  if (!Array.isArray(pipeline)) throw invalidParam('a pipeline must be a list of stages')
  return pipeline.map((entry) => {
    const [first, ...more] = isDocument(entry) ? Object.entries(entry) : []
    if (!first || more.length > 0) throw invalidParam('a stage must have one operator')
    return { name: first[0], operand: first[1] }
  })
}
