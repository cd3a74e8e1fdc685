import type { Access } from '../database/access'
import type { StrictObject } from '../ejson/strict'
import { isDocument } from '../ejson/strict'
import { fromValue, toValue, type ValueObject } from '../ejson/value'
import { unknownOperator } from '../errors'
import type { FindResult } from '../query/find'
import { readSort, type Sort } from '../query/sort'
import type { Variables } from './expression'
import type { Stage, StageContext, StageOperator } from './stage'
import { mingoStages } from './stages/by-mingo'
import { $count, $limit, $sample, $skip, wholeNumber } from './stages/cut'
import { $facet } from './stages/facet'
import { $lookup } from './stages/lookup'
import { $match } from './stages/match'
import { $sort } from './stages/sort'

const stageOperators: Readonly<Record<string, StageOperator | undefined>> = {
  ...mingoStages,
  $match,
  $sort,
  $limit,
  $skip,
  $sample,
  $count,
  $facet,
  $lookup,
}

export interface PipelineResult {
  /** Documents in canonical EJSON. */
  texts: string[]
  found: FindResult
  /** Documents looked at, in all collections. */
  examined: number
}

/**
 * Runs an aggregation. What the pipeline begins with (`$match`, `$sort`, `$skip`, `$limit`) goes through the indexes;
 * the rest works on plain values.
 * @throws CloudError DATABASE_INVALID_OPERRATOR for an unknown stage, before anything is read.
 */
export function runPipeline(
  access: Access,
  collection: string,
  stages: readonly Stage[],
  now: number,
): PipelineResult {
  assertKnown(stages)
  const head = headOf(stages)
  const found = access.find(collection, { ...head, now })
  let examined = found.examined
  const rest = stages.slice(head.used)
  if (rest.length === 0) return { texts: found.found.map(({ text }) => text), found, examined }
  const run = (documents: ValueObject[], inner: readonly Stage[], variables: Variables): ValueObject[] => {
    assertKnown(inner)
    const context: StageContext = {
      access,
      collection,
      now,
      variables,
      run,
      examine: (more) => void (examined += more),
    }
    return inner.reduce(
      (current, { name, operand }) => stageOperators[name]!(current, operand, context),
      documents,
    )
  }
  const documents = found.found.map(
    ({ text, document }) => toValue(document ?? JSON.parse(text)) as ValueObject,
  )
  const texts = run(documents, rest, {}).map((document) => JSON.stringify(fromValue(document)))
  return { texts, found, examined }
}

function assertKnown(stages: readonly Stage[]): void {
  for (const { name } of stages) if (!stageOperators[name]) throw unknownOperator(name, 'an aggregation')
}

interface Head {
  filter: StrictObject
  sort: Sort
  skip: number
  limit: number
  /** Stages that the head stands for. */
  used: number
}

/** `$match…`, then `$sort`, then `$skip`, then `$limit`, each where it is there. */
function headOf(stages: readonly Stage[]): Head {
  const filters: StrictObject[] = []
  let at = 0
  for (; stages[at]?.name === '$match'; at++) {
    const { operand } = stages[at]!
    if (!isDocument(operand)) break
    filters.push(operand)
  }
  const sortStage = stages[at]
  let sort: Sort = []
  if (
    sortStage?.name === '$sort' &&
    isDocument(sortStage.operand) &&
    Object.keys(sortStage.operand).length > 0
  ) {
    sort = readSort(sortStage.operand)
    at++
  }
  let skip = 0
  if (stages[at]?.name === '$skip') skip = wholeNumber('$skip', stages[at++]!.operand, 0)
  let limit = Number.POSITIVE_INFINITY
  if (stages[at]?.name === '$limit') limit = wholeNumber('$limit', stages[at++]!.operand, 1)
  const filter = filters.length === 1 ? filters[0]! : filters.length === 0 ? {} : { $and: filters }
  return { filter, sort, skip, limit, used: at }
}
