import type { Access } from '../database/access'
import type { StrictObject } from '../ejson/strict'
import { isDocument } from '../ejson/strict'
import { fromValue, toValue, type ValueObject } from '../ejson/value'
import { unknownOperator } from '../errors'
import type { FindResult } from '../query/find'
import { readSort, type Sort } from '../query/sort'
import type { Variables } from './expression'
import type { Stage, StageContext, StageOperator } from './stage'
import { $bucket } from './stages/bucket'
import { mingoStages } from './stages/by-mingo'
import { $count, $limit, $sample, $skip, wholeNumber } from './stages/cut'
import { geoNear } from './stages/geo-near'
import { $facet } from './stages/facet'
import { $lookup } from './stages/lookup'
import { $match } from './stages/match'
import { $sort } from './stages/sort'

const stageOperators: Readonly<Record<string, StageOperator | undefined>> = {
  ...mingoStages,
  $bucket,
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
  if (stages[0]?.name === '$geoNear') return runFromNear(access, collection, stages, now)
  assertKnown(stages)
  const head = headOf(stages)
  const found = access.find(collection, { ...head, now })
  let examined = found.examined
  const rest = stages.slice(head.used)
  if (rest.length === 0) return { texts: found.found.map(({ text }) => text), found, examined }
  const context = stageContext(access, collection, now, (more) => void (examined += more))
  const documents = found.found.map(
    ({ text, document }) => toValue(document ?? JSON.parse(text)) as ValueObject,
  )
  return { texts: context.run(documents, rest, {}).map(textOf), found, examined }
}

/** `$geoNear` reads the collection itself. */
function runFromNear(
  access: Access,
  collection: string,
  stages: readonly Stage[],
  now: number,
): PipelineResult {
  const [first, ...rest] = stages
  assertKnown(rest)
  let examined = 0
  const context = stageContext(access, collection, now, (more) => void (examined += more))
  const texts = context.run(geoNear(first!.operand, context), rest, {}).map(textOf)
  return { texts, found: { found: [], examined, index: null }, examined }
}

function textOf(document: ValueObject): string {
  return JSON.stringify(fromValue(document))
}

function stageContext(
  access: Access,
  collection: string,
  now: number,
  examine: (documents: number) => void,
  variables: Variables = {},
): StageContext {
  return {
    access,
    collection,
    now,
    variables,
    examine,
    run(documents, inner, own) {
      assertKnown(inner)
      const context = stageContext(access, collection, now, examine, own)
      return inner.reduce(
        (current, { name, operand }) => stageOperators[name]!(current, operand, context),
        documents,
      )
    },
  }
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
