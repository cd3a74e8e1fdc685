import { isDocument, type StrictObject } from '../../ejson/strict'
import { fromValue, type ValueObject } from '../../ejson/value'
import { invalidParam } from '../../errors'
import { compareBy, readSort, sortValuesOf } from '../../query/sort'
import type { StageOperator } from '../stage'

/** By MongoDB's order of all types; equal documents keep their order. */
export const $sort: StageOperator = (documents, operand) => {
  if (!isDocument(operand) || Object.keys(operand).length === 0) throw invalidParam('$sort needs fields')
  const sort = readSort(operand)
  const fields = [...new Set(sort.map(([path]) => path.split('.')[0]!))]
  const keyed = documents.map((document) => ({
    document,
    values: sortValuesOf(pick(document, fields), sort),
  }))
  return keyed.sort((a, b) => compareBy(sort, a.values, b.values)).map(({ document }) => document)
}

function pick(document: ValueObject, fields: string[]): StrictObject {
  const picked: StrictObject = {}
  for (const field of fields) if (document[field] !== undefined) picked[field] = fromValue(document[field])
  return picked
}
