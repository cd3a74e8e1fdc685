import { describe, expect, it, test } from 'vitest'
import { canonical } from '../../../local/cloudbase/ejson/canonical'
import type { Strict, StrictObject } from '../../../local/cloudbase/ejson/strict'
import { compileFilter } from '../../../local/cloudbase/filter/compile'

const NOW = Date.parse('2026-09-30T12:00:00Z')
const strict = (value: unknown): StrictObject => canonical(value, NOW) as StrictObject
const matches = (filter: unknown, document: unknown) => compileFilter(strict(filter), NOW)(strict(document))
const date = (ms: number) => ({ $date: ms })
const regex = (pattern: string, options = '') => ({ $regularExpression: { pattern, options } })

type Row = [what: string, filter: unknown, document: unknown, expected: boolean]

const rows: Record<string, Row[]> = {
  equality: [
    ['equal numbers of different types', { n: { $numberDouble: '1.0' } }, { n: 1 }, true],
    [
      'longs beyond 2^53 apart',
      { n: { $numberLong: '9007199254740993' } },
      { n: { $numberLong: '9007199254740992' } },
      false,
    ],
    ['an element of an array', { tags: 'a' }, { tags: ['a', 'b'] }, true],
    ['an array as a whole', { tags: ['a', 'b'] }, { tags: ['a', 'b'] }, true],
    ['no array in another order', { tags: ['b', 'a'] }, { tags: ['a', 'b'] }, false],
    ['an array inside an array', { tags: ['a'] }, { tags: [['a'], 'b'] }, true],
    ['a document with its fields in order', { d: { $eq: { a: 1, b: 2 } } }, { d: { a: 1, b: 2 } }, true],
    [
      'no document with its fields in another order',
      { d: { $eq: { a: 1, b: 2 } } },
      { d: { b: 2, a: 1 } },
      false,
    ],
    ['null to a missing field', { x: null }, {}, true],
    ['null to null in an array', { x: null }, { x: [1, null] }, true],
    ['null not to zero', { x: null }, { x: 0 }, false],
    ['null through an array of documents that lack it', { 'a.b': null }, { a: [{ b: 1 }, {}] }, true],
    ['null not through an array without documents', { 'a.b': null }, { a: [1, 2] }, false],
    ['no string to a number', { n: '1' }, { n: 1 }, false],
    ['a path through an array', { 'a.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }, true],
    ['a path by index', { 'a.1.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }, true],
    ['a path by another index', { 'a.0.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }, false],
    ['a pattern to a string', { s: regex('^a', 'i') }, { s: 'Abc' }, true],
    ['a date', { at: date(5) }, { at: date(5) }, true],
    ['$ne to a missing field', { x: { $ne: 1 } }, {}, true],
    ['$ne not to an array that holds it', { x: { $ne: 1 } }, { x: [1, 2] }, false],
  ],
  ranges: [
    ['a number above', { n: { $gt: 1 } }, { n: 2 }, true],
    ['a bound itself only where it is closed', { n: { $gt: 1 } }, { n: 1 }, false],
    ['the closed bound', { n: { $gte: 1 } }, { n: 1 }, true],
    ['no string above a number', { n: { $gt: 1 } }, { n: '5' }, false],
    ['no missing field below', { n: { $lt: 1 } }, {}, false],
    ['null from null', { n: { $lte: null } }, {}, true],
    ['strings by code point', { s: { $gt: '\uffff' } }, { s: '😀' }, true],
    ['two bounds met by two elements', { n: { $gt: 5, $lt: 3 } }, { n: [1, 9] }, true],
    ['NaN below nothing', { n: { $lt: 5 } }, { n: { $numberDouble: 'NaN' } }, false],
    ['false below true', { b: { $lt: true } }, { b: false }, true],
    ['dates', { at: { $gte: date(5) } }, { at: date(6) }, true],
  ],
  lists: [
    ['$in one of several', { s: { $in: ['a', 'b'] } }, { s: 'b' }, true],
    ['$in with null to a missing field', { s: { $in: [null] } }, {}, true],
    ['$in with a pattern', { s: { $in: [regex('^b')] } }, { s: 'bc' }, true],
    ['$nin not for an array that holds one', { s: { $nin: ['a'] } }, { s: ['a', 'b'] }, false],
    ['$nin for a missing field', { s: { $nin: ['a'] } }, {}, true],
    ['$all of an array', { t: { $all: ['a', 'c'] } }, { t: ['a', 'b', 'c'] }, true],
    ['$all not where one is missing', { t: { $all: ['a', 'd'] } }, { t: ['a', 'b', 'c'] }, false],
    ['$all of one to a plain value', { t: { $all: ['a'] } }, { t: 'a' }, true],
    ['an empty $all to nothing', { t: { $all: [] } }, { t: [] }, false],
    ['$all of $elemMatch', { t: { $all: [{ $elemMatch: { k: 1 } }] } }, { t: [{ k: 1 }] }, true],
    ['$size', { t: { $size: 2 } }, { t: [1, 2] }, true],
    ['$size of no array', { t: { $size: 1 } }, { t: 1 }, false],
    ['$elemMatch on one element alone', { n: { $elemMatch: { $gt: 5, $lt: 3 } } }, { n: [1, 9] }, false],
    [
      '$elemMatch on a document',
      { a: { $elemMatch: { k: 1, v: 2 } } },
      {
        a: [
          { k: 1, v: 1 },
          { k: 1, v: 2 },
        ],
      },
      true,
    ],
    [
      '$elemMatch not over two documents',
      { a: { $elemMatch: { k: 1, v: 2 } } },
      { a: [{ k: 1 }, { v: 2 }] },
      false,
    ],
    ['$elemMatch by field not on scalars', { a: { $elemMatch: { k: null } } }, { a: [1] }, false],
    ['$elemMatch on no array', { a: { $elemMatch: { $eq: 1 } } }, { a: 1 }, false],
  ],
  fields: [
    ['$exists a null', { x: { $exists: true } }, { x: null }, true],
    ['$exists false a missing field', { x: { $exists: false } }, {}, true],
    ['$exists through an array without it', { 'a.b': { $exists: false } }, { a: [] }, true],
    ['$type by name', { x: { $type: 'int' } }, { x: 1 }, true],
    ['$type int not a double', { x: { $type: 'int' } }, { x: { $numberDouble: '1.0' } }, false],
    ['$type number any number', { x: { $type: 'number' } }, { x: { $numberLong: '1' } }, true],
    ['$type array the array', { x: { $type: 'array' } }, { x: [] }, true],
    ['$mod', { n: { $mod: [3, 1] } }, { n: 7 }, true],
    ['$mod of a fraction, cut', { n: { $mod: [3, 1] } }, { n: 7.9 }, true],
    ['$mod of a negative number', { n: { $mod: [3, -1] } }, { n: -7 }, true],
    ['$regex with $options', { s: { $regex: 'B', $options: 'i' } }, { s: 'abc' }, true],
    ['$regex over lines only with m', { s: { $regex: '^b' } }, { s: 'a\nb' }, false],
    ['$bitsAllSet', { n: { $bitsAllSet: [0, 1] } }, { n: 7 }, true],
    ['$bitsAnyClear', { n: { $bitsAnyClear: 8 } }, { n: 7 }, true],
  ],
  logic: [
    ['$and', { $and: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 2 }, true],
    ['$or', { $or: [{ a: 1 }, { b: 2 }] }, { b: 2 }, true],
    ['$nor', { $nor: [{ a: 1 }, { b: 2 }] }, { a: 2 }, true],
    ['$not of a range for a missing field', { n: { $not: { $gt: 1 } } }, {}, true],
    ['$not of a range for an array that has one', { n: { $not: { $gt: 1 } } }, { n: [0, 2] }, false],
    ['$not of a pattern', { s: { $not: regex('^a') } }, { s: 'b' }, true],
    ['$expr over two fields', { $expr: { $gt: ['$a', '$b'] } }, { a: 2, b: 1 }, true],
    ['$expr with the emulator clock', { $expr: { $lt: ['$at', '$$NOW'] } }, { at: date(NOW - 1) }, true],
  ],
}

const schema = (fields: object) => ({ $jsonSchema: fields })
rows.schemas = [
  ['required fields', schema({ required: ['a'] }), {}, false],
  ['a type', schema({ properties: { a: { bsonType: 'string' } } }), { a: 'x' }, true],
  ['one of several types', schema({ properties: { a: { bsonType: ['int', 'null'] } } }), { a: 'x' }, false],
  ['a bound', schema({ properties: { a: { minimum: 3 } } }), { a: 2 }, false],
  ['an open bound', schema({ properties: { a: { maximum: 3, exclusiveMaximum: true } } }), { a: 3 }, false],
  ['a pattern', schema({ properties: { a: { pattern: '^x' } } }), { a: 'xy' }, true],
  ['items', schema({ properties: { a: { items: { type: 'number' } } } }), { a: [1, 'x'] }, false],
  ['a list of values', schema({ properties: { a: { enum: ['x', 1] } } }), { a: 1 }, true],
  [
    'no further fields',
    schema({ properties: { a: {} }, additionalProperties: false }),
    { a: 1, b: 2 },
    false,
  ],
  [
    'one of two schemas alone',
    schema({ oneOf: [{ required: ['a'] }, { required: ['b'] }] }),
    { a: 1, b: 2 },
    false,
  ],
  ['a length in characters', schema({ properties: { a: { maxLength: 1 } } }), { a: '😀' }, true],
]

describe.each(Object.entries(rows))('filters: %s', (_family, table) => {
  test.each(table)('%s', (_what, filter, document, expected) => {
    expect(matches(filter, document)).toBe(expected)
  })
})

describe('what a filter refuses', () => {
  it.each<[string, unknown, string, string]>([
    ['an unknown operator', { a: { $near2: 1 } }, 'DATABASE_INVALID_OPERRATOR', '$near2'],
    ['an unknown operator at the top', { $where: 'x' }, 'DATABASE_INVALID_OPERRATOR', '$where'],
    ['a text search', { $text: { $search: 'x' } }, 'DATABASE_INVALID_OPERRATOR', '$text'],
    ['$in without a list', { a: { $in: 1 } }, 'INVALID_PARAM', '$in'],
    ['an empty $or', { $or: [] }, 'INVALID_PARAM', '$or'],
    ['a broken pattern', { a: { $regex: '(' } }, 'INVALID_PARAM', 'regular expression'],
    [
      'an operator inside $expr that is unknown',
      { $expr: { $nope: 1 } },
      'DATABASE_INVALID_OPERRATOR',
      '$nope',
    ],
  ])('%s', (_what, filter, code, word) => {
    const compile = () => compileFilter(strict(filter), NOW)
    expect(compile).toThrow(expect.objectContaining({ code, message: expect.stringContaining(word) }))
  })
})

describe('geography', () => {
  const point = (lng: number, lat: number): Strict => strict({ type: 'Point', coordinates: [lng, lat] })
  const square = (west: number, south: number, size: number) => [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ]
  const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings })
  const within = (...rings: number[][][]) => ({ at: { $geoWithin: { $geometry: polygon(...rings) } } })
  const near = (metres: number, at = [116.4, 39.9]) => ({
    at: { $nearSphere: { $geometry: { type: 'Point', coordinates: at }, $maxDistance: metres } },
  })
  const line = (...coordinates: number[][]) => ({ type: 'LineString', coordinates })
  const meets = (shape: unknown) => ({ at: { $geoIntersects: { $geometry: shape } } })

  test.each<Row>([
    ['a point in a square', within(square(116, 39, 1)), { at: point(116.5, 39.5) }, true],
    ['a point outside', within(square(116, 39, 1)), { at: point(117.5, 39.5) }, false],
    ['a point on the border', within(square(116, 39, 1)), { at: point(116, 39.5) }, true],
    [
      'a point in a hole',
      within(square(116, 39, 1), square(116.4, 39.4, 0.2)),
      { at: point(116.5, 39.5) },
      false,
    ],
    [
      'a bulge: edges are great circles, not parallels',
      within([
        [0, 60],
        [40, 60],
        [40, 70],
        [0, 70],
      ]),
      { at: point(20, 60.5) },
      false,
    ],
    ['on the other side of the globe', within(square(116, 39, 1)), { at: point(-63.5, -39.5) }, false],
    [
      'a line that leaves and comes back',
      within([...square(0, 0, 3).slice(0, 3), [1.5, 0.5], [0, 3], [0, 0]]),
      { at: line([0.2, 2], [2.8, 2]) },
      false,
    ],
    ['near enough', near(1500), { at: point(116.4, 39.91) }, true],
    ['too far', near(1000), { at: point(116.4, 39.91) }, false],
    ['across the date line', near(30_000, [179.9, 0]), { at: point(-179.9, 0) }, true],
    ['no geometry', near(1000), { at: 'here' }, false],
    [
      'within a cap',
      { at: { $geoWithin: { $centerSphere: [[116.4, 39.9], 1500 / 6378100] } } },
      { at: point(116.4, 39.91) },
      true,
    ],
    ['crossing lines', meets(line([0, 0], [2, 2])), { at: line([0, 2], [2, 0]) }, true],
    ['lines side by side', meets(line([0, 0], [2, 2])), { at: line([0, 1], [2, 3]) }, false],
    ['a line through a polygon', meets(polygon(square(0, 0, 1))), { at: line([-1, 0.5], [2, 0.5]) }, true],
    ['a polygon in a polygon', meets(polygon(square(0, 0, 3))), { at: polygon(square(1, 1, 1)) }, true],
    ['a point on a line', meets(line([0, 0], [2, 0])), { at: point(1, 0) }, true],
  ])('%s', (_what, filter, document, expected) => {
    expect(matches(filter, document)).toBe(expected)
  })
})
