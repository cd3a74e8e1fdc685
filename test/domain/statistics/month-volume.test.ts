import { expect, test } from 'vitest'
import { monthSoFar, planMonths } from '../../../cloudfunctions/domain/statistics/month-volume'

test.each([
  ['within a month', '2026-06-10', '2026-05-01', '2026-05-10'],
  ['over the turn of a year', '2026-01-31', '2025-12-01', '2025-12-31'],
  ['where the month before is shorter', '2026-03-30', '2026-02-01', '2026-02-28'],
])('a month so far has as many days of the month before: %s', (_what, today, from, to) => {
  expect(monthSoFar(today)).toEqual({
    now: { from: `${today.slice(0, 8)}01`, to: today },
    before: { from, to },
  })
})

test('six months before, the month itself, and what has begun of the half year after', () => {
  const months = planMonths('2026-06', '2026-08-02')
  expect(months.map(({ month }) => month)).toEqual([
    ...['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
    ...['2026-06', '2026-07', '2026-08'],
  ])
  expect(months.map(({ when }) => when).slice(5)).toEqual(['before', 'chosen', 'after', 'after'])
  expect(months.filter(({ running }) => running).map(({ month }) => month)).toEqual(['2026-08'])
  expect(planMonths('2026-06', '2027-12-31')).toHaveLength(13)
})
