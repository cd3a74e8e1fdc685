import { databaseLimits } from '../limits'
import { isDocument, isNumber, kindOf, patternOf, type Strict, type StrictObject } from '../ejson/strict'
import { integerOf, numberOf } from '../ejson/number'
import { isExpression } from '../filter/compile'
import { endKeyOf, firstKeyOf, keyOf, textKey, type Key } from '../store/key'

/**
 * What a filter demands of one path, in terms of index keys. `exact` says that every document within is met by the
 * condition; otherwise the index only narrows the candidates and the filter decides.
 */
export type Constraint =
  | { kind: 'equal'; key: Key; exact: boolean }
  | { kind: 'in'; keys: Key[]; exact: boolean }
  | { kind: 'range'; low: Key; lowOpen: boolean; high: Key; highOpen: boolean; exact: boolean }
  | { kind: 'missing'; exact: false }

export interface Constraints {
  /** Several constraints on a path all hold. */
  byPath: Map<string, Constraint[]>
  /** The lists of `$or`s; the document must meet one filter of each. */
  alternatives: StrictObject[][]
  /** Whether the constraints say all that the filter says. */
  complete: boolean
}

export function constraintsOf(filter: StrictObject): Constraints {
  const result: Constraints = { byPath: new Map(), alternatives: [], complete: true }
  collect(filter, '', result)
  return result
}

function collect(filter: StrictObject, prefix: string, result: Constraints): void {
  for (const [name, operand] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(operand)) {
      for (const inner of operand) if (isDocument(inner)) collect(inner, prefix, result)
    } else if (name === '$or' && Array.isArray(operand) && prefix === '' && operand.every(isDocument)) {
      result.alternatives.push(operand as StrictObject[])
      result.complete = false
    } else if (name === '$comment') {
      continue
    } else if (name.startsWith('$')) {
      result.complete = false
    } else {
      collectField(prefix + name, operand, result, prefix !== '')
    }
  }
}

function collectField(path: string, operand: Strict, result: Constraints, inexact: boolean): void {
  const conditions: [string, Strict][] = isExpression(operand) ? Object.entries(operand) : [['', operand]]
  for (const [operator, value] of conditions) {
    if (operator === '$all' && Array.isArray(value) && value.length > 0) {
      for (const item of value) add(path, equality(item), result, inexact)
    } else if (operator === '$elemMatch' && isDocument(value)) {
      result.complete = false
      if (isExpression(value))
        for (const [name, inner] of Object.entries(value)) add(path, single(name, inner), result, true)
      else collect(value, `${path}.`, result)
    } else if (operator === '$regex') {
      add(path, regexRange(value, (operand as StrictObject).$options), result, inexact)
    } else if (operator !== '$options') {
      add(path, single(operator, value), result, inexact)
    }
  }
}

function add(path: string, constraint: Constraint | undefined, result: Constraints, inexact: boolean): void {
  if (!constraint || inexact || !constraint.exact) result.complete = false
  if (!constraint) return
  const list = result.byPath.get(path) ?? []
  list.push(inexact && constraint.exact ? { ...constraint, exact: false } : constraint)
  result.byPath.set(path, list)
}

function single(operator: string, value: Strict): Constraint | undefined {
  switch (operator) {
    case '':
      return kindOf(value) === 'regex' ? regexRange(value, undefined) : equality(value)
    case '$eq':
      return equality(value)
    case '$in':
      return membership(value)
    case '$gt':
      return range(value, { low: true, open: true })
    case '$gte':
      return range(value, { low: true, open: false })
    case '$lt':
      return range(value, { low: false, open: true })
    case '$lte':
      return range(value, { low: false, open: false })
    case '$exists':
      return isFalse(value) ? { kind: 'missing', exact: false } : undefined
    default:
      return undefined
  }
}

function isFalse(value: Strict): boolean {
  return value === false || value === null || integerOf(value) === 0
}

/** Kinds whose key says everything; objects and patterns only narrow. */
const plainKinds = new Set(['number', 'string', 'boolean', 'date', 'objectId'])

function equality(value: Strict): Constraint | undefined {
  const kind = kindOf(value)
  if (kind === 'null') return { kind: 'missing', exact: false }
  if (kind === 'array' || kind === 'regex') return undefined
  const key = keyOf(value)
  return key === null ? undefined : { kind: 'equal', key, exact: plainKinds.has(kind) }
}

function membership(value: Strict): Constraint | undefined {
  if (!Array.isArray(value) || value.length > databaseLimits.inValues.value) return undefined
  if (!value.every((item) => plainKinds.has(kindOf(item)))) return undefined
  const keys = value.map(keyOf)
  return keys.includes(null) ? undefined : { kind: 'in', keys, exact: true }
}

function range(value: Strict, { low, open }: { low: boolean; open: boolean }): Constraint | undefined {
  const kind = kindOf(value)
  if (!plainKinds.has(kind) || (isNumber(value) && Number.isNaN(numberOf(value)))) return undefined
  const key = keyOf(value)
  const [first, end] = boundsOf(value)
  return low
    ? { kind: 'range', low: key, lowOpen: open, high: end, highOpen: true, exact: true }
    : { kind: 'range', low: first, lowOpen: false, high: key, highOpen: open, exact: true }
}

/** Where the keys of a value's own type begin and end: a range never leaves the type. */
function boundsOf(value: Strict): [Key, Key] {
  const kind = kindOf(value)
  if (kind === 'number') return [null, '']
  if (kind === 'string') return ['', firstKeyOf('object')]
  return [firstKeyOf(kind), endKeyOf(kind)]
}

const LITERAL_PREFIX = /^\^([^\\^$.*+?()[\]{}|]+)/

/** A pattern that begins with `^literal` and no option can use an index. */
function regexRange(value: Strict, options: Strict | undefined): Constraint | undefined {
  const { pattern, options: own } =
    kindOf(value) === 'regex' ? patternOf(value) : { pattern: value, options: '' }
  if (typeof pattern !== 'string' || own !== '' || (options !== undefined && options !== '')) return undefined
  if (pattern.includes('|')) return undefined
  const literal = LITERAL_PREFIX.exec(pattern)?.[1]
  if (!literal) return undefined
  // A quantifier after the literal makes its last character optional.
  const next = pattern[1 + literal.length]
  const sure = next !== undefined && '*?{'.includes(next) ? [...literal].slice(0, -1).join('') : literal
  if (sure === '') return undefined
  return {
    kind: 'range',
    low: textKey(sure),
    lowOpen: false,
    high: `${textKey(sure)}\u{10ffff}`,
    highOpen: false,
    exact: false,
  }
}
