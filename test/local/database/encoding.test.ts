import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { compare } from '../../../local/cloudbase/ejson/compare'
import type { Strict } from '../../../local/cloudbase/ejson/strict'
import { openDatabaseDoor, type DatabaseDoor } from '../../support/database-door'

const NOON = Date.parse('2026-09-30T12:00:00Z')

/** Asks the emulator as the SDK does on the wire, to see types that the SDK hides. */
async function ask(door: DatabaseDoor, action: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(door.url, {
    method: 'POST',
    body: JSON.stringify({ action: `database.${action}`, collectionName: 'things', ...body }),
  })
  return (await response.json()) as Record<string, unknown>
}

describe('EJSON on the wire', () => {
  let door: DatabaseDoor
  beforeEach(async () => void (door = await openDatabaseDoor({ now: NOON, indexes: { things: [] } })))
  afterEach(() => door.close())

  const stored = async (query: object = {}) => {
    const { data } = (await ask(door, 'getDocument', { query: JSON.stringify(query) })) as {
      data: { list: string[] }
    }
    return data.list
  }

  it('gives back every type exactly as it came', async () => {
    const document =
      '{"_id":"a","int":{"$numberInt":"5"},"double":{"$numberDouble":"5.0"},"long":{"$numberLong":"9007199254740993"},' +
      '"small":{"$numberLong":"5"},"minus":{"$numberDouble":"-0.0"},"nan":{"$numberDouble":"NaN"},"tiny":{"$numberDouble":"1e-7"},' +
      '"date":{"$date":{"$numberLong":"-1"}},"id":{"$oid":"5e7b474a5e54c773b58d7b39"},' +
      '"re":{"$regularExpression":{"pattern":"a/b","options":"i"}},"nul":null,"text":"\\u0000😀","list":[[],{}]}'
    await ask(door, 'insertDocument', { data: [document] })
    expect(await stored()).toEqual([document])
    await ask(door, 'modifyDocument', {
      query: '{"_id":"a"}',
      data: '{"$set":{"new":{"$numberInt":"1"}}}',
      merge: true,
    })
    expect(await stored()).toEqual([document.slice(0, -1) + ',"new":{"$numberInt":"1"}}'])
  })

  test.each([
    [
      'relaxed numbers',
      '{"_id":"a","n":1.5,"m":3}',
      '{"_id":"a","n":{"$numberDouble":"1.5"},"m":{"$numberInt":"3"}}',
    ],
    [
      'relaxed dates',
      '{"_id":"a","d":{"$date":"1970-01-01T00:00:00.005Z"}}',
      '{"_id":"a","d":{"$date":{"$numberLong":"5"}}}',
    ],
    [
      'the server date',
      '{"_id":"a","d":{"$tcb_server_date":{"offset":{"$numberInt":"-1000"}}}}',
      `{"_id":"a","d":{"$date":{"$numberLong":"${NOON - 1000}"}}}`,
    ],
    ['half a character', '{"_id":"a","s":"x\\ud800"}', '{"_id":"a","s":"x\ufffd"}'],
    ['_id first', '{"n":{"$numberInt":"1"},"_id":"a"}', '{"_id":"a","n":{"$numberInt":"1"}}'],
  ])('reads %s', async (_what, given, expected) => {
    await ask(door, 'insertDocument', { data: [given] })
    expect(await stored()).toEqual([expected])
  })

  test.each([
    ['text that is no JSON', '{'],
    ['no object', '[]'],
    ['an int that is none', '{"n":{"$numberInt":5}}'],
    ['a date that is none', '{"d":{"$date":"soon"}}'],
    ['a field that begins with $', '{"a":{"b":{"$set":1}}}'],
    ['an _id that is an array', '{"_id":[1]}'],
    ['__proto__', '{"__proto__":1}'],
  ])('refuses %s and writes nothing', async (_what, document) => {
    expect(await ask(door, 'insertDocument', { data: [document] })).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await stored()).toEqual([])
  })

  test.each([
    ['insertDocument', { data: 'x' }],
    ['insertDocument', { data: [] }],
    ['getDocument', { query: 5 }],
    ['getDocument', { query: '{', limit: 1 }],
    ['getDocument', { limit: 'x' }],
    ['getDocument', { offset: -1 }],
    ['getDocument', { order: '{"a":2}' }],
    ['getDocument', { projection: '{"a":1,"b":0}' }],
    ['modifyDocument', { query: '{}', data: '{"$set":5}' }],
    ['modifyDocument', { query: '{}' }],
    ['aggregateDocuments', { stages: 5 }],
    ['aggregateDocuments', { stages: [{}] }],
    ['aggregateDocuments', { stages: [{ stageKey: '$limit', stageValue: '-1' }] }],
  ])('answers a malformed %s %j with a code', async (action, body) => {
    expect(await ask(door, action, body)).toMatchObject({ code: 'INVALID_PARAM' })
  })

  it('limits a list to 100 by default and 1,000 at most', async () => {
    door.database.fill(
      'things',
      Array.from({ length: 1100 }, (_, n) => ({ _id: `d${n}` })),
    )
    expect(await stored()).toHaveLength(100)
    const { data } = (await ask(door, 'getDocument', { limit: 5000 })) as { data: { list: string[] } }
    expect(data.list).toHaveLength(1000)
  })

  it('refuses a document above 16 MB', async () => {
    const answer = await ask(door, 'insertDocument', {
      data: [JSON.stringify({ s: 'x'.repeat(16 * 1024 * 1024) })],
    })
    expect(answer).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  })
})

describe('projections', () => {
  let door: DatabaseDoor
  beforeEach(async () => void (door = await openDatabaseDoor({ indexes: { things: [] } })))
  afterEach(() => door.close())

  const document = { _id: 'a', n: 1, sub: { x: 1, y: 2 }, list: [{ k: 1, v: 1 }, { k: 2, v: 2 }, { k: 3 }] }
  type Projections = DatabaseDoor['db']['command']['project']
  test.each<[string, (project: Projections) => object, object]>([
    ['fields, with the id', () => ({ n: true }), { _id: 'a', n: 1 }],
    ['fields without the id', () => ({ n: 1, _id: 0 }), { n: 1 }],
    ['a dotted field', () => ({ 'sub.x': 1 }), { _id: 'a', sub: { x: 1 } }],
    [
      'a field of the documents in an array',
      () => ({ 'list.v': 1 }),
      { _id: 'a', list: [{ v: 1 }, { v: 2 }, {}] },
    ],
    ['all but some', () => ({ list: false, 'sub.y': false }), { _id: 'a', n: 1, sub: { x: 1 } }],
    [
      'a slice, beside all the rest',
      (project) => ({ list: project.slice(-1) }),
      { ...document, list: [{ k: 3 }] },
    ],
    [
      'a slice from a position',
      (project) => ({ n: 1, list: project.slice([1, 1]) }),
      { _id: 'a', n: 1, list: [{ k: 2, v: 2 }] },
    ],
    [
      'the first element that matches',
      (project) => ({ list: project.elemMatch({ k: 2 }) }),
      { _id: 'a', list: [{ k: 2, v: 2 }] },
    ],
  ])('give %s', async (_what, projection, expected) => {
    await door.db.collection('things').add(document)
    const { data } = await door.db
      .collection('things')
      .where({})
      .field(projection(door.db.command.project) as never)
      .get()
    expect(data).toEqual([expected])
  })
})

test('values of all types have one order', () => {
  const ordered: Strict[] = [
    { $minKey: { $numberInt: '1' } },
    null,
    { $numberDouble: 'NaN' },
    { $numberDouble: '-Infinity' },
    { $numberInt: '-1' },
    { $numberDouble: '0.5' },
    { $numberLong: '9007199254740992' },
    { $numberLong: '9007199254740993' },
    '',
    'a',
    '\uffff',
    '😀',
    {},
    { a: { $numberInt: '1' } },
    { a: 'x' },
    [],
    [null],
    { $oid: '5e7b474a5e54c773b58d7b39' },
    false,
    true,
    { $date: { $numberLong: '0' } },
    { $regularExpression: { pattern: 'a', options: '' } },
  ]
  ordered.forEach((a, i) =>
    ordered.forEach((b, j) => expect(Math.sign(compare(a, b))).toBe(Math.sign(i - j))),
  )
})
