import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Ticket } from '../../cloudfunctions/domain/ticket/ticket'
import { auditStage } from '../../local/audit/audit'
import { startStage } from '../../local/stage'
import { monday } from '../support/builders'
import { builtFunctions } from '../support/cloud'
import { plainSealing, SealedLife } from '../support/sealed-life'
import { sealed } from '../../cloudfunctions/domain/audit/seal'

/** The night's digest of a day on which so many tickets grew, and the audit of all of them: `DIGEST_TICKETS=10000`. */
const count = Number(process.env.DIGEST_TICKETS ?? 10_000)

const day = 86_400_000

function* tickets(): Generator<Ticket> {
  const life = new SealedLife()
    .do('supplement')
    .do('acknowledge')
    .do('contactResident')
    .do('commit')
    .do('assist')
  const { ticket } = life.do('note').do('note').do('reply').do('review').do('evaluate').deliver()
  const { chain: _chain, seals: _seals, nextWakeAt: _wake, ...plain } = ticket
  for (let n = 0; n < count; n++) {
    const number = `20260601-${String(n).padStart(6, '0')}-A`
    yield sealed(undefined, { ...plain, _id: `t${n}`, number }, plainSealing)
  }
}

test('a busy day is published within the function’s time, a page at a time', async () => {
  const functionsDir = await builtFunctions('cloudfunctions')
  const dataDir = mkdtempSync(join(tmpdir(), 'digest-bench-'))
  const stage = await startStage({ functionsDir, dataDir, clock: { startAt: monday, rate: 0 } })
  const { cloud } = stage
  try {
    cloud.database.fill('tickets', tickets() as never)
    cloud.clock.set(monday + day)
    const began = performance.now()
    const night = { Type: 'Timer', TriggerName: 'digest' }
    const answer = await cloud.invoke('scheduler', night)
    const ms = performance.now() - began
    expect(answer).toMatchObject({ ok: true, data: { read: count, days: ['2026-06-01'] } })
    cloud.meter.assertClean()
    const { actions } = cloud.meter.last('scheduler.digest')!
    await cloud.stop()
    const audited = performance.now()
    const result = auditStage(dataDir)
    // The tickets are filled in; nobody told their facts.
    expect(result.breaks.filter(({ kind }) => kind !== 'factMissing')).toEqual([])
    console.table([
      {
        tickets: count,
        lines: result.lines,
        'night, ms': Math.round(ms),
        'round trips': actions.length,
        'MB read': (actions.reduce((sum, { bytesRead }) => sum + bytesRead, 0) / 1e6).toFixed(1),
        'audit, ms': Math.round(performance.now() - audited),
      },
    ])
    expect(ms).toBeLessThan(40_000)
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
    rmSync(functionsDir, { recursive: true, force: true })
  }
}, 600_000)
