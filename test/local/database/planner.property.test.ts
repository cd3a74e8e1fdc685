import fc from 'fast-check'
import { Query } from 'mingo'
import { expect, it } from 'vitest'
import { canonical } from '../../../local/cloudbase/ejson/canonical'
import { kindOf, type StrictObject } from '../../../local/cloudbase/ejson/strict'
import { toValue } from '../../../local/cloudbase/ejson/value'
import { compileFilter } from '../../../local/cloudbase/filter/compile'
import { count, find } from '../../../local/cloudbase/query/find'
import { compareBy, sortValuesOf, type Sort } from '../../../local/cloudbase/query/sort'
import type { IndexDeclaration } from '../../../local/cloudbase/store/index-declaration'
import { Store } from '../../../local/cloudbase/store/store'

const NOW = 0
const strict = (value: unknown) => canonical(value, NOW) as StrictObject

/** Few values, so that conditions meet; one of every type that matters to a key. */
const scalar = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom<unknown>(
    'a',
    'b',
    'ab',
    '',
    'a\u0000',
    'a\u0001',
    '\uffff',
    '😀',
    null,
    true,
    false,
    { $date: 1 },
    { $date: -1 },
    { $numberDouble: '1.0' },
    { $numberDouble: 'NaN' },
    { $numberDouble: '-0.0' },
    { $numberLong: '9007199254740993' },
    { $numberLong: '9007199254740992' },
    { k: 1 },
    { k: 1, v: 'a' },
    { $oid: '5e7b474a5e54c773b58d7b39' },
  ),
)
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
)
const nested = fc.oneof(
  fc.record({ c: value }, { requiredKeys: [] }),
  fc.array(fc.record({ c: scalar }, { requiredKeys: [] }), { maxLength: 2 }),
)
const document = fc.record({ a: value, b: scalar, t: value, n: nested }, { requiredKeys: [] })

const path = fc.constantFrom('a', 'b', 't', 'n.c')
const condition = fc.oneof(
  scalar,
  fc
    .tuple(fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne'), scalar)
    .map(([name, operand]) => ({ [name]: operand })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(scalar, { maxLength: 3 }).map((list) => ({ $in: list })),
  fc.array(scalar, { minLength: 1, maxLength: 3 }).map((list) => ({ $all: list })),
  fc.boolean().map((wanted) => ({ $exists: wanted })),
  fc.constantFrom(
    { $regularExpression: { pattern: '^a', options: '' } },
    { $regex: '^ab*' },
    { $not: { $gt: 1 } },
    { $size: 1 },
  ),
  scalar.map((operand) => ({ $elemMatch: { $gte: operand } })),
)
const simple = fc
  .array(fc.tuple(path, condition), { minLength: 1, maxLength: 3 })
  .map((entries) => Object.fromEntries(entries))
const filter = fc.oneof(
  { weight: 3, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc
      .tuple(simple, fc.array(simple, { minLength: 1, maxLength: 3 }))
      .map(([rest, $or]) => ({ ...rest, $or })),
  },
  { weight: 1, arbitrary: fc.array(simple, { minLength: 1, maxLength: 2 }).map(($and) => ({ $and })) },
  // Branches that meet the same documents, each on one path, so that an index for each is likely.
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.tuple(
          fc.constantFrom('a', 't'),
          fc.oneof(
            scalar,
            fc.array(scalar, { minLength: 2, maxLength: 4 }).map(($in) => ({ $in })),
          ),
        ),
        { minLength: 2, maxLength: 3 },
      )
      .map((branches) => ({ $or: branches.map(([name, operand]) => ({ [name]: operand })) })),
  },
)
const direction = fc.constantFrom<1 | -1>(1, -1)
const sort = fc.uniqueArray(fc.tuple(path, direction), { maxLength: 2, selector: ([name]) => name })
const keySets = fc.array(
  fc.oneof(
    fc.tuple(path, direction).map((key) => [key]),
    // At most one of the paths of a compound index may lead through arrays: b never does.
    fc
      .tuple(fc.constantFrom('a', 't', 'n.c'), direction, direction, fc.boolean())
      .map(([name, x, y, first]) => {
        const keys: [string, 1 | -1][] = [
          [name, x],
          ['b', y],
        ]
        return first ? keys : keys.reverse()
      }),
  ),
  { minLength: 1, maxLength: 3 },
)

it(
  'finds through any indexes what a look at every document finds, in the same order',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(
        fc.array(document, { maxLength: 25 }),
        keySets,
        fc.array(fc.tuple(filter, sort), { minLength: 1, maxLength: 6 }),
        fc.nat(4),
        fc.integer({ min: 1, max: 6 }),
        (documents, keys, queries, skip, limit) => {
          const indexes = keys.map((list, at): IndexDeclaration => ({
            name: `i${at}`,
            keys: list as IndexDeclaration['keys'],
          }))
          const store = new Store(undefined, { things: indexes })
          try {
            const things = store.collection('things')
            const stored = documents.map((fields, at) =>
              strict({ _id: `d${String(at).padStart(2, '0')}`, ...fields }),
            )
            for (const one of stored) things.insert(one, JSON.stringify(one))
            for (const [query, order] of queries) check(things, stored, strict(query), order, skip, limit)
          } finally {
            store.close()
          }
        },
      ),
      { numRuns: 200 },
    )
  },
)

function check(
  things: ReturnType<Store['collection']>,
  stored: StrictObject[],
  query: StrictObject,
  order: Sort,
  skip: number,
  limit: number,
): void {
  const matches = compileFilter(query, NOW)
  const expected = stored.filter(matches)
  const idsOf = (list: { text: string }[]) =>
    list.map(({ text }) => (JSON.parse(text) as { _id: string })._id)
  const all = find(things, { filter: query, sort: order, now: NOW })
  expect([...idsOf(all.found)].sort()).toEqual(expected.map(({ _id }) => _id))
  expect(count(things, query, NOW).total).toBe(expected.length)
  const valuesOf = (text: string) => sortValuesOf(JSON.parse(text) as StrictObject, order)
  const sorted = expected.map((one) => sortValuesOf(one, order)).sort((x, y) => compareBy(order, x, y))
  const page = find(things, { filter: query, sort: order, skip, limit, now: NOW })
  const wanted = sorted.slice(skip, skip + limit)
  expect(page.found).toHaveLength(wanted.length)
  page.found.forEach(({ text }, at) => expect(compareBy(order, valuesOf(text), wanted[at]!)).toBe(0))
}

it('judges as mingo does, where mingo is right', () => {
  // Left out, because mingo departs from MongoDB there: null and missing, NaN, sub-documents and their field order,
  // ObjectIds, longs beyond 2^53, strings beyond the basic plane, arrays in arrays of documents.
  const odd = new Set(['null', 'object', 'objectId'])
  const plain = scalar.filter((one) => {
    const kind = kindOf(canonical(one, NOW))
    const text = JSON.stringify(one)
    return !odd.has(kind) && !/NaN|90071992|\uffff|😀/.test(text)
  })
  const flat = fc.record({ a: fc.oneof(plain, fc.array(plain, { minLength: 1, maxLength: 3 })), b: plain })
  const operators = fc.oneof(
    plain.map((operand) => ({ a: operand as unknown })),
    fc
      .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne', '$eq'), plain)
      .map(([name, operand]) => ({ a: { [name]: operand } })),
    fc.array(plain, { minLength: 1, maxLength: 3 }).map((list) => ({ a: { $in: list } })),
    fc.array(plain, { minLength: 1, maxLength: 3 }).map((list) => ({ a: { $nin: list } })),
    fc.nat(3).map((size) => ({ a: { $size: size } })),
    plain.map((operand) => ({ a: { $elemMatch: { $gte: operand } } })),
  )
  const combined = fc.oneof(
    operators,
    fc.array(operators, { minLength: 1, maxLength: 3 }).map(($or) => ({ $or })),
    fc.array(operators, { minLength: 1, maxLength: 3 }).map(($nor) => ({ $nor })),
  )
  fc.assert(
    fc.property(flat, combined, (one, query) => {
      const theirs = new Query(toValue(strict(query)) as never).test(toValue(strict(one)) as never)
      expect(compileFilter(strict(query), NOW)(strict(one) as StrictObject)).toBe(theirs)
    }),
    { numRuns: 1500 },
  )
})

it('sorts keys as values sort', () => {
  fc.assert(
    fc.property(fc.array(scalar, { minLength: 2, maxLength: 12 }), (values) => {
      const store = new Store(undefined, { things: [{ name: 'by_a', keys: [['a', 1]] }] })
      try {
        const things = store.collection('things')
        const noNaN = values.filter((one) => JSON.stringify(one) !== '{"$numberDouble":"NaN"}')
        noNaN.forEach((a, at) => {
          const one = strict({ _id: at, a })
          things.insert(one, JSON.stringify(one))
        })
        const walked = find(things, { filter: {}, sort: [['a', 1]], now: NOW })
        expect(walked.index).toBe('by_a')
        const order: Sort = [['a', 1]]
        const seen = walked.found.map(({ text }) => sortValuesOf(JSON.parse(text) as StrictObject, order))
        for (let at = 1; at < seen.length; at++)
          expect(compareBy(order, seen[at - 1]!, seen[at]!)).toBeLessThanOrEqual(0)
      } finally {
        store.close()
      }
    }),
    { numRuns: 200 },
  )
})
