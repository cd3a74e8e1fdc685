import { Aggregator } from 'mingo/aggregator'
import { ProcessingMode } from 'mingo/core'
import type { ValueObject } from '../../ejson/value'
import { guarded, optionsWith, readExpression } from '../expression'
import type { StageOperator } from '../stage'

/** Stages whose semantics mingo has right. Those that may write into their input get a copy of it. */
function byMingo(name: string, writes: boolean): StageOperator {
  return (documents, operand, { now, variables }) => {
    const options = {
      ...optionsWith(variables),
      processingMode: writes ? ProcessingMode.CLONE_INPUT : ProcessingMode.CLONE_OFF,
    }
    const stage = { [name]: readExpression(operand, now) }
    return guarded(() => new Aggregator([stage], options).run<ValueObject>(documents, undefined))
  }
}

export const mingoStages: Readonly<Record<string, StageOperator>> = {
  $addFields: byMingo('$addFields', true),
  $set: byMingo('$set', true),
  $unset: byMingo('$unset', true),
  $project: byMingo('$project', true),
  $replaceRoot: byMingo('$replaceRoot', false),
  $replaceWith: byMingo('$replaceWith', false),
  $group: byMingo('$group', false),
  $bucketAuto: byMingo('$bucketAuto', false),
  $sortByCount: byMingo('$sortByCount', false),
  $unwind: byMingo('$unwind', false),
  $redact: byMingo('$redact', true),
}
