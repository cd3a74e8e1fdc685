import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  atLocal,
  dayEndingAt,
  localDate,
  localTime,
  startOfDay,
  timeOfDay,
  weekday,
} from '../../../cloudfunctions/domain/calendar/local-time'
import { shanghai } from './shanghai'

const instant = fc.integer({ min: shanghai('1992-01-01T00:00'), max: shanghai('2100-01-01T00:00') })

describe('local time in Asia/Shanghai', () => {
  test.each([
    ['the last minute of a day', '2026-06-30T23:59', '2026-06-30'],
    ['midnight opens the new day', '2026-07-01T00:00', '2026-07-01'],
    ['new year', '2027-01-01T00:00', '2027-01-01'],
    ['29 February', '2024-02-29T12:00', '2024-02-29'],
  ])('dates %s', (_, text, date) => expect(localDate(shanghai(text))).toBe(date))

  test.each([
    ['2026-06-03', '09:00', '2026-06-03T09:00'],
    ['2026-06-03', '24:00', '2026-06-04T00:00'],
    ['2026-12-31', '24:00', '2027-01-01T00:00'],
  ])('%s %s is %s', (date, time, text) => expect(atLocal(date, time)).toBe(shanghai(text)))

  test.each([
    ['2026-06-03', 'wed'],
    ['2024-02-29', 'thu'],
    ['1969-12-31', 'wed'],
    ['2000-01-01', 'sat'],
  ])('%s is a %s', (date, name) => expect(weekday(date)).toBe(name))

  test('days are added over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(addDays('2023-03-01', -1)).toBe('2023-02-28')
  })

  test('a deadline at 24:00 belongs to the day that it ends', () => {
    expect(dayEndingAt(atLocal('2026-06-30', '24:00'))).toBe('2026-06-30')
    expect(dayEndingAt(atLocal('2026-06-30', '18:00'))).toBe('2026-06-30')
  })

  test.each(['2026-6-3', '', '2026-13-01', 'tomorrow'])('refuses %j as a date', (text) =>
    expect(() => startOfDay(text)).toThrow(RangeError),
  )
  test.each(['9:00', '24:01', '12:60', '-1:00', 'noon!'])('refuses %j as a time', (text) =>
    expect(() => timeOfDay(text)).toThrow(RangeError),
  )

  test('agrees with Intl at any instant since 1992', () => {
    const intl = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    fc.assert(fc.property(instant, (at) => `${localDate(at)} ${localTime(at)}` === intl.format(at)))
  })
})
