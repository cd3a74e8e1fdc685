import { expect, test } from 'vitest'
import { sameTimeNextWorkday } from '../../../local/studio/clock-orders'

const at = (local: string): number => Date.parse(`${local}+08:00`)

test.each([
  ['the next day', '2026-06-10T10:00', '2026-06-11T10:00'],
  ['over a weekend', '2026-06-12T10:00', '2026-06-15T10:00'],
  ['over 国庆 to the 调休 Saturday', '2026-09-30T17:30', '2026-10-08T17:30'],
  ['onto a 调休 Saturday', '2026-10-09T09:00', '2026-10-10T09:00'],
  ['from a Sunday', '2026-06-14T23:59', '2026-06-15T23:59'],
])('+1 workday goes %s', (_, from, to) => {
  expect(sameTimeNextWorkday(at(from))).toBe(at(to))
})
