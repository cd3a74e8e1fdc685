import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabaseDoor, type DatabaseDoor } from '../../support/database-door'

const NOON = Date.parse('2026-09-30T12:00:00Z')

describe('documents through the real SDK', () => {
  let door: DatabaseDoor
  beforeEach(async () => {
    door = await openDatabaseDoor({
      now: NOON,
      indexes: {
        tickets: [
          {
            name: 'by_status',
            keys: [
              ['status', 1],
              ['createdAt', -1],
            ],
          },
        ],
      },
    })
  })
  afterEach(() => door.close())

  it('stores a document and reads it back by its id, at the price of one document', async () => {
    const tickets = door.db.collection('tickets')
    const { id } = await tickets.add({ status: 'submitted', createdAt: 1, at: door.db.serverDate() })
    door.forget()
    const { data } = await tickets.doc(id!).get()
    expect(data).toEqual([{ _id: id, status: 'submitted', createdAt: 1, at: new Date(NOON) }])
    expect(door.costs).toEqual([
      expect.objectContaining({ documentsRead: 1, documentsExamined: 1, index: '_id_' }),
    ])
  })

  it('makes ids of 32 digits, the first eight the second of birth', async () => {
    const { id } = await door.db.collection('tickets').add({})
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(parseInt(id!.slice(0, 8), 16)).toBe(NOON / 1000)
  })

  it('refuses a second document of the same id', async () => {
    const tickets = door.db.collection('tickets')
    await tickets.add({ _id: 'a' })
    await expect(tickets.add({ _id: 'a' })).rejects.toMatchObject({ code: 'DATABASE_DUPLICATE_WRITE' })
    expect(await tickets.count()).toMatchObject({ total: 1 })
  })

  it('names a collection that does not exist', async () => {
    await expect(door.db.collection('nowhere').get()).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    })
    await door.db.createCollection('nowhere')
    expect((await door.db.collection('nowhere').get()).data).toEqual([])
  })

  it('lets only one of two writers change a version', async () => {
    const tickets = door.db.collection('tickets')
    const _ = door.db.command
    await tickets.add({ _id: 'a', version: 1, history: [] })
    const write = (by: string) =>
      tickets.where({ _id: 'a', version: 1 }).update({ version: _.inc(1), history: _.push({ by }) })
    const results = await Promise.all([write('first'), write('second')])
    expect(results.map((result: { updated?: number }) => result.updated).sort()).toEqual([0, 1])
    const { data } = await tickets.doc('a').get()
    expect(data[0]).toMatchObject({ version: 2 })
    expect((data[0] as { history: unknown[] }).history).toHaveLength(1)
  })

  it('pages by _id through the index that every collection has', async () => {
    const tickets = door.db.collection('tickets')
    for (const _id of ['d', 'a', 'c', 'b', 'e']) await tickets.add({ _id })
    door.forget()
    const { data } = await tickets
      .where({ _id: door.db.command.gt('a') })
      .orderBy('_id', 'asc')
      .limit(2)
      .get()
    expect(data).toEqual([{ _id: 'b' }, { _id: 'c' }])
    expect(door.costs[0]).toMatchObject({ documentsExamined: 2, index: '_id_' })
  })

  it('reads a page through a compound index, examining no more than the page', async () => {
    const tickets = door.db.collection('tickets')
    await tickets.add(
      Array.from({ length: 200 }, (_, n) => ({ status: n % 2 ? 'open' : 'closed', createdAt: n })) as never,
    )
    door.forget()
    const { data } = await tickets
      .where({ status: 'open' })
      .orderBy('createdAt', 'desc')
      .skip(10)
      .limit(5)
      .get()
    expect(data.map((ticket: { createdAt: number }) => ticket.createdAt)).toEqual([179, 177, 175, 173, 171])
    expect(door.costs[0]).toMatchObject({ documentsExamined: 15, documentsRead: 5, index: 'by_status' })
  })

  it('says so when all documents were scanned', async () => {
    await door.db.collection('tickets').add({ text: 'x' })
    door.forget()
    await door.db.collection('tickets').where({ text: 'x' }).get()
    expect(door.costs[0]).toMatchObject({ index: null, documentsExamined: 1 })
  })

  it('replaces, merges, removes', async () => {
    const tickets = door.db.collection('tickets')
    expect(await tickets.doc('a').set({ n: 1, nested: { a: 1 } })).toMatchObject({
      updated: 0,
      upsertedId: 'a',
    })
    expect(await tickets.doc('a').update({ nested: { b: 2 } })).toMatchObject({ updated: 1 })
    expect((await tickets.doc('a').get()).data).toEqual([{ _id: 'a', n: 1, nested: { a: 1, b: 2 } }])
    expect(await tickets.doc('a').set({ m: 1 })).toMatchObject({ updated: 1 })
    expect((await tickets.doc('a').get()).data).toEqual([{ _id: 'a', m: 1 }])
    expect(await tickets.doc('a').remove()).toMatchObject({ deleted: 1 })
    expect((await tickets.doc('a').get()).data).toEqual([])
  })
})
