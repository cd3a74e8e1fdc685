import { isDocument, type Strict, type StrictObject } from '../../ejson/strict'
import { fromValue, toValue, type ValueObject } from '../../ejson/value'
import { invalidParam } from '../../errors'
import { leavesAt } from '../../filter/path'
import { evaluate, readExpression } from '../expression'
import { readStages } from '../read-stages'
import type { StageContext, StageOperator } from '../stage'

/** Values an index is asked for at once. */
const CHUNK = 500

/** Joins another collection: by equal fields through its index, or by a pipeline with `let`, or both. */
export const $lookup: StageOperator = (documents, operand, context) => {
  if (!isDocument(operand)) throw invalidParam('$lookup needs an object')
  const { from, as, localField, foreignField, pipeline } = operand
  if (typeof from !== 'string' || typeof as !== 'string') throw invalidParam('$lookup needs from and as')
  const byField = typeof localField === 'string' && typeof foreignField === 'string'
  if (!byField && pipeline === undefined)
    throw invalidParam('$lookup needs localField and foreignField, or a pipeline')
  const joined = byField
    ? byEqualField(documents, from, localField, foreignField, context)
    : everything(documents, from, context)
  if (pipeline === undefined) return documents.map((document, at) => ({ ...document, [as]: joined(at) }))
  const stages = readStages(pipeline)
  const bindings = isDocument(operand.let) ? Object.entries(operand.let) : []
  const definitions = bindings.map(([name, value]) => [name, readExpression(value, context.now)] as const)
  return documents.map((document, at) => {
    const own = definitions.map(([name, value]) => [name, evaluate(document, value, context.variables)])
    const variables = { ...context.variables, ...Object.fromEntries(own) }
    return { ...document, [as]: context.run(joined(at).map(copy), stages, variables) }
  })
}

/** Later stages write into documents; the next outer document must find them untouched. */
function copy(document: ValueObject): ValueObject {
  return toValue(fromValue(document)) as ValueObject
}

type Joined = (at: number) => ValueObject[]

function everything(documents: ValueObject[], from: string, { access, now, examine }: StageContext): Joined {
  if (documents.length === 0) return () => []
  const { found } = access.find(from, { filter: {}, now })
  // MongoDB runs the pipeline once for each document: the cost counts so too.
  examine(found.length * documents.length)
  const foreign = found.map(({ text }) => toValue(JSON.parse(text)) as ValueObject)
  return () => foreign
}

function byEqualField(
  documents: ValueObject[],
  from: string,
  localField: string,
  foreignField: string,
  { access, now, examine }: StageContext,
): Joined {
  const locals = documents.map((document) => valuesAt(fromValue(document) as StrictObject, localField))
  const wanted = new Map<string, Strict>()
  for (const values of locals) for (const value of values) wanted.set(nameOf(value), value)
  const hasNull = wanted.delete('null')
  const foreign = new Map<string, ValueObject[]>()
  const read = (filter: StrictObject) => {
    const { found, examined } = access.find(from, { filter, now })
    examine(examined)
    for (const { text } of found) {
      const document = JSON.parse(text) as StrictObject
      const value = toValue(document) as ValueObject
      for (const name of new Set(valuesAt(document, foreignField).map(nameOf))) {
        if (name !== 'null' && !wanted.has(name)) continue
        const list = foreign.get(name) ?? []
        if (!list.some((other) => nameOf(fromValue(other._id)) === nameOf(document._id))) list.push(value)
        foreign.set(name, list)
      }
    }
  }
  const values = [...wanted.values()]
  for (let at = 0; at < values.length; at += CHUNK) {
    read({ [foreignField]: { $in: values.slice(at, at + CHUNK) } })
  }
  if (hasNull) read({ [foreignField]: null })
  return (at) => {
    const lists = locals[at]!.flatMap((value) => foreign.get(nameOf(value)) ?? [])
    return [...new Set(lists)]
  }
}

/** A missing field joins as null; an array by each of its elements. */
function valuesAt(document: StrictObject, path: string): Strict[] {
  const leaves = leavesAt(document, path)
  const values = leaves.flatMap((leaf) => (Array.isArray(leaf) ? leaf : [leaf ?? null]))
  return values.length === 0 && leaves.length === 0 ? [null] : values
}

/** Equal values have equal names, whatever their number type. */
function nameOf(value: Strict | undefined): string {
  return JSON.stringify(fromValue(toValue(value ?? null)))
}
