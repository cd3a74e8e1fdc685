import type { Variables } from '../aggregate/expression'
import { isDocument, kindOf, type Strict, type StrictObject } from '../ejson/strict'
import { invalidParam, unknownOperator } from '../errors'
import { conditionOperators, ignoredBeside } from './condition-operators'
import { documentOperators } from './document-operators'
import { implicitEquality } from './operators/equality'
import { leavesAt } from './path'
import type { Condition, DocumentTest, FieldTest, FilterContext } from './predicate'

interface FilterScope {
  now: number
  variables: Variables
}

/**
 * A filter as a test on documents in strict form, with MongoDB's semantics.
 * @param now the emulator's clock, milliseconds UTC.
 * @param variables what `$expr` may name with `$$`.
 * @throws CloudError INVALID_PARAM or DATABASE_INVALID_OPERRATOR, naming what is wrong.
 */
export function compileFilter(filter: StrictObject, now: number, variables: Variables = {}): DocumentTest {
  return compileQuery(filter, { now, variables })
}

function compileQuery(filter: StrictObject, scope: FilterScope): DocumentTest {
  const tests = Object.entries(filter).map(([key, operand]) => {
    if (!key.startsWith('$')) return compilePath(key, operand, scope)
    if (key === '$comment') return () => true
    const operator = documentOperators[key]
    if (!operator) throw unknownOperator(key, 'a query')
    return operator(operand, { ...scope, compile: (inner) => compileQuery(inner, scope) })
  })
  if (tests.length === 1) return tests[0]!
  return (document) => tests.every((test) => test(document))
}

/** Whether an object is made of operators, as `{$gt: 1}`, and not a value to be equalled. */
export function isExpression(value: Strict | undefined): value is StrictObject {
  if (!isDocument(value)) return false
  for (const key in value) return key.startsWith('$')
  return false
}

/** An operator expression as a test on one value, without the array rule. */
export function compileElementTest(expression: StrictObject, now: number): (value: Strict) => boolean {
  return elementTest(expression, { now, variables: {} })
}

function elementTest(expression: StrictObject, scope: FilterScope): (value: Strict) => boolean {
  const tests = compileExpression(expression, scope)
  return (value) => tests.every((test) => test.element(value))
}

function compilePath(path: string, operand: Strict, scope: FilterScope): DocumentTest {
  if (!isExpression(operand)) {
    const test = fieldTest(implicitEquality(operand, contextFor({}, scope)))
    return (document) => test.field(leavesAt(document, path))
  }
  const tests = compileExpression(operand, scope)
  return (document) => {
    const leaves = leavesAt(document, path)
    return tests.every((test) => test.field(leaves))
  }
}

function compileExpression(expression: StrictObject, scope: FilterScope): FieldTest[] {
  const context = contextFor(expression, scope)
  const tests: FieldTest[] = []
  for (const [name, operand] of Object.entries(expression)) {
    if (!name.startsWith('$')) throw invalidParam(`operators and the field '${name}' stand in one expression`)
    if (name === '$not') tests.push(negation(operand, scope))
    else if (!ignoredBeside.has(name)) {
      const operator = conditionOperators[name]
      if (!operator) throw unknownOperator(name, 'a query')
      tests.push(fieldTest(operator(operand, context)))
    }
  }
  return tests
}

function negation(operand: Strict, scope: FilterScope): FieldTest {
  const isRegex = kindOf(operand) === 'regex'
  if (!isRegex && !isExpression(operand)) throw invalidParam('$not needs an operator expression')
  const inner = isRegex
    ? [fieldTest(implicitEquality(operand, contextFor({}, scope)))]
    : compileExpression(operand as StrictObject, scope)
  return {
    field: (leaves) => !inner.every((test) => test.field(leaves)),
    element: (value) => !inner.every((test) => test.element(value)),
  }
}

function fieldTest({ test, whole = false, negate = false }: Condition): FieldTest {
  const met = (leaf: Strict | undefined) =>
    test(leaf) || (!whole && Array.isArray(leaf) && leaf.some((item) => test(item)))
  return {
    field: (leaves) => leaves.some(met) !== negate,
    element: (value) => test(value) !== negate,
  }
}

function contextFor(siblings: StrictObject, scope: FilterScope): FilterContext {
  return {
    now: scope.now,
    siblings,
    compileElement: (expression) => elementTest(expression, scope),
    compileDocument: (filter) => compileQuery(filter, scope),
  }
}
