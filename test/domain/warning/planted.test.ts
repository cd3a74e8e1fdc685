import { afterAll, describe, expect, test } from 'vitest'
import type { DepartmentClass, Directory } from '../../../typings/contract/directory'
import { addDays } from '../../../cloudfunctions/domain/calendar/local-time'
import { aFact, type Fact } from '../../../cloudfunctions/domain/statistics/fact'
import type { Sheet } from '../../../cloudfunctions/domain/statistics/sheet'
import { uncoveredYear, withoutContact } from '../../../cloudfunctions/domain/warning/from-directory'
import { gradeBursts, repeatedMatters } from '../../../cloudfunctions/domain/warning/from-facts'
import {
  driftingLate,
  gradesAboveClass,
  pastDays,
  recentDays,
  surges,
} from '../../../cloudfunctions/domain/warning/from-sums'
import { sampleDirectory } from '../../../local/district/sample-directory'
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
const times = 20

/** Printed when all is done: what docs/warnings.md states. */
const measured: Record<string, { recall?: string; 'false alarms a week'?: string }> = {}
afterAll(() => console.table(measured))

function foundOf(kind: string, hits: number) {
  measured[kind] = { ...measured[kind], recall: `${hits}/${times}` }
  expect([kind, hits / times >= 0.9]).toEqual([kind, true])
}

/** @param count in twelve weeks; of all kinds together hardly one a week */
function falseOf(kind: string, count: number) {
  measured[kind] = { ...measured[kind], 'false alarms a week': (count / weeks).toFixed(2) }
  expect([kind, count / weeks <= 0.5]).toEqual([kind, true])
}
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
    const alarms = [...weekly(mornings(calmDistrict(1, length)))]
    for (const kind of ['drift', 'surge', 'praise'])
      falseOf(kind, alarms.filter((one) => one.split(':')[1] === kind).length)
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
      for (let i = 0; i < times; i++) {
        const district = calmDistrict(100 + i)
        const key = keyOf(district, i)
        const n = recentDays + pastDays - 1
        plant(district, n, key)
        if (morningOf(district).includes(`${kind}:${key}`)) hits++
      }
      foundOf(kind, hits)
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

test('calls that nobody could sort are no matter of their own', () => {
  const unsorted = Array.from({ length: 9 }, () => ({ areaId: 'lane', serviceCode: 'unknown' }))
  expect(repeatedMatters(unsorted, [])).toEqual([])
})

/** A day's top grades of sixty units, small and large, at any time that people are awake. */
function gradesOf({ unit, poisson }: ReturnType<typeof randomness>, means: readonly number[], day: string) {
  return means.flatMap((mean, i) =>
    Array.from({ length: poisson(mean) }, (_, n) => {
      const minute = Math.floor(unit() * 14 * 60)
      const time = `${two(8 + Math.floor(minute / 60))}:${two(minute % 60)}`
      return graded(n, `${day}T${time}`, `department-${i}`)
    }),
  )
}

const two = (n: number) => String(n).padStart(2, '0')

test('a district’s first days are no surge: nobody knows yet what is usual', () => {
  const { sheets } = calmDistrict(7)
  const none = sheets.service.map(() => ({}))
  const on = (known: number) =>
    surges({
      days: [],
      sheets: {
        department: none,
        street: none,
        service: [...none.slice(known), ...sheets.service.slice(-known)],
      },
    } as unknown as Parameters<typeof surges>[0])
  expect(on(1)).toEqual([])
  expect(on(recentDays)).toEqual([])
})

describe('bursts of top grades', () => {
  const means = Array.from({ length: 60 }, (_, i) => 12 * (i / 60) ** 2)
  const perDay = (departmentId: string) => means[Number(departmentId.split('-')[1])] ?? 0

  test('are hardly ever seen where there are none', () => {
    const random = randomness(3)
    const days = Array.from({ length: weeks * 7 }, (_, n) => addDays(first, n))
    const alarms = days.flatMap((day, n) =>
      gradeBursts(gradesOf(random, means, day), perDay).map(
        ({ departmentId }) => `${n}:burst:${departmentId}`,
      ),
    )
    falseOf('burst', weekly(alarms).size)
  })

  test('of ten in an hour are found', () => {
    const random = randomness(4)
    const planted = Array.from({ length: times }, (_, i) => {
      const departmentId = `department-${i * 3}`
      const burst = Array.from({ length: 10 }, (_, n) =>
        graded(100 + n, `2026-06-10T20:${two(5 * n)}`, departmentId),
      )
      const found = gradeBursts([...gradesOf(random, means, '2026-06-10'), ...burst], perDay)
      return found.some((one) => one.departmentId === departmentId)
    })
    foundOf('burst', planted.filter(Boolean).length)
  })
})

describe('matters that come again and again', () => {
  /** 900 calls a day, 150 grids, 180 services: some of each are called about often, most hardly ever. */
  const spread = (random: ReturnType<typeof randomness>, days: number) => {
    const pick = (n: number) => Math.floor(n * random.unit() ** 2)
    return Array.from({ length: days * 900 }, () => ({
      areaId: `grid-${pick(150)}`,
      serviceCode: `service-${pick(180)}`,
    }))
  }

  test('are hardly ever seen where there are none', () => {
    const random = randomness(5)
    const lived = Array.from({ length: 4 + weeks }, () => spread(random, 7))
    const alarms = Array.from({ length: weeks }, (_, n) =>
      repeatedMatters(lived[n + 4]!, lived.slice(n, n + 4).flat()),
    )
    falseOf('repeated', alarms.flat().length)
  })

  test('of eight calls in a week from one grid are found', () => {
    const random = randomness(6)
    const past = spread(random, 28)
    const planted = Array.from({ length: times }, (_, i) => {
      const matter = { areaId: `grid-${20 + i * 6}`, serviceCode: `service-${30 + i * 7}` }
      const found = repeatedMatters([...spread(random, 7), ...Array(8).fill(matter)], past)
      return found.some(
        ({ areaId, serviceCode }) => areaId === matter.areaId && serviceCode === matter.serviceCode,
      )
    })
    foundOf('repeated', planted.filter(Boolean).length)
  })
})

describe('what is missing in the directory', () => {
  const directory = sampleDirectory()

  test('a unit without a contact: each, and no other', () => {
    falseOf('contact', withoutContact(directory).length)
    const units = directory.departments.filter(({ active }) => active).slice(0, times)
    const planted = units.map(({ _id }) => {
      const posts = directory.posts.map((post) =>
        post.departmentId === _id && post.role === 'contact' ? { ...post, personId: undefined } : post,
      )
      return withoutContact({ ...directory, posts } as unknown as Directory).join() === _id
    })
    foundOf('contact', planted.filter(Boolean).length)
  })

  test('a year that deadlines reach and nobody has entered: from October on, and not before', () => {
    const covered = Array.from({ length: weeks }, (_, n) => addDays('2026-06-01', 7 * n))
    falseOf('year', covered.filter((day) => uncoveredYear(directory, day)).length)
    const reaching = Array.from({ length: times }, (_, n) => addDays('2026-10-04', 4 * n))
    foundOf('year', reaching.filter((day) => uncoveredYear(directory, day)?.year === '2027').length)
  })
})
