import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Clock } from '../../../local/cloudbase/clock/clock'
import { parseCron } from '../../../local/cloudbase/timers/cron'
import { type Tick, Timers, type TimersOptions } from '../../../local/cloudbase/timers/timers'
import { aCloud, aFolder, builtFunctions, post } from '../../support/cloud'

const start = Date.parse('2026-10-08T09:00:30+08:00')
const minute = 60_000
const sweep = { function: 'scheduler', name: 'sweep', cron: parseCron('0 */1 * * * * *'), message: '' }
const nightly = { function: 'scheduler', name: 'nightly', cron: parseCron('0 0 2 * * * *'), message: '' }

/** Timers over a pile of wakes; a sweep takes away what is due. */
function aSchedule(options: Partial<TimersOptions> & { stored?: number[]; rate?: number } = {}) {
  const stored = options.stored ?? []
  const fired: string[] = []
  const clock = new Clock({ startAt: start, rate: options.rate ?? 0 })
  const timers = new Timers({
    clock,
    triggers: () => [sweep, nightly],
    wakes: [{ collection: 'tickets', field: 'nextWakeAt' }],
    earliest: () => (stored.length === 0 ? undefined : Math.min(...stored)),
    fire: async ({ trigger, at }: Tick) => {
      fired.push(`${trigger.name} ${local(at)}${clock.now() === at ? '' : ` seen ${local(clock.now())}`}`)
      if (trigger.name === 'sweep')
        for (const due of stored.filter((wake) => wake <= at)) stored.splice(stored.indexOf(due), 1)
    },
    ...options,
  })
  return { clock, timers, fired, stored }
}

function local(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(5, 19).replace('T', ' ')
}

describe('a jump', () => {
  test('stands at the first tick after each wake, in order, and passes over ticks with nothing to do', async () => {
    const { timers, clock, fired } = aSchedule({
      stored: [start + 100 * minute, start + 3 * minute, start + 3 * minute + 1],
    })
    await timers.jumpTo(start + 120 * minute)
    expect(fired).toEqual(['sweep 10-08 09:04:00', 'sweep 10-08 10:41:00'])
    expect(clock.now()).toBe(start + 120 * minute)
  })

  test('fires a trigger without wakes at each of its ticks', async () => {
    const { timers, fired } = aSchedule()
    await timers.jumpTo(start + 2 * 86_400_000)
    expect(fired).toEqual(['nightly 10-09 02:00:00', 'nightly 10-10 02:00:00'])
  })

  test('comes back minute by minute while a wake is left over', async () => {
    const { timers, fired, stored } = aSchedule({ stored: [start], fire: async () => undefined })
    expect(await timers.jumpTo(start + 3 * minute)).toBe(3)
    expect(fired).toEqual([])
    expect(stored).toEqual([start])
  })

  test('lives through wakes that a tick itself makes', async () => {
    const stored = [start + minute]
    const seen: string[] = []
    const { timers } = aSchedule({
      stored,
      fire: async ({ at }) => {
        seen.push(local(at))
        stored[0] = seen.length < 3 ? at + 10 * minute : Number.MAX_SAFE_INTEGER
      },
    })
    await timers.jumpTo(start + 60 * minute)
    expect(seen).toEqual(['10-08 09:02:00', '10-08 09:12:00', '10-08 09:22:00'])
  })

  test('to the next wake fires it and says when it was', async () => {
    const { timers, clock, fired } = aSchedule({ stored: [start + 30 * minute] })
    expect(await timers.jumpToNext()).toBe(Date.parse('2026-10-08T09:31:00+08:00'))
    expect(fired).toEqual(['sweep 10-08 09:31:00'])
    expect(clock.now()).toBe(Date.parse('2026-10-08T09:31:00+08:00'))
  })

  test('back is refused, and two jumps at once do not overtake each other', async () => {
    const { timers, clock, fired } = aSchedule({ stored: [start + minute, start + 10 * minute] })
    await Promise.all([timers.jumpTo(start + 5 * minute), timers.jumpTo(start + 20 * minute)])
    expect(fired).toEqual(['sweep 10-08 09:02:00', 'sweep 10-08 09:11:00'])
    await expect(timers.jumpTo(start)).rejects.toMatchObject({ code: 'CLOCK_BACKWARDS' })
    expect(clock.now()).toBe(start + 20 * minute)
  })

  test('may miss a tick or double it; what is missed is caught up at the next', async () => {
    const times = [0, 2]
    const { timers, fired } = aSchedule({ stored: [start + minute], disturb: () => times.shift() ?? 1 })
    await timers.jumpTo(start + 5 * minute)
    expect(fired).toEqual(['sweep 10-08 09:03:00', 'sweep 10-08 09:03:00'])
  })

  test('setting the clock instead misses what was due', async () => {
    const { timers, fired } = aSchedule({ stored: [] })
    await timers.set(start + 3 * 86_400_000)
    await timers.jumpTo(start + 3 * 86_400_000 + minute)
    expect(fired).toEqual([])
  })
})

describe('a fast clock', () => {
  test('overtakes no tick', async () => {
    const { timers, clock, fired } = aSchedule({ rate: 600, wakes: [], triggers: () => [sweep] })
    await expect.poll(() => fired.length).toBeGreaterThan(5)
    clock.setRate(0)
    await timers.stop()
    const expected = fired.map(
      (_, n) => `sweep ${local(Date.parse('2026-10-08T09:01:00+08:00') + n * minute)}`,
    )
    expect(fired).toEqual(expected)
  })
})

describe('a timer trigger', () => {
  let functionsDir = ''
  beforeAll(async () => {
    functionsDir = await builtFunctions('test/local/cloudbase/fixtures')
  })
  afterAll(() => rmSync(functionsDir, { recursive: true }))

  test('calls its function as the platform does: nobody, at the emulated time', async () => {
    const cloud = await aCloud({ functionsDir, clock: { startAt: start, rate: 0 } })
    await post(cloud, '/clock', { advance: minute })
    const [line] = cloud.runner.logs.read({ function: 'ticker' })
    expect(JSON.parse(line?.text ?? '')).toEqual({
      Type: 'Timer',
      TriggerName: 'everyMinute',
      Time: '2026-10-08T01:01:00Z',
      Message: '',
      at: Date.parse('2026-10-08T09:01:00+08:00'),
      openId: '',
      trigger: 'timer',
    })
  })

  test('finds the emulated time wherever a function may ask', async () => {
    const cloud = await aCloud({ functionsDir, clock: { startAt: start, rate: 0 } })
    expect(await cloud.invoke('clock', {})).toEqual({
      now: start,
      instant: start,
      text: 'Thu Oct 08 2026 01:00:30 GMT+0000 (Coordinated Universal Time)',
      given: '1970-01-02T00:00:00.000Z',
      parsed: Date.parse('2026-10-08T09:30:00+08:00'),
      isDate: true,
      own: true,
      cloned: true,
    })
  })

  test.each([
    [
      'a jump to an ISO text',
      { jump: '2026-10-08T09:01:30+08:00' },
      200,
      { local: '2026-10-08T09:01:30.000+08:00' },
    ],
    ['a rate', { rate: 60 }, 200, { mode: 'fast', rate: 60 }],
    ['going back', { set: 0 }, 400, { ok: false }],
    ['going back by name', { set: 0, reset: true }, 200, { now: 0 }],
    ['an unknown order', { wind: 1 }, 400, { ok: false }],
  ])('the door answers %s', async (_, order, status, json) => {
    const cloud = await aCloud({ functionsDir, clock: { startAt: start, rate: 0 } })
    expect(await post(cloud, '/clock', order)).toMatchObject({ status, json })
  })

  test('serves the wakes that the database keeps, each at the first tick after it', async () => {
    const folder = aFolder()
    const indexesFile = join(folder, 'indexes.json')
    writeFileSync(indexesFile, JSON.stringify({ wakes: [{ name: 'by_wake', keys: [['nextWakeAt', 1]] }] }))
    const cloud = await aCloud({
      functionsDir,
      indexesFile,
      clock: { startAt: start, rate: 0 },
      wakes: [{ collection: 'wakes', field: 'nextWakeAt', trigger: 'sweeper/sweep' }],
    })
    for (const minutes of [200, 3, 90]) await cloud.invoke('sweeper', { wakeAt: start + minutes * minute })
    await cloud.timers.jumpTo(start + 300 * minute)
    const served = cloud.database.read('wakes').map(({ servedAt }) => (Number(servedAt) - start) / minute)
    expect(served.sort((a, b) => a - b)).toEqual([3.5, 90.5, 200.5])
    expect(cloud.meter.byCall()['sweeper.sweep']).toMatchObject({ invocations: 3, roundTrips: 6 })
    cloud.meter.assertClean()
  })
})
