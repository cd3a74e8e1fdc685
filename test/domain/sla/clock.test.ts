import { describe, expect, test } from 'vitest'
import { alwaysCalendar, workCalendar } from '../../../cloudfunctions/domain/calendar/national'
import {
  dueOf,
  extendClock,
  isRunning,
  pauseClock,
  recomputeClock,
  resumeClock,
  stopClock,
  voidClock,
} from '../../../cloudfunctions/domain/sla/clock'
import type { Calendar } from '../../../typings/contract/time'
import { inShanghai, shanghai } from '../calendar/shanghai'
import { aClock, limitOf, rulesWith } from './a-clock'

const rules = rulesWith()
const rolling = rulesWith({ at: '18:00', rollToWorkday: true })
const due = (clock: { dueAt: number }) => inShanghai(clock.dueAt)

describe('济南: five workdays, due at 18:00 of the fifth', () => {
  test.each([
    ['from a Wednesday over a weekend', '2026-06-03T10:00', '2026-06-10T18:00'],
    ['at 00:00, as of a bare date', '2026-06-03T00:00', '2026-06-10T18:00'],
    ['at the last minute of the same day', '2026-06-03T23:59', '2026-06-10T18:00'],
    ['from midnight a day later', '2026-06-04T00:00', '2026-06-11T18:00'],
    ['over 端午', '2026-06-15T10:00', '2026-06-23T18:00'],
    ['from a Saturday', '2026-06-06T10:00', '2026-06-12T18:00'],
    ['over 国庆 with its 调休 Saturday', '2026-09-29T10:00', '2026-10-12T18:00'],
    ['started inside 国庆', '2026-10-03T10:00', '2026-10-13T18:00'],
    ['started on a 调休 Saturday', '2026-10-10T10:00', '2026-10-16T18:00'],
    ['over Spring Festival', '2026-02-12T10:00', '2026-02-26T18:00'],
    ['over the prolonged Spring Festival of 2020', '2020-01-22T10:00', '2020-02-06T18:00'],
    ['over the two New Years of 2018 and 2019', '2018-12-27T10:00', '2019-01-04T18:00'],
  ])('%s', (_, from, to) => {
    const clock = aClock(from)
    expect(due(clock)).toBe(to)
    expect(clock.provisional).toBe(false)
  })

  test.each([
    ['ends inside the last known year', '2026-12-24T10:00', '2026-12-31T18:00', false],
    ['reaches into a year without a notice', '2026-12-25T10:00', '2027-01-01T18:00', true],
    ['lies in a year before the first notice', '2012-09-28T10:00', '2012-10-05T18:00', true],
    ['begins in such a year and ends in a known one', '2014-12-29T10:00', '2015-01-06T18:00', true],
    ['leaves such a year: only counted days are asked for', '2014-12-31T10:00', '2015-01-08T18:00', false],
  ])('%s', (_, from, to, provisional) => {
    const clock = aClock(from)
    expect({ due: due(clock), provisional: clock.provisional }).toEqual({ due: to, provisional })
  })

  test('stores what the deadline came from', () => {
    expect(aClock('2026-06-03T10:00')).toMatchObject({
      profileId: 'jinan',
      profileVersion: 1,
      calendarId: 'work',
      calendarVersion: 1,
      extensions: [],
      pauses: [],
      fired: [],
    })
  })
})

describe('the other units', () => {
  test.each([
    ['hours run through the night', 24, 'naturalHour', '2026-06-05T17:30', '2026-06-06T17:30'],
    ['half an hour', 0.5, 'naturalHour', '2026-06-05T23:45', '2026-06-06T00:15'],
    ['hours ignore 国庆', 2, 'naturalHour', '2026-10-01T09:00', '2026-10-01T11:00'],
    [
      'days leave out the start day and end at 24:00',
      7,
      'naturalDay',
      '2026-06-03T10:00',
      '2026-06-11T00:00',
    ],
    ['days from the first minute', 7, 'naturalDay', '2026-06-03T00:00', '2026-06-11T00:00'],
    ['minutes inside hours', 240, 'workMinute', '2026-06-05T16:00', '2026-06-08T11:00'],
  ] as const)('%s', (_, amount, unit, from, to) => expect(due(aClock(from, { amount, unit }))).toBe(to))

  test.each([
    ['on a workday', '2026-06-01T10:00', '2026-06-08T18:00'],
    ['rolled over a weekend', '2026-05-31T10:00', '2026-06-08T18:00'],
    ['rolled over 国庆', '2026-09-24T10:00', '2026-10-08T18:00'],
    ['not rolled off a 调休 Saturday', '2026-10-03T10:00', '2026-10-10T18:00'],
  ])('seven rolling days end %s', (_, from, to) =>
    expect(due(aClock(from, { amount: 7, unit: 'naturalDay', rules: rolling }))).toBe(to),
  )

  test('natural units ask no calendar, so they are never provisional, unless the last day rolls', () => {
    const from = '2026-12-28T10:00'
    expect(aClock(from, { amount: 240, unit: 'naturalHour' }).provisional).toBe(false)
    expect(aClock(from, { amount: 7, unit: 'naturalDay' }).provisional).toBe(false)
    expect(aClock(from, { amount: 7, unit: 'naturalDay', rules: rolling }).provisional).toBe(true)
    expect(aClock(from, { amount: 3000, unit: 'workMinute' }).provisional).toBe(true)
  })

  test('round the clock workdays are natural days', () => {
    const clock = aClock('2026-09-30T10:00', { amount: 2, rules: rulesWith(undefined, alwaysCalendar) })
    expect(due(clock)).toBe('2026-10-03T00:00')
  })

  test.each([
    [0, 'workDay'],
    [-1, 'naturalHour'],
    [1.5, 'naturalDay'],
    [Number.NaN, 'workMinute'],
    [Infinity, 'naturalHour'],
  ] as const)('refuses %d %s', (amount, unit) =>
    expect(() => aClock('2026-06-03T10:00', { amount, unit })).toThrow(RangeError),
  )
})

describe('stopping', () => {
  const clock = aClock('2026-06-03T10:00')

  test.each([
    ['at the very deadline', '2026-06-10T18:00', 'met'],
    ['a millisecond later', '2026-06-10T18:00:00.001', 'breached'],
  ])('%s', (_, at, outcome) =>
    expect(stopClock(clock, shanghai(at))).toMatchObject({ stoppedAt: shanghai(at), outcome }),
  )

  test('happens once: nothing moves a stopped or void clock', () => {
    const later = shanghai('2026-07-01T10:00')
    for (const ended of [stopClock(clock, clock.startedAt), voidClock(clock, clock.startedAt)]) {
      expect(stopClock(ended, later)).toBe(ended)
      expect(voidClock(ended, later)).toBe(ended)
      expect(pauseClock(ended, later, '挂账', rules)).toBe(ended)
      expect(resumeClock(ended, later, rules)).toBe(ended)
      expect(extendClock(ended, limitOf(1, 'workDay'), later, rules)).toBe(ended)
      expect(recomputeClock(ended, rules)).toBe(ended)
      expect(isRunning(ended)).toBe(false)
    }
  })

  test('while paused counts as of the pause: time stood still', () => {
    const before = pauseClock(clock, shanghai('2026-06-10T17:00'), '挂账', rules)
    expect(stopClock(before, shanghai('2026-06-20T10:00')).outcome).toBe('met')
    const after = pauseClock(clock, shanghai('2026-06-11T09:00'), '挂账', rules)
    expect(stopClock(after, shanghai('2026-06-20T10:00')).outcome).toBe('breached')
  })
})

describe('pauses', () => {
  const paused = (unit: 'workDay' | 'naturalDay' | 'naturalHour' | 'workMinute', amount: number) => {
    const clock = aClock('2026-06-03T10:00', { amount, unit })
    return (from: string, to: string) => {
      const open = pauseClock(clock, shanghai(from), '等待配件', rules)
      expect(open.dueAt).toBe(clock.dueAt)
      expect(isRunning(open)).toBe(false)
      const resumed = resumeClock(open, shanghai(to), rules)
      expect(isRunning(resumed)).toBe(true)
      return due(resumed)
    }
  }

  test.each([
    ['over one close: one workday more', '2026-06-04T17:00', '2026-06-05T08:00', '2026-06-11T18:00'],
    ['inside one day: the day still counts', '2026-06-04T09:00', '2026-06-04T17:59', '2026-06-10T18:00'],
    ['ending at the very close', '2026-06-04T09:00', '2026-06-04T18:00', '2026-06-11T18:00'],
    ['beginning at the very close', '2026-06-04T18:00', '2026-06-05T09:00', '2026-06-10T18:00'],
    ['over a weekend only', '2026-06-06T09:00', '2026-06-07T20:00', '2026-06-10T18:00'],
    ['on the start day only', '2026-06-03T11:00', '2026-06-03T20:00', '2026-06-10T18:00'],
    ['on the last day, for a week', '2026-06-10T17:00', '2026-06-17T09:00', '2026-06-17T18:00'],
    [
      'after the deadline: what is late stays late',
      '2026-06-11T09:00',
      '2026-06-17T09:00',
      '2026-06-10T18:00',
    ],
  ])('of workdays %s', (_, from, to, end) => expect(paused('workDay', 5)(from, to)).toBe(end))

  test.each([
    ['over one midnight', '2026-06-04T17:00', '2026-06-05T08:00', '2026-06-12T00:00'],
    ['inside one day', '2026-06-04T00:00', '2026-06-04T23:59', '2026-06-11T00:00'],
  ])('of natural days %s', (_, from, to, end) => expect(paused('naturalDay', 7)(from, to)).toBe(end))

  test.each([
    ['by their length', '2026-06-03T12:00', '2026-06-03T15:00', '2026-06-04T13:00'],
    ['not when they begin at the deadline', '2026-06-04T10:00', '2026-06-04T15:00', '2026-06-04T10:00'],
  ])('of hours %s', (_, from, to, end) => expect(paused('naturalHour', 24)(from, to)).toBe(end))

  test.each([
    ['by the hours that they cover', '2026-06-03T11:00', '2026-06-03T15:00', '2026-06-03T18:00'],
    ['not at all over lunch', '2026-06-03T12:00', '2026-06-03T14:00', '2026-06-03T16:00'],
    ['not when they begin at the deadline', '2026-06-03T16:00', '2026-06-03T17:00', '2026-06-03T16:00'],
    ['over a night', '2026-06-03T11:00', '2026-06-04T11:30', '2026-06-04T16:30'],
  ])('of working minutes %s', (_, from, to, end) => expect(paused('workMinute', 240)(from, to)).toBe(end))

  test('a second pause while one lasts changes nothing, nor does resuming what runs', () => {
    const clock = aClock('2026-06-03T10:00')
    const once = pauseClock(clock, shanghai('2026-06-04T10:00'), '挂账', rules)
    expect(pauseClock(once, shanghai('2026-06-05T10:00'), '再挂', rules)).toBe(once)
    expect(resumeClock(clock, shanghai('2026-06-05T10:00'), rules)).toBe(clock)
  })
})

describe('extensions', () => {
  const clock = aClock('2026-06-03T10:00')
  const at = shanghai('2026-06-09T10:00')

  test.each([
    ['workdays go on after the last counted day', 2, 'workDay', '2026-06-12T18:00'],
    ['natural days do too', 2, 'naturalDay', '2026-06-13T00:00'],
    ['hours run on from the deadline', 3, 'naturalHour', '2026-06-10T21:00'],
    ['minutes go on with the next opening', 30, 'workMinute', '2026-06-11T09:30'],
  ] as const)('%s', (_, amount, unit, end) =>
    expect(due(extendClock(clock, limitOf(amount, unit), at, rules))).toBe(end),
  )

  test('after a deadline at 24:00 the first day more is the day after it', () => {
    const natural = aClock('2026-06-03T10:00', { amount: 7, unit: 'naturalDay' })
    expect(due(extendClock(natural, limitOf(1, 'naturalDay'), at, rules))).toBe('2026-06-12T00:00')
  })

  test('a pause after the extension moves the extended end', () => {
    const extended = extendClock(clock, limitOf(2, 'workDay'), at, rules)
    const open = pauseClock(extended, shanghai('2026-06-11T10:00'), '等待配件', rules)
    expect(due(resumeClock(open, shanghai('2026-06-16T09:00'), rules))).toBe('2026-06-17T18:00')
  })
})

describe('recomputing an open clock', () => {
  const closedDay: Calendar = {
    ...workCalendar,
    version: 2,
    years: {
      ...workCalendar.years,
      '2026': {
        ...workCalendar.years['2026']!,
        holidays: [...workCalendar.years['2026']!.holidays, { date: '2026-06-09', name: '防汛停工' }],
      },
    },
  }

  test('a revised calendar moves the deadline; pauses, extensions and fired rungs are kept', () => {
    let clock = aClock('2026-06-03T10:00')
    clock = pauseClock(clock, shanghai('2026-06-04T17:00'), '等待配件', rules)
    clock = resumeClock(clock, shanghai('2026-06-05T08:00'), rules)
    clock = extendClock(clock, limitOf(1, 'workDay'), shanghai('2026-06-08T10:00'), rules)
    clock = { ...clock, fired: ['yellow'] }
    expect(due(clock)).toBe('2026-06-12T18:00')
    const revised = recomputeClock(clock, { ...rules, calendar: closedDay })
    expect(revised).toEqual({ ...clock, calendarVersion: 2, dueAt: shanghai('2026-06-15T18:00') })
  })

  test('another profile keeps pauses and the promised limit; only a limit that is given replaces it', () => {
    const clock = pauseClock(aClock('2026-06-03T10:00'), shanghai('2026-06-04T10:00'), '挂账', rules)
    const other = { ...rules, profile: { ...rules.profile, _id: 'other', version: 7 } }
    expect(recomputeClock(clock, other)).toEqual({ ...clock, profileId: 'other', profileVersion: 7 })
    expect(recomputeClock(clock, other, limitOf(2, 'workDay'))).toMatchObject({
      pauses: clock.pauses,
      limit: limitOf(2, 'workDay'),
      dueAt: shanghai('2026-06-05T18:00'),
    })
  })

  test('the year’s notice arrives: what was provisional is no longer', () => {
    const clock = aClock('2026-12-30T10:00')
    expect(clock.provisional).toBe(true)
    const years = {
      ...workCalendar.years,
      '2027': { notice: '示例', holidays: [{ date: '2027-01-01', name: '元旦' }], shifts: [] },
    }
    const revised = recomputeClock(clock, rulesWith(undefined, { ...workCalendar, version: 2, years }))
    expect({ due: due(revised), provisional: revised.provisional }).toEqual({
      due: '2027-01-07T18:00',
      provisional: false,
    })
  })

  test('counts the same from what is stored', () => {
    const clock = aClock('2026-06-03T10:00')
    expect(dueOf(clock, rules)).toBe(clock.dueAt)
  })
})
