import { evaluate, readExpression, type Variables } from '../aggregate/expression'
import { isDocument, type Strict, type StrictObject } from '../ejson/strict'
import { toValue, type ValueObject } from '../ejson/value'
import { invalidParam } from '../errors'
import { compileSchema } from './json-schema'
import type { DocumentTest } from './predicate'

interface Compiler {
  now: number
  /** What `$expr` may name with `$$`. */
  variables: Variables
  compile(filter: StrictObject): DocumentTest
}

type DocumentOperator = (operand: Strict, compiler: Compiler) => DocumentTest

function filtersOf(name: string, operand: Strict, { compile }: Compiler): DocumentTest[] {
  if (!Array.isArray(operand) || operand.length === 0)
    throw invalidParam(`${name} needs a list of queries, not empty`)
  return operand.map((filter) => {
    if (!isDocument(filter)) throw invalidParam(`${name} needs a list of queries`)
    return compile(filter)
  })
}

/** Everything that may stand at the top of a query. */
export const documentOperators: Readonly<Record<string, DocumentOperator | undefined>> = {
  $and: (operand, compiler) => {
    const tests = filtersOf('$and', operand, compiler)
    return (document) => tests.every((test) => test(document))
  },
  $or: (operand, compiler) => {
    const tests = filtersOf('$or', operand, compiler)
    return (document) => tests.some((test) => test(document))
  },
  $nor: (operand, compiler) => {
    const tests = filtersOf('$nor', operand, compiler)
    return (document) => !tests.some((test) => test(document))
  },
  $jsonSchema: (operand) => compileSchema(operand),
  $expr: (operand, { now, variables }) => {
    const expression = readExpression(operand, now)
    return (document) => isTrue(evaluate(toValue(document) as ValueObject, expression, variables))
  },
}

/** Only false, null, 0 and a missing value are false; an empty string is true. */
function isTrue(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined && value !== 0
}
