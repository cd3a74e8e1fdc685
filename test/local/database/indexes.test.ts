import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, test } from 'vitest'
import { createDatabase } from '../../../local/cloudbase/database/create-database'
import {
  readIndexDeclarations,
  type IndexDeclarations,
} from '../../../local/cloudbase/store/index-declaration'
import { openDatabaseDoor, type DatabaseDoor } from '../../support/database-door'

describe('what a query costs', () => {
  let door: DatabaseDoor
  afterEach(() => door.close())

  const indexes: IndexDeclarations = {
    tickets: [
      {
        name: 'by_status',
        keys: [
          ['status', 1],
          ['createdAt', -1],
        ],
      },
      {
        name: 'by_term',
        keys: [
          ['terms', 1],
          ['createdAt', -1],
        ],
      },
      { name: 'by_wake', keys: [['nextWakeAt', 1]] },
      { name: 'by_handler', keys: [['handlers.post', 1]] },
    ],
  }
  type Shape = [
    what: string,
    query: (_: DatabaseDoor['db']['command']) => object,
    sort: string | undefined,
    index: string | null,
    examined: number,
  ]

  test.each<Shape>([
    ['an equality', () => ({ status: 's1' }), undefined, 'by_status', 25],
    ['an equality in the index order, a page of it', () => ({ status: 's1' }), '-createdAt', 'by_status', 5],
    ['the index order backwards', () => ({ status: 's1' }), 'createdAt', 'by_status', 5],
    ['a prefix and a range', (_) => ({ status: 's1', createdAt: _.gte(80) }), undefined, 'by_status', 5],
    [
      'on from a key: two ranges of one path are entered at the later beginning',
      (_) =>
        _.and([
          { status: 's1', createdAt: _.gte(0) },
          { createdAt: _.gte(77) },
          _.or([{ createdAt: _.gt(77) }, { createdAt: 77, _id: _.gt('') }]),
        ]),
      'createdAt',
      'by_status',
      5,
    ],
    ['a list, merged into one order', (_) => ({ status: _.in(['s1', 's2']) }), '-createdAt', 'by_status', 5],
    ['another order: all that match are read first', () => ({ status: 's1' }), 'subject', 'by_status', 25],
    ['a range that precedes the order', (_) => ({ status: _.gte('s0') }), 'createdAt', 'by_status', 100],
    ['a rest that no index knows', () => ({ status: 's1', subject: 'n1' }), undefined, 'by_status', 25],
    ['one term', () => ({ terms: '水管' }), undefined, 'by_term', 20],
    [
      'all of several terms: the rarest leads',
      (_) => ({ terms: _.all(['全部', '水管']) }),
      undefined,
      'by_term',
      20,
    ],
    ['a term in the order of time', () => ({ terms: '全部' }), '-createdAt', 'by_term', 5],
    ['a field of documents in an array', () => ({ 'handlers.post': 'p3' }), undefined, 'by_handler', 10],
    [
      'elemMatch on documents in an array',
      (_) => ({ handlers: _.elemMatch({ post: 'p3', lead: true }) }),
      undefined,
      'by_handler',
      10,
    ],
    ['what is due', (_) => ({ nextWakeAt: _.lte(9) }), 'nextWakeAt', 'by_wake', 5],
    ['an order alone', () => ({}), 'nextWakeAt', 'by_wake', 5],
    [
      'an or of two indexes',
      (_) => _.or([{ status: 's1' }, { 'handlers.post': 'p3' }]) as object,
      undefined,
      'by_status+by_handler',
      35,
    ],
    [
      'an or with a branch that has none',
      (_) => _.or([{ status: 's1' }, { subject: 'n1' }]) as object,
      undefined,
      null,
      100,
    ],
    ['a negation', (_) => ({ status: _.neq('s1') }), undefined, null, 100],
    [
      'a pattern with a literal beginning',
      (_) => ({ status: /^s1/ as never, ...{} }),
      undefined,
      'by_status',
      25,
    ],
    ['ids', (_) => ({ _id: _.in(['t1', 't2', 'none']) }), undefined, '_id_', 2],
  ])('%s', async (_what, query, sort, index, examined) => {
    door = await openDatabaseDoor({ indexes })
    const tickets = Array.from({ length: 100 }, (_, n) => ({
      _id: `t${n}`,
      status: `s${n % 4}`,
      subject: `n${n % 10}`,
      createdAt: n,
      nextWakeAt: n < 50 ? n : undefined,
      terms: n % 5 === 0 ? ['全部', '水管'] : ['全部', `词${n}`],
      handlers: [{ post: `p${n % 10}`, lead: n % 20 === 3 }],
    }))
    await door.db.collection('tickets').add(tickets as never)
    door.forget()
    let list = door.db.collection('tickets').where(query(door.db.command))
    if (sort) list = list.orderBy(sort.replace('-', ''), sort.startsWith('-') ? 'desc' : 'asc').limit(5)
    await list.get()
    expect(door.costs[0]).toMatchObject({ index, documentsExamined: examined })
  })

  it('counts by the index alone', async () => {
    door = await openDatabaseDoor({ indexes })
    await door.db.collection('tickets').add([{ status: 'a' }, { status: 'a' }, { status: 'b' }] as never)
    door.forget()
    expect(await door.db.collection('tickets').where({ status: 'a' }).count()).toMatchObject({ total: 2 })
    expect(door.costs[0]).toMatchObject({ index: 'by_status', documentsExamined: 0 })
  })
})

describe('unique indexes', () => {
  let door: DatabaseDoor
  afterEach(() => door.close())
  const duplicate = expect.objectContaining({
    code: 'DATABASE_DUPLICATE_WRITE',
    message: expect.stringContaining('one'),
  })
  const open = async (unique: object) => {
    door = await openDatabaseDoor({
      indexes: { things: [{ name: 'one', keys: [['a', 1]], unique: true, ...unique }] },
    })
    return door.db.collection('things')
  }

  it('refuse a value that is there, on insert and on update', async () => {
    const things = await open({})
    await things.add([
      { _id: '1', a: 1 },
      { _id: '2', a: 2 },
    ] as never)
    await expect(things.add({ a: 1 })).rejects.toEqual(duplicate)
    await expect(things.doc('2').update({ a: 1 })).rejects.toEqual(duplicate)
    expect((await things.doc('2').get()).data).toEqual([{ _id: '2', a: 2 }])
  })

  it('name no value in the error', async () => {
    const things = await open({})
    await things.add({ a: 'a-secret-value' })
    await expect(things.add({ a: 'a-secret-value' })).rejects.toEqual(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    )
  })

  it('insert all documents of a call or none', async () => {
    const things = await open({})
    await expect(things.add([{ a: 1 }, { a: 1 }] as never)).rejects.toEqual(duplicate)
    expect(await things.count()).toMatchObject({ total: 0 })
  })

  it('count a missing field as a value, unless sparse', async () => {
    let things = await open({})
    await things.add({ b: 1 })
    await expect(things.add({ a: null })).rejects.toEqual(duplicate)
    await door.close()
    things = await open({ sparse: true })
    await things.add({ b: 1 })
    await things.add({ b: 2 })
    await things.add({ a: 1 })
    await expect(things.add({ a: 1 })).rejects.toEqual(duplicate)
  })

  it('hold across the elements of arrays', async () => {
    const things = await open({})
    await things.add({ a: [1, 1, 2] })
    await expect(things.add({ a: [2, 3] })).rejects.toEqual(duplicate)
    await expect(things.add({ a: 1 })).rejects.toEqual(duplicate)
    expect(await things.add({ a: [3] })).toHaveProperty('id')
  })

  it('keep the first array document whole when the write fails', async () => {
    const things = await open({})
    await things.add({ _id: 'x', a: 1 })
    await expect(things.add([{ a: [5, 6] }, { _id: 'x' }] as never)).rejects.toMatchObject({
      code: 'DATABASE_DUPLICATE_WRITE',
    })
    await things.add({ a: [5] })
    expect(await things.where({ a: 5 }).count()).toMatchObject({ total: 1 })
  })

  it('refuse two arrays under one compound index', async () => {
    door = await openDatabaseDoor({
      indexes: {
        things: [
          {
            name: 'two',
            keys: [
              ['a', 1],
              ['b', 1],
            ],
          },
        ],
      },
    })
    await expect(door.db.collection('things').add({ a: [1], b: [2] })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('two'),
    })
  })
})

describe('a change of the index file', () => {
  it('builds what is new over what is stored, and drops what is gone', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'indexes-'))
    const open = (indexes: IndexDeclarations) => createDatabase({ dataDir, indexes, now: () => 0 })
    try {
      let database = open({ things: [{ name: 'by_a', keys: [['a', 1]] }] })
      database.fill(
        'things',
        Array.from({ length: 1000 }, (_, n) => ({ _id: n, a: n, b: n % 7, c: [n, -n] })),
      )
      expect(database.earliest('things', 'a')).toBe(0)
      database.close()

      database = open({
        things: [
          { name: 'by_b', keys: [['b', 1]] },
          {
            name: 'by_c',
            keys: [
              ['c', 1],
              ['b', -1],
            ],
          },
        ],
      })
      expect(() => database.earliest('things', 'a')).toThrow('no index')
      expect(database.earliest('things', 'b')).toBe(0)
      expect(database.read('things', { c: -5 })).toEqual([{ _id: 5, a: 5, b: 5, c: [5, -5] }])
      expect(database.read('things')).toHaveLength(1000)
      database.close()

      expect(() => open({ things: [{ name: 'unique_b', keys: [['b', 1]], unique: true }] })).toThrow()
    } finally {
      rmSync(dataDir, { recursive: true })
    }
  })

  it.each([
    ['no list', { things: {} }, 'things'],
    ['no name', { things: [{ keys: [['a', 1]] }] }, 'things'],
    ['a direction of 2', { things: [{ name: 'x', keys: [['a', 2]] }] }, 'things.x'],
    ['no keys', { things: [{ name: 'x', keys: [] }] }, 'things.x'],
    [
      'a name twice',
      {
        things: [
          { name: 'x', keys: [['a', 1]] },
          { name: 'x', keys: [['b', 1]] },
        ],
      },
      'things.x',
    ],
  ])('a file with %s stops the start, saying where', (_what, file, where) => {
    expect(() => readIndexDeclarations(file)).toThrow(where)
  })
})
