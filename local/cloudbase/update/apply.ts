import { assertStorable } from '../ejson/canonical'
import { equal } from '../ejson/compare'
import { isDocument, type StrictObject } from '../ejson/strict'
import { invalidParam, requestFailed, unknownOperator } from '../errors'
import { compileElementTest, compileFilter } from '../filter/compile'
import type { UpdateOperator } from './operator'
import { $bit } from './operators/bit'
import { $inc, $mul } from './operators/arithmetic'
import { $addToSet, $pop, $pull, $pullAll } from './operators/array'
import { $currentDate, $max, $min, $rename, $set, $unset } from './operators/field'
import { $push } from './operators/push'
import { placesAt } from './place'

const operators: Readonly<Record<string, UpdateOperator | undefined>> = {
  $set,
  $unset,
  $inc,
  $mul,
  $min,
  $max,
  $rename,
  $currentDate,
  $bit,
  $push,
  $pop,
  $pull,
  $pullAll,
  $addToSet,
}

export interface UpdateOptions {
  /** The emulator's clock, milliseconds UTC. */
  now: number
  /** The query that chose the document: `$` in a path means the element that it matched. */
  filter: StrictObject
}

/**
 * Changes a document in place.
 * @param inserting only then does `$setOnInsert` write.
 * @throws CloudError DATABASE_REQUEST_FAILED where a value does not allow the operation; the document may then be
 * half changed, and must be thrown away.
 */
export type Update = (document: StrictObject, inserting?: boolean) => void

/**
 * An update made of operators, checked before any document is touched.
 * @throws CloudError DATABASE_INVALID_OPERRATOR, INVALID_PARAM or DATABASE_REQUEST_FAILED.
 */
export function compileUpdate(update: StrictObject, options: UpdateOptions): Update {
  const steps = stepsOf(update)
  assertNoConflict(steps.map(({ path }) => path))
  const shared = {
    now: options.now,
    compileDocument: (filter: StrictObject) => compileFilter(filter, options.now),
    compileElement: (expression: StrictObject) => compileElementTest(expression, options.now),
  }
  return (document, inserting = false) => {
    const id = document._id
    const position = (arrayPath: string) => matchedIndex(document, arrayPath, options)
    const others = (path: string) => placesAt(document, path, true, position)
    for (const { operator, path, operand, onInsert } of steps) {
      if (onInsert && !inserting) continue
      for (const place of placesAt(document, path, operator.creates, position)) {
        operator.apply(place, operand, { ...shared, path, document, placesAt: others })
      }
    }
    if (id !== undefined && !equal(document._id, id)) {
      throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'")
    }
  }
}

interface Step {
  operator: UpdateOperator
  path: string
  operand: StrictObject[string]
  onInsert: boolean
}

function stepsOf(update: StrictObject): Step[] {
  const steps: Step[] = []
  for (const [name, fields] of Object.entries(update)) {
    if (!name.startsWith('$')) throw invalidParam(`the field '${name}' stands beside update operators`)
    const onInsert = name === '$setOnInsert'
    const operator = onInsert ? $set : operators[name]
    if (!operator) throw unknownOperator(name, 'an update')
    if (!isDocument(fields)) throw invalidParam(`${name} needs an object of fields`)
    for (const [path, operand] of Object.entries(fields)) {
      if (operator === $set) assertStorable(operand, path)
      steps.push({ operator, path, operand, onInsert })
      if (operator === $rename && typeof operand === 'string')
        steps.push({ operator: noOperation, path: operand, operand, onInsert })
    }
  }
  return steps
}

/** Holds the place of a `$rename`'s new name, so that the conflict check sees it. */
const noOperation: UpdateOperator = { creates: false, apply: () => {} }

function assertNoConflict(paths: string[]): void {
  const ordered = [...paths].sort()
  for (const [at, path] of ordered.entries()) {
    const clash = ordered.slice(at + 1).find((other) => other === path || other.startsWith(`${path}.`))
    if (clash) throw requestFailed(`Updating the path '${clash}' would create a conflict at '${path}'`)
  }
}

/** The first element that, alone in the array, still lets the document match its query. */
function matchedIndex(document: StrictObject, arrayPath: string, { filter, now }: UpdateOptions): number {
  const [place] = placesAt(document, arrayPath, false, () => {
    throw requestFailed('only one $ may stand in a path')
  })
  const array = place?.get()
  if (place && Array.isArray(array)) {
    const matches = compileFilter(filter, now)
    const index = array.findIndex((item) => {
      place.set([item])
      return matches(document)
    })
    place.set(array)
    if (index >= 0) return index
  }
  throw requestFailed('The positional operator did not find the match needed from the query')
}
