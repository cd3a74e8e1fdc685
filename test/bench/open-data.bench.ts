import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startOfDay } from '../../cloudfunctions/domain/calendar/local-time'
import { sampleDirectory } from '../../local/district/sample-directory'
import { startStage } from '../../local/stage'
import { builtFunctions } from '../support/cloud'

/** The file of all calls of a month: `OPEN_DATA_CALLS=300000`, 10,000 a day, is the largest district's. */
const count = Number(process.env.OPEN_DATA_CALLS ?? 300_000)

const month = '2026-05'
const settled = startOfDay('2026-06-16') + 30 * 60_000
const dayMs = 86_400_000

/** What the file is made from, and of the right size; texts are never read. */
function* tickets() {
  const { services, areas, departments } = sampleDirectory()
  const grids = areas.filter(({ level }) => level === 'grid')
  for (let n = 0; n < count; n++) {
    const submittedAt = startOfDay(`${month}-01`) + Math.floor((n / count) * 31 * dayMs)
    const dueAt = submittedAt + 5 * dayMs
    const clock = { kind: 'reply', startedAt: submittedAt, limit: { amount: 5, unit: 'workDay' }, pauses: [] }
    yield {
      _id: `t${String(n).padStart(7, '0')}`,
      number: `N${n}`,
      status: 'closed',
      kind: 'help',
      serviceCode: services[(n * 7) % services.length]!.code,
      place: grids[(n * 31) % grids.length]!,
      lead: { departmentId: departments[(n * 13) % departments.length]!._id, postId: 'p', stint: 1 },
      clocks: [clock, clock, { ...clock, kind: 'promise', dueAt, stoppedAt: dueAt - (n % 9) * dayMs }],
      submittedAt,
    }
  }
}

test('a month’s calls are told, in as many runs as it takes, each within the function’s time', async () => {
  const functionsDir = await builtFunctions('cloudfunctions')
  const dataDir = mkdtempSync(join(tmpdir(), 'open-data-bench-'))
  const { cloud } = await startStage({ functionsDir, dataDir, clock: { startAt: settled, rate: 0 } })
  try {
    cloud.database.fill('tickets', tickets() as never)
    const runs: Record<string, number | string>[] = []
    const made = () => cloud.database.read('open_files', { _id: `calls-${month}` })[0]
    while (!made()?.fileId) {
      const began = performance.now()
      const answer = await cloud.invoke('scheduler', { Type: 'Timer', TriggerName: 'openData' })
      const ms = performance.now() - began
      expect(answer).toMatchObject({ ok: true })
      const { actions } = cloud.meter.last('scheduler.openData')!
      const bytes = actions.reduce((sum, { bytesRead }) => sum + bytesRead, 0)
      runs.push({
        'run, s': (ms / 1000).toFixed(1),
        'round trips': actions.length,
        'MB read': (bytes / 1e6).toFixed(1),
        'MB of memory at most': memoryOfFunctions(),
      })
      expect(ms).toBeLessThan(60_000)
    }
    cloud.meter.assertClean()
    console.table(runs)
    const { rows, leftOut, bytes } = made() as { rows: number; leftOut: number; bytes: number }
    console.table([{ calls: count, rows, 'left out': leftOut, 'file, MB': (bytes / 1e6).toFixed(1) }])
    expect(rows + leftOut).toBe(count)
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
    rmSync(functionsDir, { recursive: true, force: true })
  }
}, 900_000)

/** Peak resident memory of the scheduler's process, MB. */
function memoryOfFunctions(): number {
  const tasks = `/proc/${process.pid}/task`
  const children = readdirSync(tasks).flatMap((task) =>
    readFileSync(`${tasks}/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
  )
  const scheduler = children.filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('/scheduler/'),
  )
  const peaks = scheduler.map((pid) => {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kilobytes) / 1000)
  })
  return Math.max(0, ...peaks)
}
