import type { Timestamp } from '../../../typings/contract/time'
import { type Fact, notKnown } from '../statistics/fact'
import { poissonTail } from './tests'

const hour = 3_600_000

/** Least top grades in an hour, and how unlikely they have to be by the unit's own past [S]. */
const burst = { grades: 6, chance: 1e-4 }

/** Hours of a day in which people evaluate; a mean over the night as well would make every morning a burst. */
const hoursAwake = 14

export interface Burst {
  departmentId: string
  from: Timestamp
  seen: number
}

/**
 * 一小时内扎堆的“非常满意”: of one unit, in any hour of the day.
 * @param pastPerDay a unit's top grades a day, by its own past weeks.
 */
export function gradeBursts(facts: readonly Fact[], pastPerDay: (departmentId: string) => number): Burst[] {
  const byUnit = new Map<string, Timestamp[]>()
  for (const fact of facts)
    if (fact.kind === 'evaluation' && fact.grade === 'verySatisfied')
      byUnit.set(fact.departmentId, [...(byUnit.get(fact.departmentId) ?? []), fact.at])
  return [...byUnit].flatMap(([departmentId, instants]) => {
    const sorted = instants.sort((a, b) => a - b)
    const windows = sorted.map((from) => ({
      from,
      seen: sorted.filter((at) => at >= from && at < from + hour).length,
    }))
    const densest = windows.reduce((most, one) => (one.seen > most.seen ? one : most))
    const expected = Math.max(pastPerDay(departmentId) / hoursAwake, 0.2)
    const odd = densest.seen >= burst.grades && poissonTail(densest.seen, expected) < burst.chance
    return odd ? [{ departmentId, ...densest }] : []
  })
}

/** Least calls of one matter in one place within a week, and how unlikely they have to be by the place's own past [S]. */
const repeated = { calls: 5, chance: 2e-5 }

export interface Matter {
  areaId: string
  serviceCode: string
  seen: number
  /** In a week. */
  usual: number
}

type Calls = Pick<Fact, 'areaId' | 'serviceCode'>

/** 同一处、同一类反复有人反映: the last week against a week of the four before. */
export function repeatedMatters(recent: readonly Calls[], past: readonly Calls[]): Matter[] {
  const countOf = (calls: readonly Calls[]) => {
    const counts = new Map<string, number>()
    for (const { areaId, serviceCode } of calls) {
      // Calls that nobody could sort have nothing in common but that.
      if (serviceCode === notKnown) continue
      const key = `${areaId} ${serviceCode}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    return counts
  }
  const before = countOf(past)
  return [...countOf(recent)].flatMap(([key, seen]) => {
    const usual = (before.get(key) ?? 0) / 4
    // Four weeks are little to go by: one call more than was seen in them keeps the merely unlucky out.
    if (seen < repeated.calls || poissonTail(seen, usual + 0.25) >= repeated.chance) return []
    const [areaId = '', serviceCode = ''] = key.split(' ')
    return [{ areaId, serviceCode, seen, usual }]
  })
}
