import { compare, equal } from '../ejson/compare'
import { integerOf, numberOf } from '../ejson/number'
import { isDocument, isNumber, type Strict, type StrictObject } from '../ejson/strict'
import { invalidParam, unknownOperator } from '../errors'
import { bsonTypeOf } from './operators/element'
import { toRegExp } from './operators/regex'

type Check = (value: Strict) => boolean
type Keyword = (operand: Strict, schema: StrictObject) => Check

const onlyFor =
  <T extends Strict>(is: (value: Strict) => value is T, check: (value: T) => boolean): Check =>
  (value) =>
    !is(value) || check(value)

const isText = (value: Strict): value is string => typeof value === 'string'
const isArray = (value: Strict): value is Strict[] => Array.isArray(value)

/** JSON's own type names, as `type` uses them; `bsonType` uses MongoDB's. */
const jsonTypes: Record<string, string[]> = {
  object: ['object'],
  array: ['array'],
  number: ['int', 'long', 'double', 'decimal'],
  boolean: ['bool'],
  string: ['string'],
  null: ['null'],
}

function typeCheck(names: (name: string) => string[]): Keyword {
  return (operand) => {
    const allowed = (Array.isArray(operand) ? operand : [operand]).flatMap((name) => names(String(name)))
    return (value) => allowed.includes(bsonTypeOf(value))
  }
}

function length(least: boolean, of: (value: Strict) => number | undefined): Keyword {
  return (operand) => {
    const bound = integerOf(operand)
    if (bound === undefined) throw invalidParam('$jsonSchema: a length must be a whole number')
    return (value) => {
      const actual = of(value)
      return actual === undefined || (least ? actual >= bound : actual <= bound)
    }
  }
}

const charactersOf = (value: Strict) => (isText(value) ? [...value].length : undefined)
const itemsOf = (value: Strict) => (isArray(value) ? value.length : undefined)
const fieldsOf = (value: Strict) => (isDocument(value) ? Object.keys(value).length : undefined)

function schemasOf(operand: Strict): Check[] {
  if (!Array.isArray(operand) || operand.length === 0)
    throw invalidParam('$jsonSchema: a list of schemas was expected')
  return operand.map(compileSchema)
}

const keywords: Readonly<Record<string, Keyword | undefined>> = {
  bsonType: typeCheck((name) => (name === 'number' ? jsonTypes.number! : [name])),
  type: typeCheck((name) => jsonTypes[name] ?? []),
  enum: (operand) => (value) => Array.isArray(operand) && operand.some((item) => equal(item, value)),
  required: (operand) => {
    if (!Array.isArray(operand)) throw invalidParam('$jsonSchema: required needs a list')
    return onlyFor(isDocument, (value) => operand.every((field) => Object.hasOwn(value, String(field))))
  },
  properties: (operand) => {
    const checks = Object.entries(operand as StrictObject).map(
      ([field, schema]) => [field, compileSchema(schema)] as const,
    )
    return onlyFor(isDocument, (value) =>
      checks.every(([field, check]) => !Object.hasOwn(value, field) || check(value[field]!)),
    )
  },
  additionalProperties: (operand, schema) => {
    const known = new Set(Object.keys(isDocument(schema.properties) ? schema.properties : {}))
    const check = operand === false ? () => false : operand === true ? () => true : compileSchema(operand)
    return onlyFor(isDocument, (value) =>
      Object.entries(value).every(([field, child]) => known.has(field) || check(child)),
    )
  },
  items: (operand) => {
    const check = compileSchema(operand)
    return onlyFor(isArray, (value) => value.every(check))
  },
  uniqueItems: (operand) =>
    onlyFor(
      isArray,
      (value) =>
        operand !== true ||
        !value.some((item, at) => value.slice(at + 1).some((other) => equal(item, other))),
    ),
  minimum: (operand, { exclusiveMinimum }) =>
    onlyFor(isNumber, (value) => compare(value, operand) > (exclusiveMinimum === true ? 0 : -1)),
  maximum: (operand, { exclusiveMaximum }) =>
    onlyFor(isNumber, (value) => compare(value, operand) < (exclusiveMaximum === true ? 0 : 1)),
  multipleOf: (operand) =>
    onlyFor(isNumber, (value) => Number(numberOf(value)) % Number(numberOf(operand)) === 0),
  pattern: (operand) => {
    const expression = toRegExp(String(operand), '')
    return onlyFor(isText, (value) => expression.test(value))
  },
  minLength: length(true, charactersOf),
  maxLength: length(false, charactersOf),
  minItems: length(true, itemsOf),
  maxItems: length(false, itemsOf),
  minProperties: length(true, fieldsOf),
  maxProperties: length(false, fieldsOf),
  allOf: (operand) => {
    const checks = schemasOf(operand)
    return (value) => checks.every((check) => check(value))
  },
  anyOf: (operand) => {
    const checks = schemasOf(operand)
    return (value) => checks.some((check) => check(value))
  },
  oneOf: (operand) => {
    const checks = schemasOf(operand)
    return (value) => checks.filter((check) => check(value)).length === 1
  },
  not: (operand) => {
    const check = compileSchema(operand)
    return (value) => !check(value)
  },
}

/** Say nothing about the value, or are read by a neighbour. */
const silent = new Set(['title', 'description', 'exclusiveMinimum', 'exclusiveMaximum'])

/**
 * `$jsonSchema` in MongoDB's draft-4 dialect.
 * @throws CloudError DATABASE_INVALID_OPERRATOR for a keyword it does not have.
 */
export function compileSchema(schema: Strict): Check {
  if (!isDocument(schema)) throw invalidParam('$jsonSchema: a schema must be an object')
  const checks = Object.entries(schema).flatMap(([name, operand]) => {
    if (silent.has(name)) return []
    const keyword = keywords[name]
    if (!keyword) throw unknownOperator(name, '$jsonSchema')
    return [keyword(operand, schema)]
  })
  return (value) => checks.every((check) => check(value))
}
