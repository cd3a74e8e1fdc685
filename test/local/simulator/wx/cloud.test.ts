import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCloud, type Cloud } from '../../../../local/cloudbase/cloud'
import { answered, answerOf, press } from '../gallery'
import { fixture, setStage, type Stage } from '../stage'

let stage: Stage
let cloud: Cloud
let phone: Page

beforeAll(async () => {
  stage = await setStage({ projectDir: fixture('gallery') })
  cloud = await startCloud({
    functionsDir: fixture('functions'),
    origins: [new URL(stage.address).origin],
    weChat: {
      templatesFile: fileURLToPath(new URL('../fixtures/functions/templates.json', import.meta.url)),
    },
  })
  phone = await stage.open({ cloud: cloud.url })
})
afterAll(async () => {
  await cloud.stop()
  await stage.close()
})

/** Calls `wx.cloud[name]`: the result or the failure's fields. */
const inCloud = (name: string, options: Record<string, unknown>) =>
  phone.evaluate(
    ([method, given]) =>
      new Promise<Record<string, unknown>>((done) => {
        const { cloud: api } = window.phone.wx as { cloud: Record<string, (options: object) => void> }
        api[method]?.({ ...given, complete: done })
      }),
    [name, options] as const,
  )
const init = () => phone.evaluate(() => (window.phone.wx as { cloud: { init(): void } }).cloud.init())
const goOffline = (type: 'none' | 'wifi') => phone.evaluate((to) => window.phone.network.change(to), type)

test('nothing goes before wx.cloud.init', async () => {
  const answer = await inCloud('callFunction', { name: 'greet' })
  expect(answer.errMsg).toMatch(/^cloud\.callFunction:fail Cloud API isn't enabled/)
})

test('a function is called as the phone’s person', async () => {
  await init()
  const answer = await inCloud('callFunction', { name: 'greet', data: { name: '路灯' } })
  expect(answer).toMatchObject({
    errMsg: 'cloud.callFunction:ok',
    result: { ok: true, data: { hello: '路灯', caller: 'resident-1' } },
    requestID: expect.any(String),
  })
})

test.each([
  ['a function that nobody uploaded', 'nobody', -501000],
  ['a function that throws', 'broken', -504002],
])('%s fails with the cloud’s code', async (_, name, service) => {
  const answer = await inCloud('callFunction', { name })
  expect(answer.errCode).toBe(-404011)
  expect(answer.errMsg).toContain(`cloud function service error code ${service}`)
})

test('more than 100 KB is not sent', async () => {
  const answer = await inCloud('callFunction', { name: 'greet', data: { name: '字'.repeat(40_000) } })
  expect(answer.errMsg).toBe('cloud.callFunction:fail data exceed max size')
})

test('without a network nothing arrives, and with it again everything does', async () => {
  await goOffline('none')
  expect((await inCloud('callFunction', { name: 'greet' })).errMsg).toMatch(
    /^cloud\.callFunction:fail request:fail/,
  )
  await goOffline('wifi')
  expect((await inCloud('callFunction', { name: 'greet', data: { name: '再来' } })).errMsg).toBe(
    'cloud.callFunction:ok',
  )
})

test('a network lost on the way loses the answer, not the call', async () => {
  const before = cloud.meter.invocations().length
  const [answer] = await Promise.all([
    inCloud('callFunction', { name: 'greet', data: { name: '半路' } }),
    phone.evaluate(() => {
      setTimeout(() => window.phone.network.change('none'), 1)
    }),
  ])
  await goOffline('wifi')
  expect(answer.errMsg).toMatch(/request:fail/)
  await expect.poll(() => cloud.meter.invocations().length).toBe(before + 1)
})

test('the phone is not quiet while a call is under way, even under a loading', async () => {
  const done = await phone.evaluate(async () => {
    const wx = window.phone.wx as {
      showLoading(options: object): unknown
      hideLoading(): void
      cloud: { callFunction(options: object): Promise<unknown> }
    }
    await wx.showLoading({ title: '正在提交' })
    let arrived = false
    void wx.cloud.callFunction({ name: 'greet' }).then(() => (arrived = true))
    await window.phone.quiet()
    wx.hideLoading()
    return arrived
  })
  expect(done).toBe(true)
})

test('a photo goes up, has an address, comes down and is taken away', async () => {
  const path = await phone.evaluate(() =>
    window.phone.files.put(new Blob(['照片'], { type: 'image/jpeg' }), 'jpg'),
  )
  const { fileID } = await inCloud('uploadFile', { cloudPath: 'photos/一.jpg', filePath: path })
  expect(fileID).toMatch(/^cloud:\/\/.*photos\/一\.jpg$/)
  const { fileList } = await inCloud('getTempFileURL', { fileList: [fileID, `${String(fileID)}x`] })
  expect(fileList).toMatchObject([{ status: 0, tempFileURL: expect.stringContaining('http') }, { status: 1 }])
  const { tempFilePath } = await inCloud('downloadFile', { fileID })
  const text = await phone.evaluate((name) => window.phone.files.get(name)?.text(), String(tempFilePath))
  expect(text).toBe('照片')
  expect((await inCloud('deleteFile', { fileList: [fileID] })).fileList).toMatchObject([{ status: 0 }])
  expect((await inCloud('getTempFileURL', { fileList: [fileID] })).fileList).toMatchObject([{ status: 1 }])
})

test('a subscription is asked for by its title, one by one, and the emulator keeps the account', async () => {
  const answer = await answered(
    phone,
    'requestSubscribeMessage',
    { tmplIds: ['progress', 'deadline'] },
    async () => {
      await phone.getByLabel('答复提醒').uncheck()
      await press(phone, '允许')
    },
  )
  expect(answer).toMatchObject({
    errMsg: 'requestSubscribeMessage:ok',
    progress: 'accept',
    deadline: 'reject',
  })
  expect(cloud.weChat.consents.use('resident-1', 'progress')).toBe(true)
  expect(cloud.weChat.consents.use('resident-1', 'progress')).toBe(false)
  expect(cloud.weChat.consents.use('resident-1', 'deadline')).toBe(false)
})

test.each([
  ['none', [], 10001],
  ['more than three', ['a', 'b', 'c', 'd'], 20003],
  ['unknown ones', ['nobody'], 20001],
  ['one-time and long-term together', ['progress', 'lasting'], 20002],
])('%s can’t be asked for', async (_, tmplIds, errCode) => {
  expect(await answerOf(phone, 'requestSubscribeMessage', { tmplIds })).toMatchObject({ errCode })
})

test('with the main switch off nobody is asked', async () => {
  await answered(phone, 'openSetting', {}, async () => {
    await phone.getByLabel('接收订阅消息').uncheck()
    await press(phone, '返回')
  })
  expect(await answerOf(phone, 'requestSubscribeMessage', { tmplIds: ['progress'] })).toMatchObject({
    errCode: 20004,
    errMsg: 'requestSubscribeMessage:fail The main switch is switched off',
  })
})
