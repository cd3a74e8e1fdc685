import { isDocument } from '../../ejson/strict'
import { fromValue, toValue, type ValueObject } from '../../ejson/value'
import { invalidParam } from '../../errors'
import { readStages } from '../read-stages'
import type { StageOperator } from '../stage'

/** Several pipelines over the same documents, into one document. */
export const $facet: StageOperator = (documents, operand, { run, variables }) => {
  if (!isDocument(operand)) throw invalidParam('$facet needs an object of pipelines')
  const result: ValueObject = {}
  for (const [name, pipeline] of Object.entries(operand)) {
    const own = documents.map((document) => toValue(fromValue(document)) as ValueObject)
    result[name] = run(own, readStages(pipeline), variables)
  }
  return [result]
}
