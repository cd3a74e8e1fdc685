import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabaseDoor, type DatabaseDoor } from '../../support/database-door'

describe('aggregations through the real SDK', () => {
  let door: DatabaseDoor
  beforeAll(async () => {
    door = await openDatabaseDoor({
      indexes: {
        facts: [{ name: 'by_day', keys: [['day', 1]] }],
        departments: [],
      },
    })
    await door.db.collection('facts').add([
      { _id: '1', day: '2026-10-01', department: 'water', onTime: true, minutes: 10, tags: ['a', 'b'] },
      { _id: '2', day: '2026-10-01', department: 'water', onTime: false, minutes: 30, tags: ['a'] },
      { _id: '3', day: '2026-10-02', department: 'roads', onTime: true, minutes: 20, tags: [] },
      { _id: '4', day: '2026-10-03', department: 'parks', onTime: true, minutes: 5 },
    ] as never)
    await door.db.collection('departments').add([
      { _id: 'water', name: '水务局' },
      { _id: 'roads', name: '交通局' },
    ] as never)
  })
  afterAll(() => door.close())

  it('groups and sums what an index has narrowed', async () => {
    const $ = door.db.command.aggregate
    door.forget()
    const { data } = await door.db
      .collection('facts')
      .aggregate()
      .match({ day: door.db.command.lte('2026-10-02') })
      .group({ _id: '$department', due: $.sum(1), met: $.sum($.cond({ if: '$onTime', then: 1, else: 0 })) })
      .sort({ _id: 1 })
      .end()
    expect(data).toEqual([
      { _id: 'roads', due: 1, met: 1 },
      { _id: 'water', due: 2, met: 1 },
    ])
    expect(door.costs[0]).toMatchObject({ documentsExamined: 3, index: 'by_day' })
  })

  it('joins another collection by an equal field', async () => {
    const { data } = await door.db
      .collection('facts')
      .aggregate()
      .lookup({ from: 'departments', localField: 'department', foreignField: '_id', as: 'units' })
      .project({ _id: 1, units: '$units.name' })
      .sort({ _id: 1 })
      .end()
    expect(data).toEqual([
      { _id: '1', units: ['水务局'] },
      { _id: '2', units: ['水务局'] },
      { _id: '3', units: ['交通局'] },
      { _id: '4', units: [] },
    ])
  })

  it('joins by a pipeline that knows the outer document', async () => {
    const _ = door.db.command
    const $ = _.aggregate
    const { data } = await door.db
      .collection('departments')
      .aggregate()
      .sort({ _id: -1 })
      .lookup({
        from: 'facts',
        let: { unit: '$_id' },
        pipeline: $.pipeline()
          .match(_.expr($.eq(['$department', '$$unit'])))
          .project({ minutes: 1, _id: 0 })
          .done(),
        as: 'facts',
      })
      .end()
    expect(data).toEqual([
      { _id: 'water', name: '水务局', facts: [{ minutes: 10 }, { minutes: 30 }] },
      { _id: 'roads', name: '交通局', facts: [{ minutes: 20 }] },
    ])
  })

  it.each(['$out', '$merge', '$search'])('refuses the stage %s by its name', async (stage) => {
    const run = door.db
      .collection('facts')
      .options({ raw: true })
      .aggregate([{ [stage]: 'x' }])
      .end()
    await expect(run).rejects.toMatchObject({
      code: 'DATABASE_INVALID_OPERRATOR',
      message: expect.stringContaining(stage),
    })
  })

  it('refuses an expression operator it does not know by its name', async () => {
    const run = door.db
      .collection('facts')
      .aggregate()
      .project({ x: { $meta: 'textScore' } })
      .end()
    await expect(run).rejects.toMatchObject({
      code: 'DATABASE_INVALID_OPERRATOR',
      message: expect.stringContaining('$meta'),
    })
  })

  it('samples at most what is there, and insists on a size', async () => {
    const sample = (size: never) => door.db.collection('facts').aggregate().sample({ size }).end()
    expect((await sample(9 as never)).data).toHaveLength(4)
    await expect(sample(undefined as never)).rejects.toMatchObject({ code: 'INVALID_PARAM' })
  })
})
