import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alwaysCalendar, workCalendar } from '../../../cloudfunctions/domain/calendar/national'
import {
  extendClock,
  pauseClock,
  recomputeClock,
  resumeClock,
  stopClock,
  voidClock,
} from '../../../cloudfunctions/domain/sla/clock'
import { dueRungs, nextRungAt, pendingRungs } from '../../../cloudfunctions/domain/sla/ladder'
import { ladder } from '../../../cloudfunctions/domain/sla/profiles'
import type { Clock } from '../../../typings/contract/clock'
import type { Calendar, LimitUnit } from '../../../typings/contract/time'
import { inShanghai, shanghai } from '../calendar/shanghai'
import { aClock, limitOf, rulesWith } from './a-clock'

const rules = rulesWith()
const around = rulesWith(undefined, alwaysCalendar)

function times(clock: Clock, calendar: Calendar = workCalendar): [string, string][] {
  return pendingRungs(clock, ladder, calendar).map(({ key, at }) => [key, inShanghai(at)])
}

describe('the ladder of five workdays', () => {
  test('is climbed over a weekend', () => {
    expect(times(aClock('2026-06-03T10:00'))).toEqual([
      ['yellow', '2026-06-09T14:30'],
      ['remind', '2026-06-09T18:00'],
      ['red', '2026-06-10T18:00:00.001'],
      ['supervise:2026-06-11', '2026-06-11T09:00'],
      ['supervise:2026-06-12', '2026-06-12T09:00'],
      ['supervise:2026-06-15', '2026-06-15T09:00'],
      ['raise', '2026-06-15T18:00'],
      ['supervise:2026-06-16', '2026-06-16T09:00'],
      ['supervise:2026-06-17', '2026-06-17T09:00'],
      ['interview', '2026-06-17T18:00'],
    ])
  })

  test('keeps to workdays over 国庆 and its 调休 Saturday', () => {
    expect(times(aClock('2026-09-23T10:00'))).toEqual([
      ['yellow', '2026-09-30T14:30'],
      ['remind', '2026-09-30T18:00'],
      ['red', '2026-10-08T18:00:00.001'],
      ['supervise:2026-10-09', '2026-10-09T09:00'],
      ['supervise:2026-10-10', '2026-10-10T09:00'],
      ['supervise:2026-10-12', '2026-10-12T09:00'],
      ['raise', '2026-10-12T18:00'],
      ['supervise:2026-10-13', '2026-10-13T09:00'],
      ['supervise:2026-10-14', '2026-10-14T09:00'],
      ['interview', '2026-10-14T18:00'],
    ])
  })
})

describe('70 % and a day before, in the clock’s own unit', () => {
  const before = (clock: Clock, calendar = workCalendar) =>
    Object.fromEntries(times(clock, calendar).filter(([, at]) => shanghai(at) <= clock.dueAt))

  test.each([
    ['two workdays', 2, 'workDay', { yellow: '2026-06-05T11:48', remind: '2026-06-04T18:00' }],
    ['one workday: no reminder', 1, 'workDay', { yellow: '2026-06-04T15:54' }],
    ['ten workdays', 10, 'workDay', { yellow: '2026-06-12T18:00', remind: '2026-06-16T18:00' }],
    ['four working hours', 240, 'workMinute', { yellow: '2026-06-03T14:48' }],
    ['three days of hours', 72, 'naturalHour', { yellow: '2026-06-05T12:24', remind: '2026-06-05T10:00' }],
    [
      '48 hours are not under 48',
      48,
      'naturalHour',
      { yellow: '2026-06-04T19:36', remind: '2026-06-04T10:00' },
    ],
    ['47 hours are', 47, 'naturalHour', { yellow: '2026-06-04T18:54' }],
    ['ten days', 10, 'naturalDay', { yellow: '2026-06-11T00:00', remind: '2026-06-13T00:00' }],
  ] as const)('of %s', (_, amount, unit, rungs) =>
    expect(before(aClock('2026-06-03T10:00', { amount, unit }))).toEqual(rungs),
  )

  test('of working minutes longer than two workdays', () => {
    const clock = aClock('2026-06-03T09:00', { amount: 5 * 420, unit: 'workMinute' })
    expect(before(clock)).toEqual({ yellow: '2026-06-08T14:30', remind: '2026-06-08T18:00' })
  })

  test('round the clock', () => {
    const clock = aClock('2026-09-30T10:00', { amount: 2, rules: around })
    expect(before(clock, alwaysCalendar)).toEqual({ yellow: '2026-10-02T09:36', remind: '2026-10-02T00:00' })
  })

  test('move with a pause and with an extension', () => {
    const clock = aClock('2026-06-03T10:00')
    const open = pauseClock(clock, shanghai('2026-06-04T17:00'), '等待配件', rules)
    const resumed = resumeClock(open, shanghai('2026-06-05T17:00'), rules)
    expect(before(resumed)).toEqual({ yellow: '2026-06-10T14:30', remind: '2026-06-10T18:00' })
    const extended = extendClock(clock, limitOf(5, 'workDay'), shanghai('2026-06-09T10:00'), rules)
    expect(before(extended)).toEqual({ yellow: '2026-06-12T18:00', remind: '2026-06-16T18:00' })
  })
})

describe('after the deadline', () => {
  const late = (clock: Clock) => times(clock).filter(([key]) => /supervise|raise|interview/.test(key))

  test('natural units are supervised on natural days, in the morning', () => {
    expect(late(aClock('2026-06-02T10:00', { amount: 72, unit: 'naturalHour' }))).toEqual([
      ['supervise:2026-06-06', '2026-06-06T09:00'],
      ['supervise:2026-06-07', '2026-06-07T09:00'],
      ['supervise:2026-06-08', '2026-06-08T09:00'],
      ['supervise:2026-06-09', '2026-06-09T09:00'],
      ['supervise:2026-06-10', '2026-06-10T09:00'],
      ['raise', '2026-06-10T18:00'],
      ['interview', '2026-06-12T18:00'],
    ])
  })

  test('a pause takes its days out, and the count stays five', () => {
    const open = pauseClock(aClock('2026-06-03T10:00'), shanghai('2026-06-11T10:00'), '挂账', rules)
    expect(times(open)).toEqual([])
    expect(late(resumeClock(open, shanghai('2026-06-15T09:00'), rules))).toEqual(
      [
        ['supervise:2026-06-11', '2026-06-11T09:00'],
        ['supervise:2026-06-15', '2026-06-15T09:00'],
        ['supervise:2026-06-16', '2026-06-16T09:00'],
        ['raise', '2026-06-17T18:00'],
        ['supervise:2026-06-17', '2026-06-17T09:00'],
        ['supervise:2026-06-18', '2026-06-18T09:00'],
        ['interview', '2026-06-22T18:00'],
      ].sort((a, b) => a[1]!.localeCompare(b[1]!)),
    )
  })

  test('days after the deadline count in their own unit', () => {
    const steps = [
      { id: 'raise', when: { after: limitOf(36, 'naturalHour') }, tell: [] },
      { id: 'raise', when: { after: limitOf(2, 'naturalDay') }, tell: [] },
      { id: 'interview', when: { after: limitOf(60, 'workMinute') }, tell: [] },
    ] as const
    const rungs = pendingRungs(aClock('2026-06-05T10:00', { amount: 5 }), steps, workCalendar)
    expect(rungs.map(({ key, at }) => [key, inShanghai(at)])).toEqual([
      ['raise', '2026-06-14T06:00'],
      ['raise#2', '2026-06-14T18:00'],
      ['interview', '2026-06-15T10:00'],
    ])
  })
})

describe('firing', () => {
  const clock = aClock('2026-06-03T10:00')

  test('an answer at the very deadline is in time, and nothing is red', () => {
    expect(dueRungs(clock, ladder, workCalendar, clock.dueAt).map(({ key }) => key)).toEqual([
      'yellow',
      'remind',
    ])
    expect(dueRungs(clock, ladder, workCalendar, clock.dueAt + 1).map(({ key }) => key)).toContain('red')
  })

  test('a stopped, void or paused clock has no rungs', () => {
    const at = shanghai('2026-06-04T10:00')
    const ended = [stopClock(clock, at), voidClock(clock, at), pauseClock(clock, at, '挂账', rules)]
    for (const still of ended) {
      expect(nextRungAt(still, ladder, workCalendar)).toBeUndefined()
      expect(dueRungs(still, ladder, workCalendar, shanghai('2026-08-01T00:00'))).toEqual([])
    }
  })

  test('after all have fired there is nothing to wake for', () => {
    const fired = pendingRungs(clock, ladder, workCalendar).map(({ key }) => key)
    expect(nextRungAt({ ...clock, fired }, ladder, workCalendar)).toBeUndefined()
  })

  test('whenever the timer runs, late or twice, each key fires once and none is missed', () => {
    const units = fc.constantFrom<[LimitUnit, number]>(
      ['workDay', 5],
      ['workMinute', 240],
      ['naturalHour', 72],
      ['naturalDay', 7],
    )
    const runs = fc.array(fc.integer({ min: 0, max: 60 * 24 * 40 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(units, runs, ([unit, amount], minutes) => {
        const start = aClock('2026-06-03T10:00', { unit, amount })
        const all = pendingRungs(start, ladder, workCalendar).map(({ key }) => key)
        const end = 60 * 24 * 60
        let now = start
        const log: string[] = []
        for (const minute of [...minutes.sort((a, b) => a - b), end]) {
          const at = start.startedAt + minute * 60_000
          for (const { key, at: due } of [...dueRungs(now, ladder, workCalendar, at)]) {
            expect(due).toBeLessThanOrEqual(at)
            log.push(key)
            now = { ...now, fired: [...now.fired, key] }
          }
          const next = nextRungAt(now, ladder, workCalendar)
          if (next !== undefined) expect(next).toBeGreaterThan(at)
        }
        expect(log).toEqual(all)
      }),
    )
  })

  test('what fired stays fired when the calendar is revised', () => {
    const fired = { ...clock, fired: ['yellow', 'remind'] }
    const revised = recomputeClock(fired, { ...rules, calendar: { ...workCalendar, version: 2, years: {} } })
    expect(times(revised).map(([key]) => key)).not.toContain('yellow')
  })
})
