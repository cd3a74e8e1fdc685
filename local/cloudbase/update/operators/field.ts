import { compare } from '../../ejson/compare'
import { dateAt } from '../../ejson/strict'
import { requestFailed } from '../../errors'
import type { UpdateOperator } from '../operator'

export const $set: UpdateOperator = {
  creates: true,
  apply: (place, operand) => place.set(operand),
}

export const $unset: UpdateOperator = {
  creates: false,
  apply: (place) => place.remove(),
}

function extreme(replaces: (order: number) => boolean): UpdateOperator {
  return {
    creates: true,
    apply: (place, operand) => {
      const current = place.get()
      if (current === undefined || replaces(compare(operand, current))) place.set(operand)
    },
  }
}

export const $max = extreme((order) => order > 0)
export const $min = extreme((order) => order < 0)

export const $currentDate: UpdateOperator = {
  creates: true,
  apply: (place, _operand, { now }) => place.set(dateAt(now)),
}

/** Moves a field; an existing field of the new name is replaced, a missing old one changes nothing. */
export const $rename: UpdateOperator = {
  creates: false,
  apply: (place, operand, { placesAt, path }) => {
    if (typeof operand !== 'string') throw requestFailed('$rename needs the new name as a string')
    if (operand === path) throw requestFailed('$rename: the old and the new name must differ')
    const value = place.get()
    if (value === undefined) return
    place.remove()
    for (const target of placesAt(operand)) target.set(value)
  },
}
