import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Cloud, type CloudOptions, startCloud } from '../../../local/cloudbase/cloud'
import { aCloud, aFolder, builtFunctions, post } from '../../support/cloud'

const templates = {
  'tmpl-progress': {
    title: '诉求进度通知',
    kind: 'one-time',
    fields: { thing1: '诉求内容', phrase2: '当前状态', time3: '办理时限', character_string4: '诉求编号' },
  },
  'tmpl-lasting': { title: '政务办件通知', kind: 'long-term', fields: { thing1: '办件内容' } },
}
const app = { pages: ['pages/home/home'], subPackages: [{ root: 'staff', pages: ['inbox/inbox'] }] }
const good = {
  thing1: { value: '井盖坏了' },
  phrase2: { value: '办理中' },
  time3: { value: '2026年10月8日 18:00' },
  character_string4: { value: 'MH20261008-7K2' },
}

let functionsDir = ''
let cloud: Cloud
let options: CloudOptions
/** Somebody new in every test. */
let person = ''

beforeAll(async () => {
  functionsDir = await builtFunctions('test/local/cloudbase/fixtures')
  const [templatesFile, appJson] = [join(functionsDir, 'templates.json'), join(functionsDir, 'app.json')]
  writeFileSync(templatesFile, JSON.stringify(templates))
  writeFileSync(appJson, JSON.stringify(app))
  options = { functionsDir, clock: { rate: 0 }, weChat: { templatesFile, appJson } }
  cloud = await startCloud(options)
})
beforeEach(() => {
  person = `o-${randomUUID()}`
})
afterAll(async () => {
  await cloud.stop()
  rmSync(functionsDir, { recursive: true })
})

type Answer = Record<string, unknown> & { errCode: number; errMsg: string }

async function call(cloud: Cloud, api: string, parameters: object, as?: string): Promise<Answer> {
  return (await cloud.invoke('wechat', { api, parameters }, { openid: as })) as Answer
}

const send = (cloud: Cloud, changes: object = {}): Promise<Answer> =>
  call(cloud, 'subscribeMessage.send', {
    touser: person,
    templateId: 'tmpl-progress',
    page: 'pages/home/home?id=1',
    data: good,
    ...changes,
  })

const consent = (cloud: Cloud, templateId = 'tmpl-progress', answer = 'accept') =>
  post(cloud, '/consents', { openid: person, templateId, answer })

describe('a subscribe message', () => {
  test('arrives once for each one-time consent', async () => {
    await consent(cloud)
    expect((await send(cloud)).errCode).toBe(0)
    expect((await send(cloud)).errCode).toBe(43101)
    const inbox = (await (await fetch(`${cloud.url}/inbox?openid=${person}`)).json()) as unknown[]
    expect(inbox).toMatchObject([
      {
        at: cloud.clock.now(),
        title: '诉求进度通知',
        page: 'pages/home/home?id=1',
        lines: [
          { caption: '诉求内容', value: '井盖坏了' },
          { caption: '当前状态', value: '办理中' },
          { caption: '办理时限', value: '2026年10月8日 18:00' },
          { caption: '诉求编号', value: 'MH20261008-7K2' },
        ],
      },
    ])
    expect(cloud.weChat.inbox.read('o-other')).toEqual([])
  })

  test('of a long-term template arrives as often as wanted, until the consent is taken back', async () => {
    const lasting = { templateId: 'tmpl-lasting', data: { thing1: { value: '办件' } } }
    await consent(cloud, 'tmpl-lasting')
    for (let n = 0; n < 3; n += 1) expect((await send(cloud, lasting)).errCode).toBe(0)
    await consent(cloud, 'tmpl-lasting', 'reject')
    expect((await send(cloud, lasting)).errCode).toBe(43101)
  })

  test.each([
    [
      'a thing of 21 characters',
      { data: { ...good, thing1: { value: '长'.repeat(21) } } },
      47003,
      'data.thing1.value invalid',
    ],
    ['a missing field', { data: { ...good, thing1: undefined } }, 47003, 'data.thing1.value is empty'],
    [
      'a phrase of six',
      { data: { ...good, phrase2: { value: '正在处理中了' } } },
      47003,
      'data.phrase2.value invalid',
    ],
    [
      'a time that is none',
      { data: { ...good, time3: { value: '明天' } } },
      47003,
      'data.time3.value invalid',
    ],
    [
      'Chinese in a character string',
      { data: { ...good, character_string4: { value: '编号' } } },
      47003,
      'character_string4',
    ],
    ['an unknown template', { templateId: 'tmpl-none' }, 40037, 'template'],
    ['a page that is not in app.json', { page: 'pages/none' }, 41030, 'page'],
    ['nobody', { touser: '' }, 40003, 'openid'],
    ['somebody who did not consent', { touser: 'o-other' }, 43101, 'refuse'],
  ])('is refused for %s, and costs no consent', async (_, changes, errCode, errMsg) => {
    await consent(cloud)
    const answer = await send(cloud, changes)
    expect(answer).toMatchObject({ errCode, errMsg: expect.stringContaining(errMsg) })
    expect((await send(cloud)).errCode).toBe(0)
  })

  test('and its consents outlive a restart', async () => {
    const dataDir = aFolder()
    const before = await aCloud({ ...options, dataDir })
    await consent(before)
    await consent(before)
    await send(before)
    await before.stop()
    const after = await aCloud({ ...options, dataDir })
    expect(after.weChat.inbox.read(person)).toHaveLength(1)
    expect([(await send(after)).errCode, (await send(after)).errCode]).toEqual([0, 43101])
  })

  test.each([
    [
      'an unknown template',
      { openid: 'o-1', templateId: 'tmpl-none', answer: 'accept' },
      'TEMPLATE_NOT_FOUND',
    ],
    ['an unknown answer', { openid: 'o-1', templateId: 'tmpl-progress', answer: 'perhaps' }, 'INVALID_PARAM'],
  ])('is not consented to with %s', async (_, body, code) => {
    expect(await post(cloud, '/consents', body)).toMatchObject({
      status: 400,
      json: { ok: false, error: { code } },
    })
  })
})

describe('msgSecCheck', () => {
  const check = (cloud: Cloud, content: string, changes: object = {}, as?: string): Promise<Answer> =>
    call(cloud, 'security.msgSecCheck', { openid: person, scene: 2, version: 2, content, ...changes }, as)

  test.each([
    ['passes what is harmless', '小区门口路灯不亮', { suggest: 'pass', label: 100 }],
    ['wants what is doubtful reviewed', '加我微信有好处', { suggest: 'review', label: 10001 }],
    ['calls risky what is', '赌博网站,加我微信', { suggest: 'risky', label: 20006 }],
    ['takes 2,500 characters', '长'.repeat(2_500), { suggest: 'pass', label: 100 }],
  ])('%s', async (_, content, result) => {
    expect(await check(cloud, content, {}, person)).toMatchObject({ errCode: 0, result })
  })

  test.each([
    ['2,501 characters', '长'.repeat(2_501), {}, 47001],
    ['no text', '', {}, 47001],
    ['a scene of its own', 'x', { scene: 5 }, 40129],
    ['the first version', 'x', { version: 1 }, 47001],
    ['somebody never seen', 'x', { openid: 'o-other' }, 61010],
  ])('refuses %s', async (_, content, changes, errCode) => {
    expect((await check(cloud, content, changes, person)).errCode).toBe(errCode)
  })

  test('knows only who was here within two hours', async () => {
    await check(cloud, 'x', {}, person)
    await cloud.timers.jumpTo(cloud.clock.now() + 2 * 3_600_000)
    expect((await check(cloud, 'x')).errCode).toBe(0)
    await cloud.timers.jumpTo(cloud.clock.now() + 1)
    expect((await check(cloud, 'x')).errCode).toBe(61010)
  })
})

describe('a phone number', () => {
  test('is had once for a code', async () => {
    const { json } = await post(cloud, '/phone-codes', { phone: '13800138000' })
    const { code } = json.data as { code: string }
    const first = await call(cloud, 'phonenumber.getPhoneNumber', { code })
    expect(first).toMatchObject({
      errCode: 0,
      phoneInfo: { purePhoneNumber: '13800138000', countryCode: '86' },
    })
    expect((await call(cloud, 'phonenumber.getPhoneNumber', { code })).errCode).toBe(40029)
  })

  test('is not had five minutes later', async () => {
    const { json } = await post(cloud, '/phone-codes', { phone: '13800138000' })
    await cloud.timers.jumpTo(cloud.clock.now() + 5 * 60_000 + 1)
    const answer = await call(cloud, 'phonenumber.getPhoneNumber', json.data as object)
    expect(answer.errCode).toBe(40029)
  })
})

describe('a code for a page', () => {
  test('is a PNG that a reader understands', async () => {
    const answer = await call(cloud, 'wxacode.getUnlimited', {
      page: 'staff/inbox/inbox',
      scene: 't=2026&a=1',
      width: 300,
    })
    expect(answer.contentType).toBe('image/png')
    const picture = Buffer.from(String(answer.base64), 'base64')
    expect(PNG.sync.read(picture)).toMatchObject({ width: 300, height: 300 })
    expect(await readQr(picture)).toBe('wxacode:staff/inbox/inbox?scene=t%3D2026%26a%3D1')
  })

  test.each([
    ['a scene of 33 characters', { page: 'pages/home/home', scene: 'x'.repeat(33) }, 40169],
    ['Chinese in the scene', { page: 'pages/home/home', scene: '诉求' }, 40169],
    ['a page that is not in app.json', { page: 'pages/none', scene: 'x' }, 41030],
    ['a query in the page', { page: 'pages/home/home?a=1', scene: 'x' }, 41030],
  ])('is refused for %s', async (_, parameters, errCode) => {
    expect((await call(cloud, 'wxacode.getUnlimited', parameters)).errCode).toBe(errCode)
  })
})

describe('the open API', () => {
  test.each([
    ['busy', 'nothing', -1, 0],
    ['lost', 'everything', -604102, 1],
  ] as const)('when an answer is %s has done %s', async (fate, _, errCode, delivered) => {
    const disturb = () => fate
    const disturbed = await aCloud({ ...options, weChat: { ...options.weChat, disturb } })
    await post(disturbed, '/consents', { openid: person, templateId: 'tmpl-progress', answer: 'accept' })
    expect((await send(disturbed)).errCode).toBe(errCode)
    expect(disturbed.weChat.inbox.read(person)).toHaveLength(delivered)
  })

  test('is closed to a function whose config.json does not name it', async () => {
    const event = { api: 'security.msgSecCheck', parameters: {} }
    expect(await cloud.invoke('unpermitted', event, { openid: person })).toMatchObject({ errCode: -604101 })
  })

  test('says so when the emulator does not know an API', async () => {
    expect(await call(cloud, 'wxacode.get', { path: 'x' })).toMatchObject({ errCode: -604100 })
  })
})

/** The reader that miniprogram-automator brings along: a second opinion on our own encoder. */
async function readQr(picture: Buffer): Promise<string> {
  const require = createRequire(createRequire(import.meta.url).resolve('miniprogram-automator'))
  const Reader = require('qrcode-reader') as new () => {
    callback: (error: unknown, value: { result: string }) => void
    decode(image: object): void
  }
  const { width, height, data } = PNG.sync.read(picture)
  return new Promise((resolve, reject) => {
    const reader = new Reader()
    reader.callback = (error, value) => (error ? reject(error as Error) : resolve(value.result))
    reader.decode({ width, height, data: new Uint8ClampedArray(data) })
  })
}
