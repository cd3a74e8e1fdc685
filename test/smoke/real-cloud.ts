import { rmSync } from 'node:fs'
import tcb from '@cloudbase/node-sdk'
import { startCloud } from '../../local/cloudbase/cloud'
import { askAll } from './ask'
import { smokeFunctions } from './smoke-functions'

/**
 * `npm run smoke`: asks the emulator. With CLOUD_ENV, CLOUD_SECRET_ID and CLOUD_SECRET_KEY set it asks that environment
 * instead (deploy test/smoke/function there as `smoke` first, `npm run smoke -- --build` bundles it to dist/smoke).
 * Commit the output to docs, with its date: it is what we know of the real cloud.
 */
const { CLOUD_ENV: env, CLOUD_SECRET_ID: secretId, CLOUD_SECRET_KEY: secretKey } = process.env

if (process.argv.includes('--build')) {
  await smokeFunctions('dist/smoke')
  console.log('Bundled to dist/smoke/smoke: upload it as the function `smoke`, Node 20, timeout 20 s.')
} else if (env !== undefined && secretId !== undefined && secretKey !== undefined) {
  report(`CloudBase, ${new Date().toISOString()}`, await askAll(tcb.init({ env, secretId, secretKey })))
} else {
  const functionsDir = await smokeFunctions()
  const cloud = await startCloud({ functionsDir })
  const { envId, serviceUrl, credentials } = cloud
  try {
    report('the emulator', await askAll(tcb.init({ env: envId, serviceUrl, ...credentials })))
  } finally {
    await cloud.stop()
    rmSync(functionsDir, { recursive: true })
  }
}

function report(who: string, { findings, times }: Awaited<ReturnType<typeof askAll>>): void {
  console.log(`Asked of ${who}. Calls (ms): ${JSON.stringify(times)}`)
  for (const { asked, answer, expected, agrees } of findings) {
    console.log(`${agrees ? '  as expected' : '✗ OTHERWISE'}  ${asked}: ${JSON.stringify(answer)}`)
    if (!agrees) console.log(`               expected: ${JSON.stringify(expected)}`)
  }
  process.exitCode = findings.every(({ agrees }) => agrees) ? 0 : 1
}
