import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { behindFlow, behindKpi, matches, restOf } from '../../../cloudfunctions/domain/statistics/behind'
import { addCounts, countsOf } from '../../../cloudfunctions/domain/statistics/counters'
import { addDays, localDate } from '../../../cloudfunctions/domain/calendar/local-time'
import { kpis } from '../../../cloudfunctions/domain/statistics/kpis'
import { rollUp } from '../../../cloudfunctions/domain/statistics/rollup'
import {
  addSheets,
  addSums,
  dimensions,
  packSum,
  sheetsOf,
  unpackSum,
} from '../../../cloudfunctions/domain/statistics/sheet'
import { cover, daysOf, segmentOf } from '../../../cloudfunctions/domain/statistics/span'
import { periodOf } from '../../../cloudfunctions/domain/statistics/period'
import { jinan } from '../../../cloudfunctions/domain/sla/profiles'
import { shanghai } from '../calendar/shanghai'
import { someFacts } from './some-facts'

const streetOf = (areaId: string) => (areaId === 'A-1' ? 'S-1' : undefined)

describe('sums', () => {
  test('packed and unpacked are the same', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const sum of Object.values(sheetsOf(rollUp(facts), streetOf).street)) {
          expect(unpackSum(packSum(sum))).toEqual(sum)
        }
      }),
    )
  })

  test('of every dimension add up to the district’s, and those of days to those of their span', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const rows = rollUp(facts)
        const whole = sheetsOf(rows, streetOf)
        const days = [...new Set(rows.map(({ day }) => day))].map((day) =>
          sheetsOf(
            rows.filter((row) => row.day === day),
            streetOf,
          ),
        )
        for (const dimension of dimensions) {
          expect(addSheets(days.map((sheets) => sheets[dimension]))).toEqual(whole[dimension])
          if (facts.length > 0) expect(addSums(Object.values(whole[dimension]))).toEqual(whole.district.all)
        }
      }),
    )
  })
})

describe('a span of days', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2025-01-01', n))

  test('is covered once, by segments and single days, up to the day that is running', () => {
    fc.assert(
      fc.property(day, day, day, fc.constantFrom(1, 10, 19, 28), (one, other, today, startsOn) => {
        const [from, to] = one < other ? [one, other] : [other, one]
        const { segments, days } = cover({ from, to }, startsOn, today)
        const ended = (date: string) => date < today
        const covered = [...segments.flatMap(daysOf).filter(ended), ...days].sort()
        expect(covered).toEqual(daysOf({ from, to: to < today ? to : today }))
      }),
    )
  })

  test.each([
    ['a calendar month', 1, 1],
    ['a calendar month where assessment begins on the 19th', 19, 1],
    ['an assessment month from the 19th', 19, 19],
    ['an assessment month under a profile of calendar months', 1, 19],
  ])('%s is two segments and nothing else', (_, startsOn, periodStartsOn) => {
    const period = periodOf('2026-03-05', periodStartsOn)
    expect(cover(period, startsOn, '2026-06-10')).toMatchObject({ segments: { length: 2 }, days: [] })
  })

  test('the running segment is read whole, with today beside it', () => {
    expect(cover(periodOf('2026-06-10', 1), 1, '2026-06-10')).toEqual({
      segments: [segmentOf('2026-06-10', 1)],
      days: ['2026-06-10'],
    })
  })
})

describe('the facts behind a figure', () => {
  const pick = (id: string, which: 'numerator' | 'denominator') => {
    const kpi = kpis.find((one) => one.id === id)!
    return which === 'numerator'
      ? kpi.numerator
      : (counts: Parameters<typeof kpi.denominator>[0]) => kpi.denominator(counts)
  }

  test('are as many as the figure says, above the line, below it and in between', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const counts = addCounts(facts.map(countsOf))
        for (const [id, behind] of Object.entries(behindKpi)) {
          if (id === 'satisfaction' || id === 'timeUsed') continue
          const above = facts.filter((fact) => matches(fact, behind.above)).length
          const below = facts.filter((fact) => matches(fact, behind.below)).length
          expect([id, above, below]).toEqual([
            id,
            pick(id, 'numerator')(counts, jinan),
            pick(id, 'denominator')(counts, jinan),
          ])
          const rest = restOf(behind)
          if (rest) expect(facts.filter((fact) => matches(fact, rest)).length).toBe(below - above)
        }
        const happy = facts.filter((fact) => matches(fact, behindKpi.satisfaction.above))
        const { verySatisfied = 0, satisfied = 0, fairlySatisfied = 0 } = counts
        expect(happy.length).toBe(verySatisfied + satisfied + fairlySatisfied)
      }),
    )
  })

  test('of the funnel are as many as its stages', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const counts = addCounts(facts.map(countsOf))
        const behind = Object.entries(behindFlow).map(([id, filter]) => [
          id,
          facts.filter((fact) => matches(fact, filter)).length,
        ])
        expect(Object.fromEntries(behind)).toEqual({
          calls: counts.calls ?? 0,
          dispatched: counts.tickets ?? 0,
          acknowledged: counts.acknowledged ?? 0,
          contacted: counts.firstContacted ?? 0,
          answered: counts.outcomes ?? 0,
          heard: counts.callbackValid ?? 0,
          solved: counts.solved ?? 0,
        })
      }),
    )
  })
})

test('the days of a span follow the local calendar', () => {
  expect(daysOf({ from: localDate(shanghai('2026-02-27T00:00')), to: '2026-03-01' })).toEqual([
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
  ])
})
