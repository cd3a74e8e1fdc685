import { compare } from '../../ejson/compare'
import { integerOf } from '../../ejson/number'
import { isDocument, type Strict, type StrictObject } from '../../ejson/strict'
import { requestFailed } from '../../errors'
import { leavesAt } from '../../filter/path'
import type { UpdateOperator } from '../operator'

const modifiers = new Set(['$each', '$position', '$sort', '$slice'])

/** With `$each`: insert at `$position`, then `$sort`, then `$slice`, in this order whatever order they are given in. */
export const $push: UpdateOperator = {
  creates: true,
  apply: (place, operand, { path }) => {
    const current = place.get() ?? []
    if (!Array.isArray(current)) throw requestFailed(`The field '${path}' must be an array`)
    if (!isDocument(operand) || !('$each' in operand)) {
      place.set([...current, operand])
      return
    }
    const unknown = Object.keys(operand).find((name) => !modifiers.has(name))
    if (unknown) throw requestFailed(`$push does not know ${unknown}`)
    const each = operand.$each
    if (!Array.isArray(each)) throw requestFailed('$each needs an array')
    const position = wholeNumber(operand, '$position') ?? current.length
    const at = position < 0 ? Math.max(0, current.length + position) : Math.min(position, current.length)
    let result = [...current.slice(0, at), ...each, ...current.slice(at)]
    if (operand.$sort !== undefined) result = sorted(result, operand.$sort)
    const slice = wholeNumber(operand, '$slice')
    if (slice !== undefined) result = slice < 0 ? result.slice(slice) : result.slice(0, slice)
    place.set(result)
  },
}

function wholeNumber(operand: StrictObject, name: string): number | undefined {
  if (operand[name] === undefined) return undefined
  const number = integerOf(operand[name])
  if (number === undefined) throw requestFailed(`${name} needs a whole number`)
  return number
}

/** `1 | -1` sorts whole elements, `{path: 1 | -1, …}` documents by their fields. */
function sorted(items: Strict[], order: Strict): Strict[] {
  const direction = integerOf(order)
  if (direction !== undefined) return [...items].sort((a, b) => direction * compare(a, b))
  if (!isDocument(order)) throw requestFailed('$sort needs 1, -1 or an object of fields')
  const keys = Object.entries(order).map(([path, sign]) => [path, integerOf(sign) ?? 1] as const)
  const valueAt = (item: Strict, path: string) => (isDocument(item) ? leavesAt(item, path)[0] : undefined)
  return [...items].sort((a, b) => {
    for (const [path, sign] of keys) {
      const by = sign * compare(valueAt(a, path), valueAt(b, path))
      if (by !== 0) return by
    }
    return 0
  })
}
