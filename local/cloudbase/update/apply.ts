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
  /** Only then does `$setOnInsert` write. */
  inserting?: boolean
}

/**
 * Applies an update made of operators to a document, in place.
 * @throws CloudError DATABASE_INVALID_OPERRATOR, INVALID_PARAM or DATABASE_REQUEST_FAILED; the document may then be
 * half changed, and must be thrown away.
 */
export function applyUpdate(document: StrictObject, update: StrictObject, options: UpdateOptions): void {
  const steps = stepsOf(update, options.inserting ?? false)
  assertNoConflict(steps.map(({ path }) => path))
  const id = document._id
  const position = (arrayPath: string) => matchedIndex(document, arrayPath, options)
  for (const { operator, path, operand } of steps) {
    for (const place of placesAt(document, path, operator.creates, position)) {
      operator.apply(place, operand, {
        now: options.now,
        path,
        document,
        compileDocument: (filter) => compileFilter(filter, options.now),
        compileElement: (expression) => compileElementTest(expression, options.now),
        placesAt: (other) => placesAt(document, other, true, position),
      })
    }
  }
  if (id !== undefined && !equal(document._id, id)) {
    throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'")
  }
}

interface Step {
  operator: UpdateOperator
  path: string
  operand: StrictObject[string]
}

function stepsOf(update: StrictObject, inserting: boolean): Step[] {
  const steps: Step[] = []
  for (const [name, fields] of Object.entries(update)) {
    if (!name.startsWith('$')) throw invalidParam(`the field '${name}' stands beside update operators`)
    const operator = name === '$setOnInsert' ? $set : operators[name]
    if (!operator) throw unknownOperator(name, 'an update')
    if (!isDocument(fields)) throw invalidParam(`${name} needs an object of fields`)
    if (name === '$setOnInsert' && !inserting) continue
    for (const [path, operand] of Object.entries(fields)) {
      if (operator === $set) assertStorable(operand, path)
      steps.push({ operator, path, operand })
      if (operator === $rename && typeof operand === 'string')
        steps.push({ operator: noOperation, path: operand, operand })
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
