import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cloud, startCloud } from '../../../local/cloudbase/cloud'
import { aCloud, aFolder, builtFunctions, post } from '../../support/cloud'

let functionsDir = ''
let cloud: Cloud
beforeAll(async () => {
  functionsDir = await builtFunctions('test/local/cloudbase/fixtures')
  cloud = await startCloud({ functionsDir })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(functionsDir, { recursive: true })
})

interface WhoAmI {
  before: string
  after: string
  appId: string
  process: number
  source: string
}

describe('a function', () => {
  test('gets the event, and a context with what the platform tells', async () => {
    const answer = (await cloud.invoke('echo', { a: [1, '民'] })) as Record<string, Record<string, unknown>>
    expect(answer.event).toEqual({ a: [1, '民'] })
    expect(answer.context).toMatchObject({
      function_name: 'echo',
      namespace: 'local-env',
      time_limit_in_ms: 3000,
    })
  })

  test('knows its caller only from the context, also while others call', async () => {
    const people = Array.from({ length: 12 }, (_, n) => `person-${n}`)
    const answers = (await Promise.all(
      people.map((openid, n) => cloud.invoke('whoami', { waitMs: (n % 3) * 10 }, { openid })),
    )) as WhoAmI[]
    expect(answers.map(({ before }) => before)).toEqual(people)
    expect(answers.map(({ after }) => after)).toEqual(people)
    expect(new Set(answers.map((answer) => answer.process)).size).toBeLessThanOrEqual(4)
  })

  test('is warm the second time, and knows nobody when nobody calls', async () => {
    const cloud = await aCloud({ functionsDir })
    const first = (await cloud.invoke('whoami', {}, { openid: 'someone' })) as WhoAmI
    const second = (await cloud.invoke('whoami', {})) as WhoAmI
    expect(second.process).toBe(first.process)
    expect([first.after, second.after, second.appId]).toEqual(['someone', '', ''])
    expect(cloud.meter.byCall().whoami).toMatchObject({ invocations: 2, coldStarts: 1 })
  })

  test('calls another function, which knows the chain of callers', async () => {
    const event = { call: 'whoami' }
    const answer = (await cloud.invoke('echo', event, { openid: 'someone', source: 'wx_client' })) as {
      result: WhoAmI
    }
    expect(answer.result).toMatchObject({ after: 'someone', source: 'wx_client,scf' })
    expect(cloud.meter.last('echo')?.actions).toHaveLength(1)
  })

  test('waits in line when every instance is busy', async () => {
    const cloud = await aCloud({ functionsDir, maxInstances: 1 })
    const answers = (await Promise.all(
      [1, 2, 3].map(() => cloud.invoke('whoami', { waitMs: 5 })),
    )) as WhoAmI[]
    expect(new Set(answers.map((answer) => answer.process)).size).toBe(1)
  })

  test('that waits in line when the emulator stops is told so', async () => {
    const cloud = await aCloud({ functionsDir, maxInstances: 1 })
    const waiting = [1, 2].map(() =>
      cloud.invoke('whoami', { waitMs: 5_000 }).catch((error: { code: string }) => error.code),
    )
    await expect.poll(() => cloud.runner.sizes()).toEqual({ whoami: 1 })
    await cloud.stop()
    expect(await Promise.all(waiting)).toEqual(['FUNCTION_INVOCATION_FAILED', 'FUNCTION_STATUS_ABNORMAL'])
  })

  test('that was idle for long is given up', async () => {
    const cloud = await aCloud({ functionsDir, idleMs: 50 })
    await cloud.invoke('whoami', {})
    await expect.poll(() => cloud.runner.sizes()).toEqual({ whoami: 0 })
  })

  test('runs its new code after a rebuild', async () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'greet'))
    const write = (word: string): void =>
      writeFileSync(join(folder, 'greet', 'index.js'), `exports.main = async () => '${word}'`)
    write('早')
    const cloud = await aCloud({ functionsDir: folder })
    expect(await cloud.invoke('greet', {})).toBe('早')
    write('晚上好')
    expect(await cloud.invoke('greet', {})).toBe('晚上好')
  })

  test('leaves its words in the log of its own invocation', async () => {
    await Promise.all(['一', '二', '三'].map((say) => cloud.invoke('whoami', { say, waitMs: 5 })))
    const lines = cloud.runner.logs.read({ function: 'whoami', limit: 3 })
    expect(lines.map(({ text }) => text.trim()).sort()).toEqual(['一', '三', '二'])
    expect(new Set(lines.map(({ requestId }) => requestId)).size).toBe(3)
  })

  test('does not see the environment of the emulator', async () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'peek'))
    const code =
      'exports.main = async () => [process.env.OWN, process.env.HOME, process.env.EMULATOR_CLOCK].map(String)'
    writeFileSync(join(folder, 'peek', 'index.js'), code)
    const cloud = await aCloud({ functionsDir: folder, env: { OWN: 'yes' } })
    expect(await cloud.invoke('peek', {})).toEqual(['yes', 'undefined', 'undefined'])
  })
})

describe('a function that fails', () => {
  test.each([
    ['throws', 'throw', 'FUNCTION_INVOCATION_FAILED'],
    ['never answers', 'hang', 'FUNCTION_TIME_LIMIT_EXCEEDED'],
    ['never yields', 'spin', 'FUNCTION_TIME_LIMIT_EXCEEDED'],
    ['ends its process', 'exit', 'FUNCTION_INVOCATION_FAILED'],
    ['crashes', 'crash', 'FUNCTION_INVOCATION_FAILED'],
  ])('because it %s gets a code, and the next call a good instance', async (_, how, code) => {
    const { status, json } = await post(cloud, '/invoke/misbehave', { how })
    expect(json).toMatchObject({
      ok: false,
      error: { code, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    })
    expect(status).toBeGreaterThanOrEqual(500)
    expect(await cloud.invoke('misbehave', { how: 'well' })).toEqual({ pid: expect.any(Number) })
  })

  test('to load is told by name', async () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'broken'))
    writeFileSync(join(folder, 'broken', 'index.js'), 'throw new Error("no such luck")')
    const cloud = await aCloud({ functionsDir: folder })
    await expect(cloud.invoke('broken', {})).rejects.toMatchObject({
      code: 'FUNCTION_INVOCATION_FAILED',
      message: expect.stringContaining('no such luck'),
    })
  })

  test('with a config that no platform would take is refused', async () => {
    const folder = aFolder()
    cpSync(join(functionsDir, 'whoami'), join(folder, 'whoami'), { recursive: true })
    writeFileSync(join(folder, 'whoami', 'config.json'), '{"timeout": 900}')
    const cloud = await aCloud({ functionsDir: folder })
    await expect(cloud.invoke('whoami', {})).rejects.toMatchObject({ code: 'FUNCTION_CONFIG_INVALID' })
  })
})

describe("the developer's door", () => {
  test('answers with what the function returned, as the person named', async () => {
    const { status, json } = await post(cloud, '/invoke/whoami?openid=o-1', {})
    expect(status).toBe(200)
    expect(json).toMatchObject({ after: 'o-1', source: 'wx_client' })
  })

  test.each([
    ['malformed JSON', '/invoke/whoami', '{"a":', 400, 'INVALID_PARAM'],
    ['something other than an object', '/invoke/whoami', '[1]', 400, 'INVALID_PARAM'],
    ['an unknown function', '/invoke/nobody', '{}', 404, 'FUNCTION_NOT_FOUND'],
    ['a name that climbs out of the folder', '/invoke/..%2F..%2Fetc', '{}', 404, 'FUNCTION_NOT_FOUND'],
    [
      'more than a phone may send',
      '/invoke/whoami',
      JSON.stringify({ a: 'x'.repeat(102_400) }),
      413,
      'EXCEED_REQUEST_SIZE_LIMIT',
    ],
    ['an unknown path', '/nowhere', '{}', 404, 'NOT_FOUND'],
  ])('refuses %s with a code', async (_, path, body, status, code) => {
    const answer = await post(cloud, path, body)
    expect(answer).toMatchObject({ status, json: { ok: false, error: { code } } })
    expect((await post(cloud, '/invoke/whoami', {})).status).toBe(200)
  })

  test.each([
    ['a rebound name', { host: 'evil.example:80' }],
    ['a page from elsewhere', { origin: 'http://evil.example' }],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }],
  ])('does not answer to %s', async (_, headers) => {
    const status = await statusWith(cloud.url, headers)
    expect(status).toBe(403)
  })

  test('answers a page that was allowed by name', async () => {
    const cloud = await aCloud({ functionsDir, origins: ['http://127.0.0.1:1'] })
    expect(await statusWith(cloud.url, { origin: 'http://127.0.0.1:1' })).toBe(200)
  })
})

/** fetch() sets Host itself. */
async function statusWith(url: string, headers: Record<string, string>): Promise<number> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    request(`${url}/clock`, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}
