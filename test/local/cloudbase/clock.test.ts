import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Clock } from '../../../local/cloudbase/clock/clock'
import { aFolder } from '../../support/cloud'

const start = Date.parse('2026-09-30T17:30:00+08:00')

/** A real time that passes only when told to. */
function aReality(): { now: () => number; pass: (ms: number) => void } {
  let at = 1_000_000
  return { now: () => at, pass: (ms) => (at += ms) }
}

describe('the clock', () => {
  test.each([
    ['runs with real time', 1, 1_000, 1_000],
    ['runs fast', 3_600, 1_000, 3_600_000],
    ['stands still when frozen', 0, 1_000, 0],
  ])('%s', (_, rate, real, emulated) => {
    const reality = aReality()
    const clock = new Clock({ startAt: start, rate, realNow: reality.now })
    reality.pass(real)
    expect(clock.now() - start).toBe(emulated)
  })

  test('does not leap when its rate changes', () => {
    const reality = aReality()
    const clock = new Clock({ startAt: start, rate: 60, realNow: reality.now })
    reality.pass(1_000)
    clock.setRate(1)
    reality.pass(1_000)
    expect(clock.now() - start).toBe(61_000)
  })

  test('holds where it is told to, and goes on from there', () => {
    const reality = aReality()
    const clock = new Clock({ startAt: start, rate: 60, realNow: reality.now })
    clock.holdAt(start + 30_000)
    reality.pass(10_000)
    expect(clock.now()).toBe(start + 30_000)
    clock.holdAt(undefined)
    reality.pass(1_000)
    expect(clock.now()).toBe(start + 90_000)
  })

  test('refuses to go back, unless asked by name', () => {
    const clock = new Clock({ startAt: start, rate: 0 })
    expect(() => clock.set(start - 1)).toThrow(expect.objectContaining({ code: 'CLOCK_BACKWARDS' }))
    clock.set(start - 1, { reset: true })
    expect(clock.now()).toBe(start - 1)
  })

  test.each([
    ['frozen: where it stood', 0, 86_400_000, 500, 500],
    ['running: with the real time that passed', 1, 60_000, 1_500, 61_500],
    [
      'fast: not before what it last showed, and not hours later',
      3_600,
      86_400_000,
      3_600_500,
      7_200_500 + 3_600_000,
    ],
  ])('goes on after a kill, %s', (_, rate, down, least, most) => {
    const reality = aReality()
    const file = join(aFolder(), 'clock.json')
    const before = new Clock({ startAt: start, rate: 0, file, realNow: reality.now })
    before.set(start + 500)
    before.setRate(rate)
    reality.pass(1_000)
    const shown = before.now()
    reality.pass(down)
    const after = new Clock({ startAt: 0, file, realNow: reality.now })
    expect(after.now()).toBeGreaterThanOrEqual(Math.max(shown, start + least))
    expect(after.now()).toBeLessThanOrEqual(start + most)
    expect(after.mode).toBe(before.mode)
  })

  test('accepts what was signed before it moved, for as long as a request flies', () => {
    const reality = aReality()
    const clock = new Clock({ startAt: start, rate: 0, realNow: reality.now })
    clock.set(start + 86_400_000)
    expect(clock.accepts(start, 600_000)).toBe(true)
    expect(clock.accepts(start - 600_001, 600_000)).toBe(false)
    reality.pass(30_000)
    clock.set(start + 2 * 86_400_000)
    expect(clock.accepts(start, 600_000)).toBe(false)
  })
})
