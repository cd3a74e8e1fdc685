import { isDocument, type StrictObject } from '../../ejson/strict'
import { fromValue } from '../../ejson/value'
import { invalidParam } from '../../errors'
import { compileFilter } from '../../filter/compile'
import type { StageOperator } from '../stage'

export const $match: StageOperator = (documents, operand, { now, variables }) => {
  if (!isDocument(operand)) throw invalidParam('$match needs a query')
  const matches = compileFilter(operand, now, variables)
  return documents.filter((document) => matches(fromValue(document) as StrictObject))
}
