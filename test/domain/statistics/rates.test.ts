import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jinan } from '../../../cloudfunctions/domain/sla/profiles'
import { aFact, clockFact, type Fact } from '../../../cloudfunctions/domain/statistics/fact'
import type { KpiId } from '../../../typings/contract/supervision'
import { periodOf } from '../../../cloudfunctions/domain/statistics/period'
import { ratesOf, rateWords, wilson } from '../../../cloudfunctions/domain/statistics/rates'
import { pauseClock, stopClock, voidClock } from '../../../cloudfunctions/domain/sla/clock'
import type { Grade } from '../../../typings/contract/directory'
import { shanghai } from '../calendar/shanghai'
import { aClock, rulesWith } from '../sla/a-clock'
import { naiveRates } from './naive-rates'
import { anEvaluation, aReplyClock, aSubject, exclusion, someFacts } from './some-facts'

const june = periodOf('2026-06-15', 1)
const endOfJune = shanghai('2026-07-01T00:00')

function sheet(facts: readonly Fact[], { open = [] as Fact[], asOf = endOfJune, period = june } = {}) {
  return ratesOf({ facts, open, period, asOf }, jinan)
}

function row(id: KpiId, ...args: Parameters<typeof sheet>) {
  return sheet(...args).after.rates.find((rate) => rate.id === id)!
}

/** How many of each, in the order of the grades from best to worst. */
function evaluations(
  n: number,
  contacted: number,
  solved: number,
  satisfied: number,
  fairly: number,
): Fact[] {
  const gradeOf = (i: number): Grade =>
    i < satisfied ? 'satisfied' : i < satisfied + fairly ? 'fairlySatisfied' : 'dissatisfied'
  return Array.from({ length: n }, (_, i) => anEvaluation(`T${i}`, i < contacted, i < solved, gradeOf(i)))
}

describe('the rates of valid callbacks', () => {
  test('norms’ test vector: 200 callbacks, 99.0, 90.0, 88.5, 综合 90.3', () => {
    const { rates, score } = sheet(evaluations(200, 198, 180, 150, 30)).after
    const words = (id: KpiId) => rateWords(rates.find((rate) => rate.id === id)!)
    expect([words('response'), words('resolution'), words('satisfaction')]).toEqual([
      '99.0%',
      '90.0%',
      '88.5%',
    ])
    expect(rateWords({ value: score.value, form: 'share' })).toBe('90.3%')
    expect(rates.find((rate) => rate.id === 'satisfaction')).toMatchObject({
      numerator: 177,
      denominator: 200,
    })
    expect(score.ranked).toBe(true)
  })

  test('none at all is “—”, neither 0 nor 100', () => {
    const { rates, score } = sheet([]).after
    for (const rate of rates) {
      expect(rate).toMatchObject({ numerator: 0, denominator: 0, value: null, ranked: false })
      expect(rateWords(rate)).toBe('—')
    }
    expect(score).toMatchObject({ value: null, ranked: false })
  })

  test.each([
    [19, false],
    [20, true],
  ])('%d callbacks: ranked is %s, an interval stands in for it', (n, ranked) => {
    const rate = row('resolution', evaluations(n, n, n - 4, n, 0))
    expect(rate.ranked).toBe(ranked)
    expect(rate.interval !== undefined).toBe(!ranked)
    expect(sheet(evaluations(n, n, n, n, 0)).after.score.ranked).toBe(ranked)
  })

  test('Wilson’s interval, against published values', () => {
    // Newcombe 1998, Statistics in Medicine 17, table I: 81/263, 15/148, 0/20, 1/29.
    const rounded = (x: number, n: number) => wilson(x / n, n).map((bound) => bound.toFixed(4))
    expect(rounded(81, 263)).toEqual(['0.2553', '0.3662'])
    expect(rounded(15, 148)).toEqual(['0.0624', '0.1605'])
    expect(rounded(0, 20)).toEqual(['0.0000', '0.1611'])
    expect(rounded(1, 29)).toEqual(['0.0061', '0.1718'])
  })

  test('an unanswered callback lowers 回访率 and nothing else', () => {
    const callback = (ticketId: string, result: 'valid' | 'invalid' | 'open') =>
      aFact(
        aSubject(ticketId),
        { kind: 'callback', ref: '1', dueAt: shanghai('2026-06-10T18:00'), result },
        shanghai('2026-06-10T10:00'),
      )
    const facts = [
      callback('T1', 'valid'),
      callback('T2', 'invalid'),
      anEvaluation('T1', true, true, 'satisfied'),
    ]
    expect(row('calledBack', facts, { open: [callback('T3', 'open')] })).toMatchObject({
      numerator: 1,
      denominator: 3,
    })
    expect(sheet(facts).invalidCallbacks).toBe(1)
    expect(row('satisfaction', facts)).toMatchObject({ numerator: 1, denominator: 1 })
  })
})

describe('按时办结率', () => {
  test('counts what fell due: in time, late, and overdue and open below the line', () => {
    const facts = [
      aReplyClock('T1', 'met', '2026-06-10T18:00', '2026-06-09T10:00'),
      aReplyClock('T2', 'breached', '2026-06-10T18:00', '2026-06-12T10:00'),
      aReplyClock('T3', 'met', '2026-07-02T18:00', '2026-06-29T10:00'),
      aReplyClock('T4', 'met', '2026-05-29T18:00', '2026-05-29T10:00'),
    ]
    const open = [aReplyClock('T5', 'open', '2026-06-30T18:00', '2026-07-01T00:00')]
    expect(row('repliedInTime', facts, { open })).toMatchObject({ numerator: 1, denominator: 3 })
    expect(sheet(facts, { open }).openOverdue).toBe(1)
  })

  test('due at 24:00 on the last of June belongs to June', () => {
    const facts = [aReplyClock('T1', 'met', '2026-07-01T00:00', '2026-06-29T10:00')]
    expect(row('repliedInTime', facts).denominator).toBe(1)
    expect(row('repliedInTime', facts, { period: periodOf('2026-07-01', 1) }).denominator).toBe(0)
  })

  test('due at the very instant that is looked at: in time counts, open isn’t overdue yet', () => {
    const asOf = shanghai('2026-06-10T18:00')
    const met = aReplyClock('T1', 'met', '2026-06-10T18:00', '2026-06-10T10:00')
    const open = [aReplyClock('T2', 'open', '2026-06-10T18:00')]
    expect(row('repliedInTime', [met], { open, asOf })).toMatchObject({ numerator: 1, denominator: 1 })
    expect(row('repliedInTime', [met], { open, asOf: asOf + 1 })).toMatchObject({ denominator: 2 })
  })

  test('the same clock given finished and open counts once, finished', () => {
    const finished = aReplyClock('T1', 'breached', '2026-06-10T18:00', '2026-06-12T10:00')
    const open = [aReplyClock('T1', 'open', '2026-06-10T18:00', '2026-06-11T10:00')]
    expect(row('repliedInTime', [finished, finished], { open })).toMatchObject({
      numerator: 0,
      denominator: 1,
    })
    expect(sheet([finished], { open }).openOverdue).toBe(0)
  })
})

describe('returns, reworks, extensions, hops', () => {
  const at = shanghai('2026-06-10T10:00')
  const facts = [
    ...['T1', 'T2', 'T3', 'T4'].map((id) =>
      aFact(aSubject(id), { kind: 'dispatch', ref: '1', first: true }, at),
    ),
    aFact(aSubject('T1'), { kind: 'dispatch', ref: '2', first: false }, at),
    aFact(aSubject('T1'), { kind: 'return', ref: '1', granted: true }, at),
    aFact(aSubject('T2'), { kind: 'return', ref: '1', granted: false }, at),
    aFact(aSubject('T3'), { kind: 'extension', ref: '1', granted: true }, at),
    aFact(aSubject('T4'), { kind: 'extension', ref: '1', granted: false }, at),
    aFact(aSubject('T3'), { kind: 'reply', ref: '1' }, at),
    aFact(aSubject('T4'), { kind: 'reply', ref: '1' }, at),
    aFact(aSubject('T4'), { kind: 'rework', ref: '1' }, at),
  ]
  test.each<[KpiId, number, number, string]>([
    ['returned', 1, 5, '20.0%'],
    ['extended', 1, 5, '20.0%'],
    ['reworked', 1, 2, '50.0%'],
    ['hops', 5, 4, '1.25'],
  ])('%s', (id, numerator, denominator, words) => {
    const rate = row(id, facts)
    expect(rate).toMatchObject({ numerator, denominator })
    expect(rateWords(rate)).toBe(words)
  })
})

describe('剔除', () => {
  const late = aReplyClock('T1', 'breached', '2026-06-10T18:00', '2026-06-12T10:00')
  const met = aReplyClock('T2', 'met', '2026-06-10T18:00', '2026-06-10T10:00')
  const before = (facts: Fact[], asOf?: number) =>
    sheet(facts, asOf ? { asOf } : {}).before.rates.find((rate) => rate.id === 'repliedInTime')!

  test('the rate is shown before and after it', () => {
    const facts = [{ ...late, excluded: exclusion }, met]
    expect(before(facts)).toMatchObject({ numerator: 1, denominator: 2 })
    expect(row('repliedInTime', facts)).toMatchObject({ numerator: 1, denominator: 1 })
  })

  test.each(['approverPostId', 'evidence', 'code'] as const)('without %s it is none', (field) => {
    const facts = [{ ...late, excluded: { ...exclusion, [field]: '' } }, met]
    expect(row('repliedInTime', facts)).toMatchObject({ numerator: 1, denominator: 2 })
  })

  test('everything excluded leaves “—”', () => {
    expect(rateWords(row('repliedInTime', [{ ...late, excluded: exclusion }]))).toBe('—')
  })
})

describe('a figure as of a freeze', () => {
  const asOf = shanghai('2026-06-15T00:00')

  test('what came later changes nothing: answers, late facts, exclusions, deadlines', () => {
    const known = [
      aReplyClock('T1', 'met', '2026-06-10T18:00', '2026-06-10T10:00'),
      anEvaluation('T1', true, true, 'satisfied'),
    ]
    const open = [aReplyClock('T2', 'open', '2026-06-10T18:00', '2026-06-15T00:00')]
    const frozen = sheet(known, { open, asOf })
    const since = [
      { ...known[0]!, excluded: exclusion },
      known[1]!,
      aReplyClock('T2', 'breached', '2026-06-10T18:00', '2026-06-18T10:00'),
      aReplyClock('T3', 'met', '2026-06-20T18:00', '2026-06-12T10:00'),
      { ...anEvaluation('T4', true, true, 'satisfied'), recordedAt: shanghai('2026-06-16T10:00') },
    ]
    expect(sheet(since, { asOf })).toEqual(frozen)
    expect(sheet(since)).not.toEqual(frozen)
  })
})

describe('the fact of a clock', () => {
  const clock = aClock('2026-06-03T10:00')
  const late = shanghai('2026-06-11T10:00')
  const subject = aSubject('T1', 'D-somebody')

  test('names the department that answers for it, and the day it fell due', () => {
    expect(clockFact(subject, stopClock(clock, shanghai('2026-06-05T10:00')), late)).toMatchObject({
      _id: 'T1:clock:reply#1',
      departmentId: 'D-water',
      day: '2026-06-10',
      at: shanghai('2026-06-05T10:00'),
      result: 'met',
    })
  })

  test('of an open clock is there once it is overdue', () => {
    expect(clockFact(subject, clock, clock.dueAt)).toBeUndefined()
    expect(clockFact(subject, clock, clock.dueAt + 1)).toMatchObject({ result: 'open', at: clock.dueAt + 1 })
  })

  test('of a void clock, or of one paused in time, is none', () => {
    expect(clockFact(subject, voidClock(clock, late), late)).toBeUndefined()
    const paused = pauseClock(clock, shanghai('2026-06-10T10:00'), '挂账', rulesWith())
    expect(clockFact(subject, paused, late)).toBeUndefined()
  })
})

test('every figure agrees with a naive count over the facts themselves', () => {
  const asOf = fc.constantFrom(shanghai('2026-06-10T09:00'), endOfJune, shanghai('2026-07-20T00:00'))
  const period = fc.constantFrom(june, periodOf('2026-06-10', 19), periodOf('2026-05-10', 1))
  fc.assert(
    fc.property(someFacts, asOf, period, (facts, when, span) => {
      const shown = sheet(facts, { asOf: when, period: span })
      for (const [which, rates] of [
        ['before', shown.before],
        ['after', shown.after],
      ] as const)
        expect(
          Object.fromEntries(
            rates.rates.map(({ id, numerator, denominator }) => [id, [numerator, denominator]]),
          ),
        ).toEqual(naiveRates(facts, span, when, which === 'after'))
    }),
    { numRuns: 200 },
  )
})
