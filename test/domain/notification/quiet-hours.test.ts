import { expect, test } from 'vitest'
import { afterQuiet, nextAt } from '../../../cloudfunctions/domain/notification/quiet-hours'
import { shanghai } from '../calendar/shanghai'

const night = { from: '21:00', to: '08:00' }
const noon = { from: '12:00', to: '14:00' }
const none = { from: '00:00', to: '00:00' }

test.each([
  ['in the evening waits for the morning', '2026-06-01T22:30', night, '2026-06-02T08:00'],
  ['after midnight waits for the same morning', '2026-06-02T03:00', night, '2026-06-02T08:00'],
  ['at the first minute is quiet already', '2026-06-01T21:00', night, '2026-06-02T08:00'],
  ['at the last is not any more', '2026-06-02T08:00', night, '2026-06-02T08:00'],
  ['by day goes at once', '2026-06-01T15:00', night, '2026-06-01T15:00'],
  ['at noon waits where noon is quiet', '2026-06-01T12:30', noon, '2026-06-01T14:00'],
  ['at night goes where only noon is quiet', '2026-06-01T23:30', noon, '2026-06-01T23:30'],
  ['goes at any time where nothing is quiet', '2026-06-01T03:00', none, '2026-06-01T03:00'],
])('a message %s', (_, at, quiet, when) => {
  expect(afterQuiet(shanghai(at), quiet)).toBe(shanghai(when))
})

test.each([
  ['later today', '2026-06-01T07:00', '2026-06-01T08:30'],
  ['now', '2026-06-01T08:30', '2026-06-01T08:30'],
  ['tomorrow', '2026-06-30T09:00', '2026-07-01T08:30'],
])('the next half past eight is %s', (_, at, when) => {
  expect(nextAt(shanghai(at), '08:30')).toBe(shanghai(when))
})
