import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startStage } from '../stage'

/**
 * `npm run cloud -- --port 9500 --data DIR`: the emulator alone, with the built functions and the sample district
 * (`--empty` leaves it out).
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '9500' },
    data: { type: 'string', default: '.stage/cloud' },
    functions: { type: 'string', default: 'dist/cloudfunctions' },
    rate: { type: 'string' },
    empty: { type: 'boolean', default: false },
  },
})

const { cloud, seeded } = await startStage({
  port: Number(values.port),
  dataDir: resolve(values.data),
  functionsDir: resolve(values.functions),
  clock: values.rate === undefined ? undefined : { rate: Number(values.rate) },
  empty: values.empty,
})

console.log(`CloudBase emulator on ${cloud.url}, its data in ${resolve(values.data)}.`)
if (Object.keys(seeded).length > 0) console.log(`Sample district: ${JSON.stringify(seeded)}`)
console.log(`Functions: ${cloud.runner.names().join(', ') || 'none (npm run build makes them)'}`)
console.log(`Call one: curl -d '{}' '${cloud.url}/invoke/<function>?openid=<id>'`)

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1)
    stopping = true
    void cloud.stop().then(() => process.exit(0))
  })
}
