import { rmSync } from 'node:fs'
import tcb from '@cloudbase/node-sdk'
import { expect, test } from 'vitest'
import { aCloud } from '../support/cloud'
import { askAll } from './ask'
import { smokeFunctions } from './smoke-functions'

test('the emulator answers the smoke as we expect the cloud to', async () => {
  // Without these the SDK probes a metadata host before every call.
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'smoke',
  })
  const functionsDir = await smokeFunctions()
  const { envId, serviceUrl, credentials } = await aCloud({ functionsDir })
  const { findings } = await askAll(tcb.init({ env: envId, serviceUrl, ...credentials }))
  expect(findings.filter(({ agrees }) => !agrees)).toEqual([])
  expect(findings).toHaveLength(8)
  rmSync(functionsDir, { recursive: true })
})
