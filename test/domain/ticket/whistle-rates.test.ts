import { describe, expect, test } from 'vitest'
import { behindKpi, matches } from '../../../cloudfunctions/domain/statistics/behind'
import { ratesOf } from '../../../cloudfunctions/domain/statistics/rates'
import { jinan } from '../../../cloudfunctions/domain/sla/profiles'
import { contactOf } from '../../support/builders'
import { CountedLife } from '../../support/counted-life'

const day = 86_400_000
const always = { id: 'always', from: '2000-01-01', to: '2099-12-31' }

/** A street that leads and has called the city management in. */
function whistled(): CountedLife {
  const life = new CountedLife({ serviceCode: 'stairwell' })
  return life.do('acknowledge').do('whistle', { departmentId: 'city-management', task: '请来现场' })
}

const sheetOf = (life: CountedLife, departmentId: string) =>
  ratesOf(
    {
      facts: [...life.facts.values()].filter((fact) => fact.departmentId === departmentId),
      open: [],
      period: always,
      asOf: life.at + 60 * day,
    },
    jinan,
  ).after.rates

const partsOf = (life: CountedLife, departmentId: string, kpi: string) => {
  const rate = sheetOf(life, departmentId).find(({ id }) => id === kpi)
  return [rate?.numerator, rate?.denominator]
}

const report = (life: CountedLife) =>
  life.do('reportCoTask', { coTaskId: 'c1', text: '已到现场' }, contactOf('city-management')).deliver()

describe('吹哨报到 is assessed both ways', () => {
  test('of the called how they came, of the calling street how it was answered', () => {
    const life = report(whistled())
    expect(partsOf(life, 'city-management', 'coTasksInTime')).toEqual([1, 1])
    expect(partsOf(life, 'city-management', 'whistlesAnswered')).toEqual([0, 0])
    expect(partsOf(life, 'east-office', 'whistlesAnswered')).toEqual([1, 1])
    expect(partsOf(life, 'east-office', 'coTasksInTime')).toEqual([0, 0])
  })

  test('late, and as long as nobody comes, it counts below the line of both', () => {
    const life = whistled()
    life.until(life.at + 20 * day).deliver()
    for (const [unit, kpi] of [
      ['city-management', 'coTasksInTime'],
      ['east-office', 'whistlesAnswered'],
    ] as const)
      expect([unit, partsOf(life, unit, kpi)]).toEqual([unit, [0, 1]])
    report(life)
    expect(partsOf(life, 'east-office', 'whistlesAnswered')).toEqual([0, 1])
  })

  test('an ordinary 协办 is no whistle', () => {
    const life = new CountedLife({ serviceCode: 'stairwell' })
    life.do('acknowledge').do('assist', { departmentId: 'city-management', task: '一起看' })
    report(life)
    expect(partsOf(life, 'city-management', 'coTasksInTime')).toEqual([1, 1])
    expect(partsOf(life, 'east-office', 'whistlesAnswered')).toEqual([0, 0])
  })

  test('the tickets behind it are its facts', () => {
    const facts = [...report(whistled()).facts.values()]
    const { above, below } = behindKpi.whistlesAnswered
    expect(facts.filter((fact) => matches(fact, below)).map(({ departmentId }) => departmentId)).toEqual([
      'east-office',
    ])
    expect(facts.filter((fact) => matches(fact, above))).toHaveLength(1)
  })
})
