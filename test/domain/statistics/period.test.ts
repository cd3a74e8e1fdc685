import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../cloudfunctions/domain/calendar/local-time'
import { isInPeriod, periodBefore, periodOf } from '../../../cloudfunctions/domain/statistics/period'

describe('an assessment period', () => {
  test.each([
    ['a calendar month', '2026-06-15', 1, '2026-06', '2026-06-01', '2026-06-30'],
    ['February of a leap year', '2024-02-29', 1, '2024-02', '2024-02-01', '2024-02-29'],
    ['from the 19th: its first day', '2026-06-19', 19, '2026-07', '2026-06-19', '2026-07-18'],
    ['to the 18th: its last day', '2026-06-18', 19, '2026-06', '2026-05-19', '2026-06-18'],
    ['over new year', '2026-12-25', 19, '2027-01', '2026-12-19', '2027-01-18'],
    ['over new year, seen from January', '2027-01-05', 19, '2027-01', '2026-12-19', '2027-01-18'],
  ])('%s', (_, date, startsOn, id, from, to) => expect(periodOf(date, startsOn)).toEqual({ id, from, to }))

  test.each([0, 29, 1.5, Number.NaN])('can’t start on day %d', (startsOn) =>
    expect(() => periodOf('2026-06-15', startsOn)).toThrow(RangeError),
  )

  test('follows the one before without gap or overlap', () => {
    const days = fc.integer({ min: 0, max: 5000 })
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 28 }), (n, startsOn) => {
        const date = addDays('2020-01-01', n)
        const period = periodOf(date, startsOn)
        expect(isInPeriod(period, date)).toBe(true)
        const before = periodBefore(period, startsOn)
        expect(addDays(before.to, 1)).toBe(period.from)
        expect(before.id < period.id).toBe(true)
      }),
    )
  })
})
