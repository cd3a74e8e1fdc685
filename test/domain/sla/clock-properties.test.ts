import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alwaysCalendar, workCalendar } from '../../../cloudfunctions/domain/calendar/national'
import { dueOf } from '../../../cloudfunctions/domain/sla/clock'
import type { Pause } from '../../../typings/contract/clock'
import type { Limit } from '../../../typings/contract/time'
import { shanghai } from '../calendar/shanghai'
import { rulesWith } from './a-clock'
import { naiveDue } from './naive-due'

const minute = 60_000
const first = shanghai('2014-11-01T00:00') / minute
const last = shanghai('2027-06-01T00:00') / minute
const started = fc.integer({ min: first, max: last }).map((n) => n * minute)

const limit: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 100 }), unit: fc.constant('naturalHour' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 20 }), unit: fc.constant('naturalDay' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 15 }), unit: fc.constant('workDay' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 1500 }), unit: fc.constant('workMinute' as const) }),
)

/** Up to three pauses after the start, one after the other, in whole minutes. */
const pauses = (startedAt: number): fc.Arbitrary<Pause[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 8000 }), fc.integer({ min: 1, max: 8000 })), { maxLength: 3 })
    .map((spans) => {
      let at = startedAt
      return spans.map(([gap, length]) => {
        const from = at + gap * minute
        at = from + length * minute
        return { from, to: at, reason: '等待配件' }
      })
    })

const rules = fc
  .record({
    calendar: fc.constantFrom(workCalendar, alwaysCalendar),
    at: fc.constantFrom('24:00', '18:00'),
    rollToWorkday: fc.boolean(),
  })
  .map(({ calendar, ...dayEnd }) => rulesWith(dayEnd, calendar))

const inputs = started.chain((startedAt) =>
  fc.record({
    startedAt: fc.constant(startedAt),
    limit,
    extensions: fc.array(fc.record({ limit, at: fc.constant(startedAt) }), { maxLength: 2 }),
    pauses: pauses(startedAt),
  }),
)

describe('a deadline, whatever is asked', () => {
  test('agrees with a second, naive implementation in every unit', () => {
    fc.assert(
      fc.property(inputs, rules, (clock, by) => {
        const limits = [clock.limit, ...clock.extensions.map((extension) => extension.limit)]
        expect(dueOf(clock, by)).toBe(
          naiveDue(clock.startedAt, limits, clock.pauses, by.calendar, by.profile.naturalDayEnd),
        )
      }),
      { numRuns: 400 },
    )
  })

  test('is never made earlier by a later start', () => {
    fc.assert(
      fc.property(inputs, rules, fc.integer({ min: 0, max: 20_000 }), (clock, by, minutes) => {
        const later = { ...clock, startedAt: clock.startedAt + minutes * minute }
        expect(dueOf(later, by)).toBeGreaterThanOrEqual(dueOf(clock, by))
      }),
    )
  })

  test('is never made earlier by a pause, and never lies before the end of one that began in time', () => {
    fc.assert(
      fc.property(inputs, rules, (clock, by) => {
        let before = dueOf({ ...clock, pauses: [] }, by)
        clock.pauses.forEach((pause, n) => {
          const after = dueOf({ ...clock, pauses: clock.pauses.slice(0, n + 1) }, by)
          expect(after).toBeGreaterThanOrEqual(before)
          if (pause.from < before) expect(after).toBeGreaterThan(pause.to!)
          else expect(after).toBe(before)
          before = after
        })
      }),
    )
  })

  test('is not moved by a pause that still lasts', () => {
    fc.assert(
      fc.property(inputs, rules, fc.integer({ min: 0, max: 20_000 }), (clock, by, minutes) => {
        const open = { from: clock.startedAt + minutes * minute, reason: '挂账' }
        expect(dueOf({ ...clock, pauses: [...clock.pauses, open] }, by)).toBe(dueOf(clock, by))
      }),
    )
  })

  test('is always made later by an extension', () => {
    fc.assert(
      fc.property(inputs, rules, limit, (clock, by, more) => {
        const extensions = [...clock.extensions, { limit: more, at: clock.startedAt }]
        expect(dueOf({ ...clock, extensions }, by)).toBeGreaterThan(dueOf(clock, by))
      }),
    )
  })
})
