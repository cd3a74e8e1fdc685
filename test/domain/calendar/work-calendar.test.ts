import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alwaysCalendar, workCalendar } from '../../../cloudfunctions/domain/calendar/national'
import {
  addWorkMinutes,
  closeOf,
  dayOf,
  isWorkday,
  nextWorkday,
  openOf,
  workMinutesBetween,
} from '../../../cloudfunctions/domain/calendar/work-calendar'
import type { Calendar } from '../../../typings/contract/time'
import { inShanghai, shanghai } from './shanghai'

const instant = fc.integer({ min: shanghai('2014-06-01T00:00'), max: shanghai('2028-01-01T00:00') })

describe('what a day is', () => {
  test.each([
    ['an ordinary Wednesday', '2026-06-03', 'workday', undefined, false],
    ['a Saturday', '2026-06-06', 'weekend', undefined, false],
    ['端午 on a Friday', '2026-06-19', 'holiday', '端午节', false],
    ['a holiday on a Saturday keeps its name', '2026-06-20', 'holiday', '端午节', false],
    ['调休 on a Saturday', '2026-10-10', 'shift', '国庆节', false],
    ['a Monday off by the next year’s notice', '2018-12-31', 'holiday', '元旦', false],
    ['a Saturday worked by the next year’s notice', '2018-12-29', 'shift', '元旦', false],
    ['the 2020 Spring Festival as prolonged', '2020-01-31', 'holiday', '春节', false],
    ['a Friday without a notice', '2027-01-01', 'workday', undefined, true],
    ['a Saturday without a notice', '2027-01-02', 'weekend', undefined, true],
  ])('%s', (_, date, kind, name, provisional) => {
    const day = dayOf(workCalendar, date)
    expect({ kind: day.kind, name: day.name, provisional: day.provisional }).toEqual({
      kind,
      name,
      provisional,
    })
    expect(isWorkday(workCalendar, date)).toBe(kind === 'workday' || kind === 'shift')
  })

  test('a shift works Monday’s hours unless it names its own', () => {
    expect(dayOf(workCalendar, '2026-10-10').hours).toEqual(workCalendar.weekly.mon)
    const halfDay: Calendar = {
      ...workCalendar,
      years: {
        '2026': {
          notice: '试行',
          holidays: [],
          shifts: [{ date: '2026-10-10', name: '值班', hours: [['09:00', '12:00']] }],
        },
      },
    }
    expect(inShanghai(closeOf(halfDay, '2026-10-10'))).toBe('2026-10-10T12:00')
  })

  test('round the clock there are no holidays and nothing is provisional', () => {
    expect(dayOf(alwaysCalendar, '2027-01-01')).toEqual({
      hours: [['00:00', '24:00']],
      kind: 'workday',
      provisional: false,
    })
    expect(inShanghai(closeOf(alwaysCalendar, '2026-10-01'))).toBe('2026-10-02T00:00')
  })

  test.each([
    ['over a weekend', '2026-06-05', '2026-06-08'],
    ['over 国庆', '2026-09-30', '2026-10-08'],
    ['onto a 调休 Saturday', '2026-10-09', '2026-10-10'],
    ['over Spring Festival', '2026-02-14', '2026-02-24'],
  ])('the next workday %s', (_, from, to) => expect(nextWorkday(workCalendar, from)).toBe(to))

  test('opens at 09:00 and closes at 18:00; a day off does neither', () => {
    expect(inShanghai(openOf(workCalendar, '2026-06-03'))).toBe('2026-06-03T09:00')
    expect(inShanghai(closeOf(workCalendar, '2026-06-03'))).toBe('2026-06-03T18:00')
    expect(() => closeOf(workCalendar, '2026-06-06')).toThrow(RangeError)
    expect(() => openOf(workCalendar, '2026-06-06')).toThrow(RangeError)
  })

  test('a calendar without hours is refused instead of searched for ever', () => {
    const closed = { ...workCalendar, weekly: { ...workCalendar.weekly }, years: {} }
    for (const day of ['mon', 'tue', 'wed', 'thu', 'fri'] as const) closed.weekly[day] = []
    expect(() => nextWorkday(closed, '2026-01-01')).toThrow(RangeError)
    expect(() => addWorkMinutes(closed, 0, 1)).toThrow(RangeError)
  })

  test('2015–2026 are there, each with its notice, every shift on a weekend', () => {
    const years = Object.entries(workCalendar.years)
    expect(years.map(([year]) => Number(year))).toEqual(Array.from({ length: 12 }, (_, n) => 2015 + n))
    for (const [number, year] of years) {
      expect(year.notice).toMatch(/^https?:\/\/www\.gov\.cn\/\S+( https?:\/\/www\.gov\.cn\/\S+)*$/)
      for (const { date } of [...year.holidays, ...year.shifts]) expect(date.startsWith(number)).toBe(true)
      for (const { date } of year.shifts) {
        const weekend = new Date(date).getUTCDay() % 6 === 0
        expect({ date, weekend }).toEqual({ date, weekend: true })
      }
    }
    const days = (list: 'holidays' | 'shifts') => years.flatMap(([, year]) => year[list]).length
    expect([days('holidays'), days('shifts')]).toEqual([329, 75])
  })
})

describe('working minutes', () => {
  test.each([
    ['inside a morning', '2026-06-03T09:30', 60, '2026-06-03T10:30'],
    ['over lunch', '2026-06-03T11:30', 60, '2026-06-03T14:30'],
    ['to the very close', '2026-06-03T17:00', 60, '2026-06-03T18:00'],
    ['a whole day ends at its close', '2026-06-03T09:00', 420, '2026-06-03T18:00'],
    ['from midnight', '2026-06-03T00:00', 1, '2026-06-03T09:01'],
    ['from a Saturday', '2026-06-06T12:00', 30, '2026-06-08T09:30'],
    ['over 国庆 to the first working day', '2026-09-30T17:30', 60, '2026-10-08T09:30'],
    ['onto a 调休 Saturday', '2026-10-09T17:30', 60, '2026-10-10T09:30'],
    ['from inside Spring Festival', '2026-02-17T10:00', 60, '2026-02-24T10:00'],
    ['none at all', '2026-06-06T12:00', 0, '2026-06-06T12:00'],
  ])('added %s', (_, from, minutes, to) =>
    expect(inShanghai(addWorkMinutes(workCalendar, shanghai(from), minutes))).toBe(to),
  )

  test('counted back between the two instants', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 5000 }), (at, minutes) => {
        const end = addWorkMinutes(workCalendar, at, minutes)
        expect(workMinutesBetween(workCalendar, at, end)).toBeCloseTo(minutes, 6)
      }),
    )
  })

  test('never run backwards, and round the clock are plain minutes', () => {
    expect(workMinutesBetween(workCalendar, shanghai('2026-06-04T09:00'), shanghai('2026-06-03T09:00'))).toBe(
      0,
    )
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 5000 }), (at, minutes) => {
        expect(addWorkMinutes(alwaysCalendar, at, minutes)).toBe(at + minutes * 60_000)
      }),
    )
  })
})
