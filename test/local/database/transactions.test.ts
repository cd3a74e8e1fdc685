import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabaseDoor, type DatabaseDoor } from '../../support/database-door'

const NOON = Date.parse('2026-09-30T12:00:00Z')

describe('transactions through the real SDK', () => {
  let door: DatabaseDoor
  beforeEach(async () => {
    door = await openDatabaseDoor({
      now: NOON,
      indexes: { accounts: [{ name: 'by_owner', keys: [['owner', 1]], unique: true, sparse: true }] },
    })
    await door.db.collection('accounts').add([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ] as never)
  })
  afterEach(() => door.close())

  const numberOf = async (id: string) =>
    ((await door.db.collection('accounts').doc(id).get()).data[0] as { n?: number })?.n
  const conflict = expect.objectContaining({ code: 'DATABASE_TRANSACTION_CONFLICT' })
  const failed = expect.objectContaining({ code: 'DATABASE_TRANSACTION_FAIL' })

  it('shows its own writes inside, nothing outside, and all of them at the end', async () => {
    const transaction = await door.db.startTransaction()
    const inside = transaction.collection('accounts')
    await inside.doc('a').update({ n: door.db.command.inc(10) })
    await inside.add({ _id: 'c', n: 3 } as never)
    await inside.doc('b').remove()
    expect((await inside.doc('a').get()).data).toEqual({ _id: 'a', n: 11 })
    const list = await inside
      .where({ n: door.db.command.gt(0) })
      .orderBy('n', 'desc')
      .get()
    expect(list.data).toEqual([
      { _id: 'a', n: 11 },
      { _id: 'c', n: 3 },
    ])
    expect([await numberOf('a'), await numberOf('b'), await numberOf('c')]).toEqual([1, 2, undefined])
    await transaction.commit()
    expect([await numberOf('a'), await numberOf('b'), await numberOf('c')]).toEqual([11, undefined, 3])
  })

  it('goes on reading the database as it was at its start', async () => {
    const transaction = await door.db.startTransaction()
    await door.db.collection('accounts').doc('a').update({ n: 100 })
    await door.db.collection('accounts').doc('b').remove()
    await door.db.collection('accounts').add({ _id: 'c', n: 3 } as never)
    const { data } = await transaction.collection('accounts').where({}).orderBy('_id', 'asc').get()
    expect(data).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ])
    await transaction.commit()
  })

  it('forgets everything when rolled back', async () => {
    const transaction = await door.db.startTransaction()
    await transaction.collection('accounts').doc('a').update({ n: 9 })
    await transaction.rollback('enough')
    expect(await numberOf('a')).toBe(1)
  })

  it('aborts the second writer of a document at once, and lets the first go on', async () => {
    const [first, second] = [await door.db.startTransaction(), await door.db.startTransaction()]
    await first.collection('accounts').doc('a').update({ n: 10 })
    await expect(second.collection('accounts').doc('a').update({ n: 20 })).rejects.toEqual(conflict)
    await expect(second.collection('accounts').doc('b').update({ n: 20 })).rejects.toEqual(failed)
    await first.commit()
    expect([await numberOf('a'), await numberOf('b')]).toEqual([10, 2])
  })

  it('conflicts with what was written since its start', async () => {
    const transaction = await door.db.startTransaction()
    await door.db.collection('accounts').doc('a').update({ n: 5 })
    await expect(transaction.collection('accounts').doc('a').update({ n: 9 })).rejects.toEqual(conflict)
    expect(await numberOf('a')).toBe(5)
  })

  it('is tried again by runTransaction until it gets through', async () => {
    const { db } = door
    const increments = Array.from({ length: 3 }, () =>
      db.runTransaction(async (transaction: never) => {
        const accounts = (transaction as ReturnType<typeof Object>).collection('accounts')
        const { data } = await accounts.doc('a').get()
        await accounts.doc('a').update({ n: data.n + 1 })
      }, 10),
    )
    await Promise.all(increments)
    expect(await numberOf('a')).toBe(4)
  })

  it('makes a plain write wait for the end of the transaction that holds the document', async () => {
    const transaction = await door.db.startTransaction()
    await transaction.collection('accounts').doc('a').update({ n: 10 })
    const plain = door.db
      .collection('accounts')
      .doc('a')
      .update({ n: door.db.command.inc(5) })
    await transaction.commit()
    expect(await plain).toMatchObject({ updated: 1 })
    expect(await numberOf('a')).toBe(15)
  })

  it('expires after 30 seconds of the emulator clock', async () => {
    const transaction = await door.db.startTransaction()
    await transaction.collection('accounts').doc('a').update({ n: 10 })
    door.now = NOON + 30_000
    await transaction.collection('accounts').doc('b').update({ n: 10 })
    door.now = NOON + 30_001
    await expect(transaction.commit()).rejects.toEqual(failed)
    expect(await door.db.collection('accounts').doc('a').update({ n: 7 })).toMatchObject({ updated: 1 })
  })

  it('refuses a repeated id and a repeated unique value', async () => {
    const first = await door.db.startTransaction()
    const duplicate = expect.objectContaining({ code: 'DATABASE_DUPLICATE_WRITE' })
    await expect(first.collection('accounts').add({ _id: 'a' } as never)).rejects.toEqual(duplicate)
    await door.db.collection('accounts').add({ _id: 'x', owner: 'me' } as never)
    const second = await door.db.startTransaction()
    await second.collection('accounts').doc('b').update({ n: 50 })
    await second.collection('accounts').add({ _id: 'y', owner: 'me' } as never)
    await expect(second.commit()).rejects.toEqual(duplicate)
    expect(await numberOf('b')).toBe(2)
  })
})
