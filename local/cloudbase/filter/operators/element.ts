import { numberOf } from '../../ejson/number'
import { isNumber, kindOf, type Kind, type Strict, type StrictObject } from '../../ejson/strict'
import { invalidParam } from '../../errors'
import type { ConditionOperator } from '../predicate'

export const $exists: ConditionOperator = (operand) => {
  const wanted = isNumber(operand) ? Number(numberOf(operand)) !== 0 : operand !== false && operand !== null
  return { whole: true, negate: !wanted, test: (value) => value !== undefined }
}

const aliases: Record<string, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  '-1': 'minKey',
  127: 'maxKey',
}

const kindNames: Partial<Record<Kind, string>> = { boolean: 'bool', binary: 'binData' }
const numberNames: Record<string, string> = {
  $numberInt: 'int',
  $numberLong: 'long',
  $numberDouble: 'double',
  $numberDecimal: 'decimal',
}
const known = new Set([...Object.values(aliases), 'number'])

/** The BSON type's name, as `$type` and `$jsonSchema` spell it. */
export function bsonTypeOf(value: Strict): string {
  const kind = kindOf(value)
  if (kind === 'number') return numberNames[Object.keys(value as StrictObject)[0]!]!
  return kindNames[kind] ?? kind
}

export const $type: ConditionOperator = (operand) => {
  const names = (Array.isArray(operand) ? operand : [operand]).map((item) => {
    const name = isNumber(item) ? aliases[String(numberOf(item))] : item
    if (typeof name !== 'string' || !known.has(name)) throw invalidParam('$type does not know this type')
    return name
  })
  return {
    test: (value) => {
      if (value === undefined) return false
      const name = bsonTypeOf(value)
      return names.includes(name) || (isNumber(value) && names.includes('number'))
    },
  }
}
