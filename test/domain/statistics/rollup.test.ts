import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jinan } from '../../../cloudfunctions/domain/sla/profiles'
import { factsAsOf } from '../../../cloudfunctions/domain/statistics/fact'
import { isInPeriod, periodOf } from '../../../cloudfunctions/domain/statistics/period'
import { ratesOf } from '../../../cloudfunctions/domain/statistics/rates'
import { ratesOfRollups, rollUp } from '../../../cloudfunctions/domain/statistics/rollup'
import { shanghai } from '../calendar/shanghai'
import { anEvaluation, aReplyClock, someFacts } from './some-facts'

const asOf = shanghai('2026-07-01T00:00')

describe('days rolled up', () => {
  test('a row a day, department, area and service, with nothing but what happened', () => {
    const facts = [
      aReplyClock('T1', 'met', '2026-06-10T18:00'),
      aReplyClock('T2', 'breached', '2026-06-10T18:00', '2026-06-11T09:00'),
      anEvaluation('T1', true, false, 'dissatisfied'),
    ]
    expect(rollUp(facts)).toEqual([
      {
        _id: '2026-06-10:D-water:A-1:0101',
        day: '2026-06-10',
        departmentId: 'D-water',
        departmentClass: 'department',
        areaId: 'A-1',
        serviceCode: '0101',
        counts: { replyDue: 2, replyMet: 1 },
        excluded: {},
      },
      expect.objectContaining({
        day: '2026-06-12',
        counts: { evaluations: 1, contacted: 1, dissatisfied: 1 },
      }),
    ])
  })

  test('sums of days give the very figures of the facts, for any period and department', () => {
    const startsOn = fc.constantFrom(1, 19)
    const department = fc.constantFrom(undefined, 'D-water', 'D-roads')
    fc.assert(
      fc.property(someFacts, startsOn, department, (all, day, only) => {
        const period = periodOf('2026-06-10', day)
        const facts = all.filter((fact) => !only || fact.departmentId === only)
        const rows = rollUp(factsAsOf(all, [], asOf)).filter(
          (row) => isInPeriod(period, row.day) && (!only || row.departmentId === only),
        )
        expect(ratesOfRollups(rows, jinan)).toEqual(ratesOf({ facts, open: [], period, asOf }, jinan))
      }),
    )
  })
})
