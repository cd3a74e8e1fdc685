import { describe, expect, it, test } from 'vitest'
import { canonical } from '../../../local/cloudbase/ejson/canonical'
import type { StrictObject } from '../../../local/cloudbase/ejson/strict'
import { toValue } from '../../../local/cloudbase/ejson/value'
import { compileUpdate } from '../../../local/cloudbase/update/apply'

const NOW = Date.parse('2026-09-30T12:00:00Z')
const strict = (value: unknown): StrictObject => canonical(value, NOW) as StrictObject

function updated(document: unknown, update: unknown, filter: unknown = {}): StrictObject {
  const target = strict(document)
  compileUpdate(strict(update), { now: NOW, filter: strict(filter) })(target)
  return target
}

type Row = [what: string, document: unknown, update: unknown, expected: unknown]

const rows: Record<string, Row[]> = {
  fields: [
    ['$set makes what is on the way', { a: 1 }, { $set: { 'b.c.d': 2 } }, { a: 1, b: { c: { d: 2 } } }],
    ['$set into an array by index', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
    ['$set fills up an array', { a: [1] }, { $set: { 'a.3': 9 } }, { a: [1, null, null, 9] }],
    [
      '$set every element',
      { a: [{ b: 1 }, { b: 2 }] },
      { $set: { 'a.$[].b': 0 } },
      { a: [{ b: 0 }, { b: 0 }] },
    ],
    ['$unset', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    ['$unset leaves null in an array', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$unset of what is not there', { a: 1 }, { $unset: { 'b.c': '' } }, { a: 1 }],
    ['$rename', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
    ['$rename of what is not there', { b: 1 }, { $rename: { a: 'b' } }, { b: 1 }],
    ['$min takes the smaller', { n: 5 }, { $min: { n: 3 } }, { n: 3 }],
    ['$max keeps the larger', { n: 5 }, { $max: { n: 3 } }, { n: 5 }],
    ['$max makes a missing field', {}, { $max: { n: 3 } }, { n: 3 }],
    ['$currentDate is the emulator time', {}, { $currentDate: { at: true } }, { at: new Date(NOW) }],
    ['$bit', { n: 13 }, { $bit: { n: { and: 10 } } }, { n: 8 }],
  ],
  arithmetic: [
    ['$inc', { n: 1 }, { $inc: { n: 2 } }, { n: 3 }],
    ['$inc of a missing field', {}, { $inc: { 'a.n': 2 } }, { a: { n: 2 } }],
    ['$mul', { n: 3 }, { $mul: { n: -2 } }, { n: -6 }],
    ['$mul of a missing field', {}, { $mul: { n: 2 } }, { n: 0 }],
  ],
  arrays: [
    ['$push one', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    ['$push makes the array', {}, { $push: { a: [2] } }, { a: [[2]] }],
    [
      '$push at a position',
      { a: [1, 2] },
      { $push: { a: { $each: [8, 9], $position: 1 } } },
      { a: [1, 8, 9, 2] },
    ],
    [
      '$push at a position from the end',
      { a: [1, 2] },
      { $push: { a: { $each: [9], $position: -1 } } },
      { a: [1, 9, 2] },
    ],
    [
      '$push sorted and cut',
      { a: [5, 1] },
      { $push: { a: { $each: [3], $sort: -1, $slice: 2 } } },
      { a: [5, 3] },
    ],
    ['$push keeping the last', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    [
      '$push sorted by a field',
      { a: [{ k: 2 }] },
      { $push: { a: { $each: [{ k: 1 }], $sort: { k: 1 } } } },
      { a: [{ k: 1 }, { k: 2 }] },
    ],
    ['$pop the last', { a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
    ['$pop the first', { a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
    ['$addToSet only what is new', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    [
      '$pull documents by their fields',
      { a: [{ k: 1, v: 1 }, { k: 2 }] },
      { $pull: { a: { k: 1 } } },
      { a: [{ k: 2 }] },
    ],
    ['$pullAll', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ],
}

describe.each(Object.entries(rows))('updates: %s', (_family, table) => {
  test.each(table)('%s', (_what, document, update, expected) => {
    expect(toValue(updated(document, update))).toEqual(expected)
  })
})

describe('number types under arithmetic', () => {
  const int = (n: string) => ({ $numberInt: n })
  const long = (n: string) => ({ $numberLong: n })
  const double = (n: string) => ({ $numberDouble: n })
  test.each([
    ['an int stays an int', int('1'), int('2'), int('3')],
    ['an int overflows to a long', int('2147483647'), int('1'), long('2147483648')],
    ['a long stays a long', long('5'), int('1'), long('6')],
    ['a long keeps every digit', long('9007199254740993'), int('1'), long('9007199254740994')],
    ['a whole double stays a double', double('5.0'), int('1'), double('6.0')],
    ['halves make a double', double('0.5'), double('0.5'), double('1.0')],
  ])('%s', (_what, value, by, expected) => {
    expect(updated({ n: value }, { $inc: { n: by } })).toEqual({ n: expected })
  })
})

it('finds the element that the query matched', () => {
  const document = { a: [{ k: 1 }, { k: 2, v: 0 }] }
  expect(toValue(updated(document, { $set: { 'a.$.v': 5 } }, { 'a.k': 2 }))).toEqual({
    a: [{ k: 1 }, { k: 2, v: 5 }],
  })
})

describe('what an update refuses', () => {
  it.each<[string, unknown, unknown, string]>([
    ['an unknown operator', {}, { $nope: { a: 1 } }, 'DATABASE_INVALID_OPERRATOR'],
    ['a plain field beside operators', {}, { a: 1 }, 'INVALID_PARAM'],
    ['two writes to one path', {}, { $set: { a: 1 }, $inc: { a: 1 } }, 'DATABASE_REQUEST_FAILED'],
    ['a path and one inside it', {}, { $set: { a: 1, 'a.b': 1 } }, 'DATABASE_REQUEST_FAILED'],
    ['a field inside null', { a: null }, { $set: { 'a.b': 1 } }, 'DATABASE_REQUEST_FAILED'],
    ['a field inside a string', { a: 'x' }, { $set: { 'a.b': 1 } }, 'DATABASE_REQUEST_FAILED'],
    ['a field inside an array', { a: [] }, { $set: { 'a.b': 1 } }, 'DATABASE_REQUEST_FAILED'],
    ['$inc of a string', { a: 'x' }, { $inc: { a: 1 } }, 'DATABASE_REQUEST_FAILED'],
    ['$push to a string', { a: 'x' }, { $push: { a: 1 } }, 'DATABASE_REQUEST_FAILED'],
    ['another _id', { _id: 'a' }, { $set: { _id: 'b' } }, 'DATABASE_REQUEST_FAILED'],
    ['a stored field that begins with $', {}, { $set: { a: { $b: 1 } } }, 'INVALID_PARAM'],
    [
      'a long that overflows',
      { n: { $numberLong: '9223372036854775807' } },
      { $inc: { n: 1 } },
      'DATABASE_REQUEST_FAILED',
    ],
  ])('%s', (_what, document, update, code) => {
    expect(() => updated(document, update)).toThrow(expect.objectContaining({ code }))
  })
})
