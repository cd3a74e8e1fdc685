import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikeLeast, coarsen, type OpenCall } from '../../../cloudfunctions/domain/open-data/coarse-calls'

const call = (changes: Partial<OpenCall> = {}): OpenCall => ({
  day: '2026-05-11',
  serviceCode: 'noise',
  group: '环境',
  streetId: 'east',
  departmentId: 'ecology',
  localUnit: false,
  status: 'closed',
  published: false,
  ...changes,
})

const times = (n: number, changes: Partial<OpenCall> = {}) => Array.from({ length: n }, () => call(changes))

const anyCall: fc.Arbitrary<OpenCall> = fc
  .record({
    day: fc.constantFrom('2026-05-11', '2026-05-12', '2026-05-13'),
    serviceCode: fc.constantFrom('noise', 'smoke', 'lamp'),
    streetId: fc.constantFrom('east', 'west'),
    localUnit: fc.boolean(),
    published: fc.boolean(),
  })
  .map((drawn) =>
    call({
      ...drawn,
      group: drawn.serviceCode === 'lamp' ? '城建' : '环境',
      departmentId: drawn.localUnit ? `office-${drawn.streetId}` : 'ecology',
    }),
  )

const seen = ({ day, serviceCode, group, streetId, departmentId }: OpenCall) =>
  JSON.stringify([day, serviceCode, group, streetId, departmentId])

describe('a call among those that are like it', () => {
  test.each([
    [
      'five on one day: the day is told',
      times(5),
      { day: '2026-05-11', streetId: 'east', departmentId: 'ecology', serviceCode: 'noise' },
    ],
    [
      'five in a month, not in a day: only the month',
      [...times(3), ...times(2, { day: '2026-05-20' })],
      { streetId: 'east', departmentId: 'ecology', serviceCode: 'noise' },
    ],
    [
      'five in the district, not in a street: no street',
      [...times(3), ...times(2, { streetId: 'west' })],
      { departmentId: 'ecology', serviceCode: 'noise' },
    ],
    [
      'five of a class, not of a service: the class alone',
      [...times(3), ...times(2, { serviceCode: 'smoke', departmentId: 'other' })],
      { group: '环境' },
    ],
  ])('%s', (_what, calls, told) => {
    const { calls: rows, leftOut } = coarsen(calls)
    expect([rows.length, leftOut]).toEqual([5, 0])
    for (const row of rows) {
      const { localUnit: _1, status: _2, published: _3, group, ...rest } = row
      expect({ group, ...rest }).toEqual({ group: '环境', ...told })
    }
  })

  test('a street office’s name goes with its street', () => {
    const calls = [
      ...times(3, { departmentId: 'office-east', localUnit: true }),
      ...times(2, { streetId: 'west', departmentId: 'office-west', localUnit: true }),
    ]
    expect(coarsen(calls).calls.every(({ departmentId }) => departmentId === undefined)).toBe(true)
  })

  test('four are in no row at all, and counted', () => {
    expect(coarsen(times(4))).toEqual({ calls: [], leftOut: 4 })
  })

  test('whoever is on the square hides nobody', () => {
    expect(coarsen([...times(4), ...times(3, { published: true })])).toEqual({ calls: [], leftOut: 7 })
  })

  test('whatever the month was, each row has enough unpublished ones like it, and none is lost', () => {
    fc.assert(
      fc.property(fc.array(anyCall, { maxLength: 60 }), (calls) => {
        const { calls: rows, leftOut } = coarsen(calls)
        expect(rows.length + leftOut).toBe(calls.length)
        const alike = new Map<string, number>()
        for (const row of rows.filter(({ published }) => !published))
          alike.set(seen(row), (alike.get(seen(row)) ?? 0) + 1)
        for (const row of rows) expect(alike.get(seen(row))).toBeGreaterThanOrEqual(alikeLeast)
      }),
    )
  })
})
