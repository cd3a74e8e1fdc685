import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayEndingAt, localDate } from '../../../cloudfunctions/domain/calendar/local-time'
import { alwaysCalendar, workCalendar } from '../../../cloudfunctions/domain/calendar/national'
import { closeOf } from '../../../cloudfunctions/domain/calendar/work-calendar'
import { dueOf, extendClock, pauseClock, resumeClock } from '../../../cloudfunctions/domain/sla/clock'
import { explain } from '../../../cloudfunctions/domain/sla/explain'
import type { Clock } from '../../../typings/contract/clock'
import type { LimitUnit } from '../../../typings/contract/time'
import { inShanghai, shanghai } from '../calendar/shanghai'
import { aClock, limitOf, rulesWith } from './a-clock'

const rules = rulesWith()
const rolling = rulesWith({ at: '24:00', rollToWorkday: true })

function paused(clock: Clock, from: string, to: string): Clock {
  return resumeClock(pauseClock(clock, shanghai(from), '等待配件', rules), shanghai(to), rules)
}

describe('a deadline in words', () => {
  const wed = '2026-06-03T10:00'
  test.each([
    ['a plain week', aClock(wed), '6 月 3 日派单，第 5 个工作日是 6 月 10 日 18:00。'],
    [
      '端午',
      aClock('2026-06-15T10:00', { kind: 'promise' }),
      '6 月 15 日提交，端午节放假不算，第 5 个工作日是 6 月 23 日 18:00。',
    ],
    [
      '国庆 and 调休',
      aClock('2026-09-29T10:00'),
      '9 月 29 日派单，国庆节放假不算，10 月 10 日调休上班算一天，第 5 个工作日是 10 月 12 日 18:00。',
    ],
    [
      'a pause',
      paused(aClock(wed), '2026-06-04T10:00', '2026-06-05T10:00'),
      '6 月 3 日派单，6 月 4 日至 6 月 5 日因“等待配件”暂停计时，第 5 个工作日是 6 月 11 日 18:00。',
    ],
    [
      'a pause that moved nothing',
      paused(aClock(wed), '2026-06-04T10:00', '2026-06-04T11:00'),
      '6 月 3 日派单，第 5 个工作日是 6 月 10 日 18:00。',
    ],
    [
      'a pause that lasts',
      pauseClock(aClock(wed), shanghai('2026-06-04T10:00'), '挂账', rules),
      '6 月 3 日派单，第 5 个工作日是 6 月 10 日 18:00，现因“挂账”暂停计时，恢复后顺延。',
    ],
    [
      'an extension',
      extendClock(aClock(wed), limitOf(2, 'workDay'), shanghai(wed), rules),
      '6 月 3 日派单，第 5 个工作日是 6 月 10 日 18:00，经批准延长 2 个工作日，到 6 月 12 日 18:00。',
    ],
    [
      'a year without a notice',
      aClock('2026-12-28T10:00'),
      '12 月 28 日派单，第 5 个工作日是 2027 年 1 月 4 日 18:00，2027 年的放假安排还没有收录，暂只扣除周末，收录后可能调整。',
    ],
    [
      'working hours',
      aClock('2026-06-18T16:30', { amount: 240, unit: 'workMinute', kind: 'acknowledge' }),
      '6 月 18 日 16:30 派单，端午节放假不算，满 4 个工作小时是 6 月 22 日 11:30。',
    ],
    [
      'hours',
      aClock('2026-06-18T16:30', { amount: 24, unit: 'naturalHour' }),
      '6 月 18 日 16:30 派单，满 24 小时是 6 月 19 日 16:30。',
    ],
    [
      'natural days',
      aClock(wed, { amount: 7, unit: 'naturalDay' }),
      '6 月 3 日派单，第 7 天是 6 月 10 日 24:00。',
    ],
  ])('%s', (_, clock, sentence) => expect(explain(clock, rules).sentence).toBe(sentence))

  test('natural days that roll off a holiday', () => {
    const clock = aClock('2026-09-24T10:00', { amount: 7, unit: 'naturalDay', rules: rolling })
    expect(explain(clock, rolling).sentence).toBe(
      '9 月 24 日派单，第 7 天是 10 月 1 日，逢国庆节顺延到 10 月 8 日 24:00。',
    )
    expect(explain(clock, rolling).days.slice(-3)).toEqual([
      { date: '2026-10-06', counted: false, why: 'rolled', name: '国庆节' },
      { date: '2026-10-07', counted: false, why: 'rolled', name: '国庆节' },
      { date: '2026-10-08', counted: false, why: 'rolled' },
    ])
  })
})

describe('a deadline day by day', () => {
  test('counts workdays, passes over the holiday, the weekend and the pause', () => {
    const clock = paused(aClock('2026-06-17T10:00', { amount: 2 }), '2026-06-22T10:00', '2026-06-22T20:00')
    expect(explain(clock, rules).days).toEqual([
      { date: '2026-06-17', counted: false, why: 'startDay' },
      { date: '2026-06-18', counted: true, ordinal: 1, why: 'workday' },
      { date: '2026-06-19', counted: false, why: 'holiday', name: '端午节' },
      { date: '2026-06-20', counted: false, why: 'holiday', name: '端午节' },
      { date: '2026-06-21', counted: false, why: 'holiday', name: '端午节' },
      { date: '2026-06-22', counted: false, why: 'paused', name: '等待配件' },
      { date: '2026-06-23', counted: true, ordinal: 2, why: 'workday' },
    ])
  })

  test('minutes are summed up from a start after the close', () => {
    const clock = aClock('2026-06-05T18:30', { amount: 500, unit: 'workMinute' })
    expect(explain(clock, rules).days).toEqual([
      { date: '2026-06-05', counted: false, why: 'startDay' },
      { date: '2026-06-06', counted: false, why: 'weekend' },
      { date: '2026-06-07', counted: false, why: 'weekend' },
      { date: '2026-06-08', counted: true, ordinal: 420, why: 'workday' },
      { date: '2026-06-09', counted: true, ordinal: 500, why: 'workday' },
    ])
  })

  const started = fc
    .integer({ min: shanghai('2014-11-01T00:00') / 60_000, max: shanghai('2027-06-01T00:00') / 60_000 })
    .map((n) => inShanghai(n * 60_000))
  const unit = fc.constantFrom<LimitUnit>('workDay', 'workMinute', 'naturalHour', 'naturalDay')

  test('always agrees with the count', () => {
    fc.assert(
      fc.property(
        started,
        unit,
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 4000 })), {
          maxLength: 2,
        }),
        fc.boolean(),
        fc.constantFrom(workCalendar, alwaysCalendar),
        (from, by, amount, spans, extended, calendar) => {
          const own = { ...rules, calendar }
          let clock = aClock(from, { amount, unit: by, rules: own })
          for (const [gap, length] of spans) {
            const at = (clock.pauses.at(-1)?.to ?? clock.startedAt) + gap * 60_000
            clock = resumeClock(pauseClock(clock, at, '挂账', own), at + length * 60_000, own)
          }
          if (extended) clock = extendClock(clock, limitOf(amount, by), clock.startedAt, own)
          const { days, dueAt, provisional } = explain(clock, own)
          expect(dueAt).toBe(dueOf(clock, own))
          expect(provisional).toBe(clock.provisional)
          expect(days[0]!.date).toBe(localDate(clock.startedAt))
          expect(days.at(-1)!.date).toBe(dayEndingAt(dueAt))
          expect(days.findLast((day) => day.counted)!.ordinal).toBe(amount * (extended ? 2 : 1))
          if (by === 'workDay') {
            expect(days.filter((day) => day.counted)).toHaveLength(amount * (extended ? 2 : 1))
            expect(closeOf(calendar, days.at(-1)!.date)).toBe(dueAt)
          }
          expect(days.filter((day) => day.why === 'startDay').length).toBeLessThanOrEqual(1)
          const dates = new Set(days.map((day) => day.date))
          for (let date = days[0]!.date; date <= dayEndingAt(dueAt); date = addDays(date, 1))
            expect(dates.has(date)).toBe(true)
        },
      ),
    )
  })
})
