import { rmSync } from 'node:fs'
import tcb from '@cloudbase/node-sdk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cloud, startCloud } from '../../../local/cloudbase/cloud'
import { builtFunctions } from '../../support/cloud'

let functionsDir = ''
let cloud: Cloud
beforeAll(async () => {
  functionsDir = await builtFunctions('test/local/cloudbase/fixtures')
  cloud = await startCloud({ functionsDir })
  await cloud.invoke('reader', { create: true, times: 0 })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(functionsDir, { recursive: true })
})

/** The SDK outside a function, as the seed and the smoke use it. */
function anApp(changes: { secretKey?: string; secretId?: string } = {}) {
  // Without these the SDK probes a metadata host before every call.
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: cloud.envId,
  })
  return tcb.init({ env: cloud.envId, serviceUrl: cloud.serviceUrl, ...cloud.credentials, ...changes })
}

describe("the SDK's door", () => {
  test('answers who signs with the right key', async () => {
    await expect(anApp().database().collection('tickets').count()).resolves.toMatchObject({ total: 0 })
  })

  test.each([
    ['another key', { secretKey: 'wrong' }],
    ['an unknown id', { secretId: 'AKIDother' }],
  ])('refuses %s', async (_, changes) => {
    const counting = anApp(changes).database().collection('tickets').count()
    await expect(counting).rejects.toMatchObject({ code: 'SIGN_PARAM_INVALID' })
  })

  test('refuses a request without a signature', async () => {
    const response = await fetch(cloud.serviceUrl, {
      method: 'POST',
      body: '{"action":"database.calculateDocument"}',
    })
    expect([response.status, await response.json()]).toMatchObject([200, { code: 'SIGN_PARAM_INVALID' }])
  })

  test('refuses a body that was changed after signing, and one signed too long ago', async () => {
    const body = {
      action: 'database.calculateDocument',
      collectionName: 'tickets',
      queryType: 'WHERE',
      envName: cloud.envId,
    }
    const signed = await signedRequest(body, cloud.clock.now())
    expect(await answerTo(signed, body)).toMatchObject({ data: { total: 0 } })
    expect(await answerTo(signed, { ...body, collectionName: 'people' })).toMatchObject({
      code: 'SIGN_PARAM_INVALID',
    })
    const old = await signedRequest(body, cloud.clock.now() - 2 * 3_600_000)
    expect(await answerTo(old, body)).toMatchObject({ code: 'SIGN_PARAM_INVALID' })
  })

  test('says by name what it does not answer', async () => {
    const answer = anApp().auth().queryUserInfo({ uid: 'user1' })
    await expect(answer).rejects.toMatchObject({
      code: 'INVALID_ACTION',
      message: expect.stringContaining('auth.getUserInfoForAdmin'),
    })
  })

  test.each([
    ['malformed JSON', '{"action":'],
    ['a list', '[]'],
    ['nothing', ''],
  ])('refuses %s and lives', async (_, body) => {
    const response = await fetch(cloud.serviceUrl, { method: 'POST', body })
    expect(await response.json()).toMatchObject({ code: 'INVALID_PARAM', requestId: expect.any(String) })
  })
})

describe('the meter', () => {
  test('knows what each call cost, by what served it', async () => {
    cloud.meter.reset()
    await cloud.invoke('reader', {
      op: 'look',
      times: 2,
      add: { _id: 'm1', status: 'submitted' },
      where: { _id: 'm1' },
    })
    expect(cloud.meter.byCall()['reader.look']).toMatchObject({
      invocations: 1,
      roundTrips: 3,
      documentsRead: 2,
      documentsWritten: 1,
    })
    expect(cloud.meter.last('reader.look')?.actions).toMatchObject([
      { action: 'database.insertDocument', collection: 'tickets', documentsWritten: 1 },
      { action: 'database.getDocument', collection: 'tickets', index: '_id_', documentsExamined: 1 },
      { action: 'database.getDocument', collection: 'tickets' },
    ])
    cloud.meter.assertClean()
  })

  test('reports a query without an index, and fails who asks for cleanness', async () => {
    cloud.meter.reset()
    await cloud.invoke('reader', { op: 'scan', times: 2, where: { status: 'submitted' } })
    expect(cloud.meter.offences()).toMatchObject([
      {
        call: 'reader.scan',
        action: 'database.getDocument',
        collection: 'tickets',
        why: 'no index',
        times: 2,
      },
    ])
    expect(() => cloud.meter.assertClean()).toThrow('reader.scan database.getDocument on tickets: no index')
  })

  test('lets pass what has leave, with its reason', async () => {
    const exemptions = [
      { function: 'reader', collection: 'tickets', reason: 'the nightly roll-up reads all' },
    ]
    const lenient = await startCloud({ functionsDir, exemptions })
    try {
      await lenient.invoke('reader', { create: true, times: 1, where: { status: 'x' } })
      lenient.meter.assertClean()
    } finally {
      await lenient.stop()
    }
  })
})

test('work left behind after an answer is reported: the cloud would freeze it', async () => {
  cloud.meter.reset()
  await cloud.invoke('sweeper', { careless: true })
  await expect
    .poll(() => cloud.meter.offences())
    .toMatchObject([{ call: 'sweeper', why: 'after the answer', times: 1 }])
})

describe('HTTP access', () => {
  const get = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(`${cloud.url}/http/web${path}`, init)

  test('hands a function the request, and nobody as its caller', async () => {
    const response = await get('/services/7.json?page=2&q=%E8%B7%AF', { headers: { 'user-agent': 'test' } })
    expect(await response.json()).toEqual({
      path: '/services/7.json',
      httpMethod: 'GET',
      queryStringParameters: { page: '2', q: '路' },
      body: '',
      isBase64Encoded: false,
      openId: '',
      agent: 'test',
    })
  })

  test.each([
    ['JSON as text', 'application/json', '{"a":1}', '{"a":1}', false],
    ['a picture in base64', 'image/png', 'bytes', Buffer.from('bytes').toString('base64'), true],
  ])('gives %s', async (_, type, sent, body, isBase64Encoded) => {
    const response = await get('/x', { method: 'POST', headers: { 'content-type': type }, body: sent })
    expect(await response.json()).toMatchObject({ httpMethod: 'POST', body, isBase64Encoded })
  })

  test('sends what the function shaped', async () => {
    const page = await get('/page')
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
      201,
      'text/html; charset=utf-8',
      '<p>民呼我应</p>',
    ])
    const picture = await get('/picture')
    expect([...new Uint8Array(await picture.arrayBuffer())]).toEqual([0, 255, 1])
  })

  test('says so when the shape is none', async () => {
    const response = await get('/wrong')
    expect([response.status, await response.json()]).toMatchObject([
      502,
      { error: { code: 'FUNCTION_INVOCATION_FAILED' } },
    ])
  })
})

/** Signs as the SDK does, at an instant of choice. */
async function signedRequest(
  body: object,
  at: number,
): Promise<{ url: string; headers: Record<string, string> }> {
  const { sign } = await import('@cloudbase/signature-nodejs')
  const url = `${cloud.serviceUrl}?env=${cloud.envId}&seqId=1`
  const headers = { 'content-type': 'application/json', host: new URL(url).host }
  const signing = { ...cloud.credentials, method: 'post', url, params: body, headers, withSignedParams: true }
  const { authorization, timestamp } = sign({ ...signing, timestamp: Math.floor(at / 1000) })
  return {
    url,
    headers: { ...headers, authorization, 'x-timestamp': String(timestamp), 'x-signature-expires': '600' },
  }
}

async function answerTo(
  { url, headers }: { url: string; headers: Record<string, string> },
  body: object,
): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return response.json()
}
