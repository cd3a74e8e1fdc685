import { describe, expect, test } from 'vitest'
import type { DepartmentClass } from '../../../typings/contract/directory'
import { addDays } from '../../../cloudfunctions/domain/calendar/local-time'
import { aFact, type Fact } from '../../../cloudfunctions/domain/statistics/fact'
import type { Sheet } from '../../../cloudfunctions/domain/statistics/sheet'
import { gradeBursts, repeatedMatters } from '../../../cloudfunctions/domain/warning/from-facts'
import {
  driftingLate,
  gradesAboveClass,
  pastDays,
  recentDays,
  surges,
} from '../../../cloudfunctions/domain/warning/from-sums'
import { shanghai } from '../calendar/shanghai'
import { aSubject } from '../statistics/some-facts'

/** mulberry32, seeded: the same district in every run. */
function randomness(seed: number) {
  let state = seed
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const poisson = (mean: number) => {
    let n = 0
    for (let product = unit(); product > Math.exp(-mean); product *= unit()) n++
    return n
  }
  const binomial = (n: number, p: number) => Array.from({ length: n }, unit).filter((x) => x < p).length
  return { unit, poisson, binomial }
}

const weeks = 12
const length = recentDays + pastDays + weeks * 7
const first = '2026-01-05'

/** Calm life: weekends at half, units of very different size and habit. */
function calmDistrict(seed: number, days = recentDays + pastDays) {
  const { unit, poisson, binomial } = randomness(seed)
  const keys = (name: string, n: number) => Array.from({ length: n }, (_, i) => `${name}-${i}`)
  const means = (ids: readonly string[], most: number) => new Map(ids.map((id) => [id, most * unit() ** 2]))
  const departments = means(keys('department', 60), 30)
  const services = means(keys('service', 180), 12)
  const streets = means(keys('street', 18), 60)
  const timely = new Map([...departments.keys()].map((id) => [id, 0.8 + 0.19 * unit()]))
  const praised = new Map([...departments.keys()].map((id) => [id, 0.28 + 0.04 * unit()]))
  const weekend = (n: number) => (n % 7 >= 5 ? 0.5 : 1)
  const callsOf = (
    units: ReadonlyMap<string, number>,
    n: number,
  ): Record<string, { counts: Record<string, number>; excluded: object }> =>
    Object.fromEntries(
      [...units].map(([id, mean]) => [id, { counts: { calls: poisson(mean * weekend(n)) }, excluded: {} }]),
    )
  const departmentDay = (n: number) =>
    Object.fromEntries(
      [...departments].map(([id, mean]) => {
        const replyDue = poisson(mean * weekend(n))
        const evaluations = binomial(replyDue, 0.4)
        return [
          id,
          {
            counts: {
              replyDue,
              replyMet: binomial(replyDue, timely.get(id)!),
              evaluations,
              verySatisfied: binomial(evaluations, praised.get(id)!),
            },
            excluded: {},
          },
        ]
      }),
    )
  const sheets = {
    department: Array.from({ length: days }, (_, n) => departmentDay(n)),
    service: Array.from({ length: days }, (_, n) => callsOf(services, n)),
    street: Array.from({ length: days }, (_, n) => callsOf(streets, n)),
  }
  const large = [...departments].filter(([, mean]) => mean > 6).map(([id]) => id)
  return { sheets, large, binomial }
}

type District = ReturnType<typeof calmDistrict>

const classOf = (): DepartmentClass => 'department'

/** Every morning's findings, as `<day index>:<kind>:<key>`. */
function mornings({ sheets }: District): string[] {
  const found: string[] = []
  for (let n = recentDays + pastDays; n < length; n++) {
    const upTo = (days: readonly object[]) => days.slice(0, n + 1) as Sheet[]
    const past = {
      days: Array.from({ length: n + 1 }, (_, i) => addDays(first, i)),
      sheets: {
        department: upTo(sheets.department),
        service: upTo(sheets.service),
        street: upTo(sheets.street),
      },
    }
    for (const { key } of driftingLate(past)) found.push(`${n}:drift:${key}`)
    for (const { key } of surges(past)) found.push(`${n}:surge:${key}`)
    for (const { key } of gradesAboveClass(past, classOf)) found.push(`${n}:praise:${key}`)
  }
  return found
}

/** Said once a kind, subject and week. */
const weekly = (found: readonly string[]) =>
  new Set(
    found.map((one) => {
      const [n, ...subject] = one.split(':')
      return [Math.floor(Number(n) / 7), ...subject].join(':')
    }),
  )

describe('the morning’s warnings', () => {
  test('in calm weeks are hardly any', () => {
    const perWeek = weekly(mornings(calmDistrict(1, length))).size / weeks
    console.log(`false alarms: ${perWeek.toFixed(2)} a week (60 departments, 180 services, 18 streets)`)
    expect(perWeek).toBeLessThanOrEqual(2)
  })

  test('find what is planted', () => {
    const planted: [
      string,
      (district: District, n: number, key: string) => void,
      (district: District, i: number) => string,
    ][] = [
      [
        'drift',
        ({ sheets, binomial }, n, key) => {
          for (let day = n - recentDays + 1; day <= n; day++) {
            const { counts } = sheets.department[day]![key]!
            counts.replyMet = binomial(counts.replyDue, 0.5)
          }
        },
        ({ large }, i) => large[i % large.length]!,
      ],
      [
        'surge',
        ({ sheets }, n, key) => {
          const { counts } = sheets.service[n]![key]!
          counts.calls = 3 * (counts.calls ?? 0) + 15
        },
        (_, i) => `service-${i * 7}`,
      ],
      [
        'praise',
        ({ sheets, binomial }, n, key) => {
          for (let day = n - recentDays - pastDays + 1; day <= n; day++) {
            const { counts } = sheets.department[day]![key]!
            counts.verySatisfied = binomial(counts.evaluations, 0.6)
          }
        },
        ({ large }, i) => large[i % large.length]!,
      ],
    ]
    for (const [kind, plant, keyOf] of planted) {
      let hits = 0
      const times = 20
      for (let i = 0; i < times; i++) {
        const district = calmDistrict(100 + i)
        const key = keyOf(district, i)
        const n = recentDays + pastDays - 1
        plant(district, n, key)
        if (morningOf(district).includes(`${kind}:${key}`)) hits++
      }
      console.log(`${kind}: recall ${hits}/${times}`)
      expect([kind, hits / times >= 0.9]).toEqual([kind, true])
    }
  })
})

function morningOf({ sheets }: Pick<District, 'sheets'>): string[] {
  const past = { days: [], sheets: sheets as unknown as Parameters<typeof surges>[0]['sheets'] }
  return [
    ...driftingLate(past).map(({ key }) => `drift:${key}`),
    ...surges(past).map(({ key }) => `surge:${key}`),
    ...gradesAboveClass(past, classOf).map(({ key }) => `praise:${key}`),
  ]
}

const graded = (n: number, at: string, departmentId: string): Fact =>
  aFact(
    aSubject(`T${n}-${at}`, departmentId),
    { kind: 'evaluation', ref: '1', contacted: true, solved: true, grade: 'verySatisfied' },
    shanghai(at),
  )

describe('top grades', () => {
  const spread = Array.from({ length: 10 }, (_, n) =>
    graded(n, `2026-06-10T${8 + n < 10 ? '0' : ''}${8 + n}:00`, 'D-roads'),
  )

  test('within one hour are told, spread over the day they are not', () => {
    const burst = Array.from({ length: 7 }, (_, n) => graded(n, `2026-06-10T20:0${n}`, 'D-water'))
    expect(gradeBursts([...spread, ...burst], () => 3)).toEqual([
      { departmentId: 'D-water', from: shanghai('2026-06-10T20:00'), seen: 7 },
    ])
  })

  test('of a unit that has hundreds a day are no burst', () => {
    const busy = Array.from({ length: 7 }, (_, n) => graded(n, `2026-06-10T20:0${n}`, 'D-water'))
    expect(gradeBursts(busy, () => 120)).toEqual([])
  })
})

test('one place calling about one thing again and again is a repeated matter, a busy one is not', () => {
  const calls = (n: number, areaId: string) =>
    Array.from({ length: n }, () => ({ areaId, serviceCode: 'no-water' }))
  expect(
    repeatedMatters([...calls(6, 'lane'), ...calls(8, 'square'), ...calls(4, 'yard')], calls(40, 'square')),
  ).toEqual([{ areaId: 'lane', serviceCode: 'no-water', seen: 6, usual: 0 }])
})
