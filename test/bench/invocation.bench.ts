import { rmSync } from 'node:fs'
import { afterAll, beforeAll, test } from 'vitest'
import { type Cloud, startCloud } from '../../local/cloudbase/cloud'
import { builtFunctions } from '../support/cloud'

/** What the stage itself costs: a call without a round trip, and one with two reads of an empty collection. */
let functionsDir = ''
let cloud: Cloud

beforeAll(async () => {
  functionsDir = await builtFunctions('test/local/cloudbase/fixtures')
  cloud = await startCloud({ functionsDir })
  await cloud.invoke('reader', { times: 0, create: true })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(functionsDir, { recursive: true })
})

test.each([
  ['no round trip', 'misbehave', {}, 2_000],
  ['two round trips', 'reader', { times: 2 }, 1_000],
])(
  'one invocation, warm, %s',
  async (label, name, event, runs) => {
    for (let n = 0; n < 200; n += 1) await cloud.invoke(name, event)
    const startedAt = performance.now()
    for (let n = 0; n < runs; n += 1) await cloud.invoke(name, event, { openid: 'o' })
    console.log(`${label}: ${((performance.now() - startedAt) / runs).toFixed(3)} ms an invocation`)
    console.log(`cold start of ${name}: ${cloud.runner.coldStarts()[name]?.map(Math.round).join(', ')} ms`)
  },
  60_000,
)

test('a jump that passes nothing by', async () => {
  const runs = 2_000
  const still = await startCloud({ functionsDir, clock: { rate: 0 } })
  const startedAt = performance.now()
  for (let n = 0; n < runs; n += 1) await still.timers.jumpTo(still.clock.now() + 1)
  console.log(`a jump: ${((performance.now() - startedAt) / runs).toFixed(3)} ms`)
  await still.stop()
}, 60_000)
