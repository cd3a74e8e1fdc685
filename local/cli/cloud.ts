import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startStage } from '../stage'

const HELP = `npm run cloud -- [options]: the emulator alone, with the built functions and the sample district
  --port 9500      0 takes a free one
  --data DIR       everything durable, .stage/cloud
  --functions DIR  dist/cloudfunctions
  --empty          without the district
  --now ISO        where a new clock starts
  --rate N         emulated ms per real ms of a new clock; 0 stands still
  --reset          forget the kept clock, so that --now and --rate count again`

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '9500' },
    data: { type: 'string', default: '.stage/cloud' },
    functions: { type: 'string', default: 'dist/cloudfunctions' },
    now: { type: 'string' },
    rate: { type: 'string' },
    reset: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
  },
})

if (values.help) {
  console.log(HELP)
  process.exit(0)
}

const dataDir = resolve(values.data)
if (values.reset) rmSync(join(dataDir, 'clock.json'), { force: true })

const { cloud, seeded } = await startStage({
  port: Number(values.port),
  dataDir,
  functionsDir: resolve(values.functions),
  clock: {
    ...(values.now !== undefined && { startAt: Date.parse(values.now) }),
    ...(values.rate !== undefined && { rate: Number(values.rate) }),
  },
  empty: values.empty,
})

console.log(`CloudBase emulator on ${cloud.url}, its data in ${dataDir}.`)
if (Object.keys(seeded).length > 0) console.log(`Sample district: ${JSON.stringify(seeded)}`)
console.log(`Functions: ${cloud.runner.names().join(', ') || 'none (npm run build makes them)'}`)
console.log(`Call one: curl -d '{}' '${cloud.url}/invoke/<function>?openid=<id>'`)
console.log(`The SDK from outside: env ${cloud.envId}, serviceUrl ${cloud.serviceUrl},`)
console.log(`secretId ${cloud.credentials.secretId}, secretKey ${cloud.credentials.secretKey}`)

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A second Ctrl-C doesn't wait for ticks under way.
    if (stopping) process.exit(1)
    stopping = true
    void cloud.stop().then(() => process.exit(0))
  })
}
