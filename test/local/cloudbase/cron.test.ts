import { describe, expect, test } from 'vitest'
import { parseCron } from '../../../local/cloudbase/timers/cron'

const instant = (local: string): number => Date.parse(`${local}+08:00`)

describe('a timer expression', () => {
  test.each([
    ['every minute', '0 */1 * * * * *', '2026-10-08T09:29:59', '2026-10-08T09:30:00'],
    ['every minute, strictly later', '0 */1 * * * * *', '2026-10-08T09:30:00', '2026-10-08T09:31:00'],
    ['every five seconds', '*/5 * * * * * *', '2026-10-08T23:59:58', '2026-10-09T00:00:00'],
    ['at two on the first', '0 0 2 1 * * *', '2026-12-31T23:00:00', '2027-01-01T02:00:00'],
    ['on working mornings', '0 30 9 * * MON-FRI *', '2026-10-09T09:30:00', '2026-10-12T09:30:00'],
    ['at quarter past in office hours', '0 15 9-17 * * * *', '2026-10-08T17:15:00', '2026-10-09T09:15:00'],
    ['at listed hours', '0 0 10,14,16 * * * *', '2026-10-08T10:00:00', '2026-10-08T14:00:00'],
    ['on the 13th or a Friday', '0 0 0 13 * FRI *', '2026-10-09T00:00:00', '2026-10-13T00:00:00'],
    ['on a Sunday, by number', '0 0 0 * * 0 *', '2026-10-08T00:00:00', '2026-10-11T00:00:00'],
    ['on a leap day', '0 0 0 29 2 * *', '2026-03-01T00:00:00', '2028-02-29T00:00:00'],
    ['in one year', '0 0 0 1 1 * 2030', '2026-01-01T00:00:00', '2030-01-01T00:00:00'],
    [
      'from the twentieth second on by twenties',
      '20/20 * * * * * *',
      '2026-10-08T00:00:40',
      '2026-10-08T00:01:20',
    ],
  ])('ticks %s', (_, expression, after, tick) => {
    expect(parseCron(expression).next(instant(after))).toBe(instant(tick))
  })

  test('never ticks again when its year is over', () => {
    expect(parseCron('0 0 0 1 1 * 2020').next(instant('2026-01-01T00:00:00'))).toBeUndefined()
    expect(parseCron('0 0 0 30 2 * *').next(instant('2026-01-01T00:00:00'))).toBeUndefined()
  })

  test.each([
    ['five fields', '* * * * *'],
    ['a minute 60', '0 60 * * * * *'],
    ['a range running backwards', '0 0 17-9 * * * *'],
    ['a step of nothing', '*/0 * * * * * *'],
    ['an unknown name', '0 0 0 * * FUN *'],
    ['an empty item', '0 0, * * * * *'],
  ])('with %s is refused', (_, expression) => {
    expect(() => parseCron(expression)).toThrow(expect.objectContaining({ code: 'TIMER_EXPRESSION_INVALID' }))
  })
})
