import { equal } from '../../ejson/compare'
import { invalidParam } from '../../errors'
import { kindOf, patternOf, type Strict } from '../../ejson/strict'
import type { ConditionOperator } from '../predicate'

/**
 * PCRE options that JavaScript has too; `x` (free spacing) has no counterpart and is refused; `g` and `y`, which
 * would make a RegExp remember its last match, are dropped.
 */
export function toRegExp(pattern: string, options: string): RegExp {
  if (options.includes('x')) throw invalidParam('the regular expression option x is not supported')
  const flags = [...new Set(options)].filter((flag) => 'imsu'.includes(flag)).join('')
  try {
    return new RegExp(pattern, flags)
  } catch {
    throw invalidParam('the regular expression is not valid')
  }
}

export function regexTest(value: Strict): (text: string) => boolean {
  const { pattern, options } = patternOf(value)
  const expression = toRegExp(pattern, options)
  return (text) => expression.test(text)
}

export const $regex: ConditionOperator = (operand, { siblings }) => {
  const given = kindOf(operand) === 'regex' ? patternOf(operand) : { pattern: operand, options: '' }
  if (typeof given.pattern !== 'string') throw invalidParam('$regex needs a pattern')
  const expression = toRegExp(given.pattern, String(siblings.$options ?? given.options))
  return {
    test: (value) =>
      typeof value === 'string'
        ? expression.test(value)
        : equal(value, operand) && kindOf(operand) === 'regex',
  }
}
