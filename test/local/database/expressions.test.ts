import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { openDatabaseDoor, type DatabaseDoor } from '../../support/database-door'

const AT = new Date('2026-01-01T23:30:15.250Z')

type Row = [operator: string, operand: unknown, expected: unknown]

/** Every operator of the SDK's `command.aggregate` that stands in an expression, with MongoDB's answer. */
const rows: Row[] = [
  ['abs', '$negative', 3],
  ['add', ['$n', 1], 8],
  ['add', ['$at', 1000], new Date(AT.getTime() + 1000)],
  ['ceil', 1.2, 2],
  ['divide', ['$n', 2], 3.5],
  ['exp', 0, 1],
  ['floor', -1.2, -2],
  ['ln', 1, 0],
  ['log', [8, 2], 3],
  ['trunc', [7.85, 1], 7.8],
  ['isoWeekYear', new Date('2024-12-30T00:00:00Z'), 2025],
  ['log10', 100, 2],
  ['mod', ['$n', 4], 3],
  ['multiply', ['$n', 2], 14],
  ['pow', [2, 3], 8],
  ['sqrt', 9, 3],
  ['subtract', ['$n', 2], 5],
  ['subtract', ['$at', new Date(0)], AT.getTime()],
  ['trunc', -7.8, -7],
  ['arrayElemAt', ['$list', -1], 3],
  ['arrayToObject', [[['k', 1]]], { k: 1 }],
  ['concatArrays', ['$list', [4]], [3, 1, 3, 4]],
  ['filter', { input: '$list', as: 'x', cond: { $gt: ['$$x', 1] } }, [3, 3]],
  ['in', [1, '$list'], true],
  ['indexOfArray', ['$list', 1], 1],
  ['isArray', '$list', true],
  ['map', { input: '$list', as: 'x', in: { $add: ['$$x', 1] } }, [4, 2, 4]],
  ['range', [0, 5, 2], [0, 2, 4]],
  ['reduce', { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } }, 7],
  ['reverseArray', '$list', [3, 1, 3]],
  ['size', '$list', 3],
  ['slice', ['$list', 1, 2], [1, 3]],
  [
    'zip',
    {
      inputs: [
        [1, 2],
        ['a', 'b'],
      ],
    },
    [
      [1, 'a'],
      [2, 'b'],
    ],
  ],
  ['and', ['$yes', true], true],
  ['not', ['$yes'], false],
  ['or', ['$no', '$yes'], true],
  ['cmp', ['$n', 8], -1],
  ['cmp', ['$text', '$n'], 1],
  ['eq', ['$n', 7], true],
  ['eq', ['$missing', null], false],
  ['gt', ['$n', 6], true],
  ['gt', ['$text', 6], true],
  ['gte', ['$n', 7], true],
  ['lt', ['$missing', null], true],
  ['lte', ['$n', 6], false],
  ['neq', ['$n', 7], false],
  ['cond', { if: '$yes', then: 'a', else: 'b' }, 'a'],
  ['ifNull', ['$missing', 'x'], 'x'],
  ['switch', { branches: [{ case: '$no', then: 1 }], default: 2 }, 2],
  [
    'dateFromParts',
    { year: 2026, month: 10, day: 1, hour: 8, timezone: '+08:00' },
    new Date('2026-10-01T00:00:00Z'),
  ],
  ['dateFromString', { dateString: '2026-10-01T00:00:00Z' }, new Date('2026-10-01T00:00:00Z')],
  ['dayOfMonth', '$at', 1],
  ['dayOfWeek', '$at', 5],
  ['dayOfYear', '$at', 1],
  ['isoDayOfWeek', '$at', 4],
  ['isoWeek', '$at', 1],
  ['isoWeekYear', new Date('2027-01-01T00:00:00Z'), 2026],
  ['millisecond', '$at', 250],
  ['minute', '$at', 30],
  ['month', '$at', 1],
  ['second', '$at', 15],
  ['hour', '$at', 23],
  ['hour', { date: '$at', timezone: 'Asia/Shanghai' }, 7],
  ['dayOfMonth', { date: '$at', timezone: '+08:00' }, 2],
  ['week', '$at', 0],
  ['year', '$at', 2026],
  ['literal', '$n', '$n'],
  ['mergeObjects', ['$sub', { b: 2 }], { a: 1, b: 2 }],
  ['objectToArray', '$sub', [{ k: 'a', v: 1 }]],
  ['allElementsTrue', [[1, true]], true],
  ['anyElementTrue', [[0, false]], false],
  ['setDifference', [[1, 2], [2]], [1]],
  [
    'setEquals',
    [
      [1, 2],
      [2, 1, 1],
    ],
    true,
  ],
  [
    'setIntersection',
    [
      [1, 2],
      [2, 3],
    ],
    [2],
  ],
  ['setIsSubset', [[1], [1, 2]], true],
  [
    'setUnion',
    [
      [1, 2],
      [2, 3],
    ],
    [1, 2, 3],
  ],
  ['concat', ['$text', '!'], '你好a!'],
  ['dateToString', { date: '$at', format: '%Y-%m-%d %H:%M', timezone: 'Asia/Shanghai' }, '2026-01-02 07:30'],
  ['dateToString', { date: new Date('2027-01-01T00:00:00Z'), format: '%G-W%V' }, '2026-W53'],
  ['dateToString', { date: '$missing', format: '%Y', onNull: '-' }, '-'],
  ['indexOfBytes', ['$text', 'a'], 6],
  ['indexOfCP', ['$text', 'a'], 2],
  ['split', ['a-b', '-'], ['a', 'b']],
  ['strLenBytes', '$text', 7],
  ['strLenCP', '$text', 3],
  ['strcasecmp', ['A', 'a'], 0],
  ['substr', ['hello', 1, 2], 'el'],
  ['substrBytes', ['$text', 0, 3], '你'],
  ['substrCP', ['$text', 1, 2], '好a'],
  ['toLower', 'ABC', 'abc'],
  ['toUpper', 'abc', 'ABC'],
  ['avg', '$list', 7 / 3],
  ['avg', ['$n', 9, '$text'], 8],
  ['max', '$list', 3],
  ['min', '$list', 1],
  ['sum', '$list', 7],
  ['stdDevPop', '$list', Math.sqrt(8 / 9)],
  ['let', { vars: { x: '$n' }, in: { $add: ['$$x', 1] } }, 8],
]

/** Accumulators, over the values 3, 1 and 3 and one document without the field. */
const accumulated: Row[] = [
  ['addToSet', '$v', [3, 1]],
  ['avg', '$v', 7 / 3],
  ['first', '$v', 3],
  ['last', '$v', null],
  ['max', '$v', 3],
  ['min', '$v', 1],
  ['push', '$v', [3, 1, 3]],
  ['stdDevPop', '$v', expect.closeTo(Math.sqrt(8 / 9))],
  ['stdDevSamp', '$v', expect.closeTo(Math.sqrt(4 / 3))],
  ['sum', '$v', 7],
  ['mergeObjects', '$o', { a: 1, b: 2 }],
]

describe('aggregation operators of the SDK', () => {
  let door: DatabaseDoor
  beforeAll(async () => {
    door = await openDatabaseDoor({ indexes: { one: [], many: [] } })
    const document = {
      n: 7,
      negative: -3,
      at: AT,
      list: [3, 1, 3],
      yes: true,
      no: false,
      text: '你好a',
      sub: { a: 1 },
    }
    await door.db.collection('one').add(document)
    await door.db
      .collection('many')
      .add([
        { _id: 1, v: 3, o: { a: 1 } },
        { _id: 2, v: 1, o: { b: 2 } },
        { _id: 3, v: 3 },
        { _id: 4 },
      ] as never)
  })
  afterAll(() => door.close())

  const operator = (name: string, operand: unknown) =>
    (door.db.command.aggregate as unknown as Record<string, (operand: unknown) => unknown>)[name]!(operand)

  test.each(rows)('%s %j', async (name, operand, expected) => {
    const { data } = await door.db
      .collection('one')
      .aggregate()
      .addFields({ result: operator(name, operand) })
      .end()
    expect(data[0].result).toEqual(typeof expected === 'number' ? expect.closeTo(expected, 10) : expected)
  })

  test.each(accumulated)('group with %s', async (name, operand, expected) => {
    const { data } = await door.db
      .collection('many')
      .aggregate()
      .sort({ _id: 1 })
      .group({ _id: null, r: operator(name, operand) })
      .end()
    expect(data).toEqual([{ _id: null, r: expected }])
  })

  it('misses none that the SDK has, but meta, which needs a text index', () => {
    const names = Object.keys(door.db.command.aggregate).filter(
      (name) => name !== 'pipeline' && name !== 'meta',
    )
    const covered = new Set([...rows, ...accumulated].map(([name]) => name))
    expect(names.filter((name) => !covered.has(name))).toEqual([])
  })
})

describe('stages of the SDK', () => {
  let door: DatabaseDoor
  beforeAll(async () => {
    door = await openDatabaseDoor({ indexes: { many: [] } })
    await door.db.collection('many').add([
      { _id: 'a', v: 1, tags: ['x', 'y'], sub: { k: 1 } },
      { _id: 'b', v: 5, tags: ['x'], sub: { k: 2 } },
      { _id: 'c', v: 9, tags: [] },
    ] as never)
  })
  afterAll(() => door.close())

  it.each<[string, unknown, unknown]>([
    [
      'addFields',
      { w: { $add: ['$v', 1] }, 'sub.z': 0 },
      [{ _id: 'a', w: 2, sub: { k: 1, z: 0 } }, { w: 6 }, { sub: { z: 0 } }],
    ],
    [
      'bucket',
      { groupBy: '$v', boundaries: [0, 5, 10], output: { n: { $sum: 1 } } },
      [
        { _id: 0, n: 1 },
        { _id: 5, n: 2 },
      ],
    ],
    ['bucketAuto', { groupBy: '$v', buckets: 3 }, [{ count: 1 }, { count: 1 }, { count: 1 }]],
    ['count', 'n', [{ n: 3 }]],
    ['group', { _id: '$missing', ids: { $push: '$_id' } }, [{ _id: null, ids: ['a', 'b', 'c'] }]],
    ['limit', 1, [{ _id: 'a' }]],
    ['match', { v: { $gt: 4 } }, [{ _id: 'b' }, { _id: 'c' }]],
    ['project', { v: 1, _id: 0 }, [{ v: 1 }, { v: 5 }, { v: 9 }]],
    ['project', { 'sub.k': 0, tags: 0, v: 0 }, [{ _id: 'a', sub: {} }, { _id: 'b', sub: {} }, { _id: 'c' }]],
    ['replaceRoot', { newRoot: { v: '$v' } }, [{ v: 1 }, { v: 5 }, { v: 9 }]],
    ['skip', 2, [{ _id: 'c' }]],
    ['sort', { v: -1 }, [{ _id: 'c' }, { _id: 'b' }, { _id: 'a' }]],
    ['sortByCount', '$missing', [{ _id: null, count: 3 }]],
    [
      'unwind',
      '$tags',
      [
        { _id: 'a', tags: 'x' },
        { _id: 'a', tags: 'y' },
        { _id: 'b', tags: 'x' },
      ],
    ],
    ['unwind', { path: '$tags', preserveNullAndEmptyArrays: true }, [{}, {}, {}, { _id: 'c' }]],
  ])('%s', async (name, operand, expected) => {
    const pipeline = door.db
      .collection('many')
      .aggregate()
      .sort({ _id: 1 })
      .addFields({}) as unknown as Record<string, (o: unknown) => { end(): Promise<{ data: unknown[] }> }>
    const { data } = await pipeline[name]!(operand).end()
    expect(data).toMatchObject(expected as object)
    expect(data).toHaveLength((expected as unknown[]).length)
  })
})
