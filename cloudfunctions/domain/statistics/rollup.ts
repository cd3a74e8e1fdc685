import type { DepartmentClass, Profile } from '../../../typings/contract/directory'
import type { LocalDate } from '../../../typings/contract/time'
import { addCounts, type Counts, countsOf } from './counters'
import { type Fact, isExcluded } from './fact'
import { type RateSheet, rateSheet } from './rates'

/** A day of one department, area and service, added up. Sums over any of the four are sums of these. */
export interface DayRollup {
  /** `<day>:<departmentId>:<areaId>:<serviceCode>`. */
  _id: string
  day: LocalDate
  departmentId: string
  departmentClass?: DepartmentClass
  areaId: string
  serviceCode: string
  counts: Counts
  /** The part of `counts` that is 剔除. */
  excluded: Counts
  /** Calls by local hour of submission, 24; absent where there were none. */
  hours?: readonly number[]
}

/** @param facts each once (`factsAsOf`); a day's rows are rebuilt from all of its facts, so a repeat changes nothing. */
export function rollUp(facts: readonly Fact[]): DayRollup[] {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    const id = [fact.day, fact.departmentId, fact.areaId, fact.serviceCode].join(':')
    const group = groups.get(id)
    if (group) group.push(fact)
    else groups.set(id, [fact])
  }
  return [...groups].map(([_id, group]) => {
    const { day, departmentId, departmentClass, areaId, serviceCode } = group[0]!
    return {
      _id,
      day,
      departmentId,
      ...(departmentClass && { departmentClass }),
      areaId,
      serviceCode,
      counts: addCounts(group.map(countsOf)),
      excluded: addCounts(group.filter(isExcluded).map(countsOf)),
      ...hoursOf(group),
    }
  })
}

function hoursOf(facts: readonly Fact[]): Pick<DayRollup, 'hours'> {
  const hours = Array.from({ length: 24 }, () => 0)
  for (const fact of facts) if (fact.kind === 'call') hours[fact.hour]! += 1
  return hours.some((n) => n > 0) ? { hours } : {}
}

/** The figures of any set of rows: a period, a department, a street, a service. */
export function ratesOfRollups(
  rows: readonly Pick<DayRollup, 'counts' | 'excluded'>[],
  weights: Pick<Profile, 'satisfaction' | 'score'>,
): RateSheet {
  return rateSheet(
    addCounts(rows.map((row) => row.counts)),
    addCounts(rows.map((row) => row.excluded)),
    weights,
  )
}
