import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answered, answerOf, press } from '../gallery'
import { fixture, setStage, type Stage } from '../stage'

let stage: Stage
let phone: Page

beforeAll(async () => {
  stage = await setStage({ projectDir: fixture('gallery') })
  phone = await stage.open()
})
afterAll(() => stage.close())

test.each([
  ['确定', { confirm: true, cancel: false }],
  ['再想想', { confirm: false, cancel: true }],
])('a modal answers %s', async (words, answer) => {
  const options = { title: '撤回诉求?', content: '撤回后不再办理。', cancelText: '再想想' }
  expect(await answered(phone, 'showModal', options, () => press(phone, words))).toMatchObject({
    errMsg: 'showModal:ok',
    ...answer,
  })
})

test('a modal’s button has four characters at most', async () => {
  expect(await answerOf(phone, 'showModal', { confirmText: '我已经知道了' })).toEqual({
    errMsg: 'showModal:fail confirmText length should not larger than 4 Chinese characters',
  })
})

test('a document of a kind that WeChat can’t show is refused', async () => {
  expect(await answerOf(phone, 'openDocument', { filePath: 'wxfile://usr/notes.txt' })).toEqual({
    errMsg: 'openDocument:fail filetype not supported',
  })
})

test('an action sheet answers the index, or that it was left', async () => {
  const options = { itemList: ['补充', '催办', '撤回'] }
  expect(await answered(phone, 'showActionSheet', options, () => press(phone, '催办'))).toMatchObject({
    tapIndex: 1,
  })
  expect(await answered(phone, 'showActionSheet', options, () => press(phone, '取消'))).toEqual({
    errMsg: 'showActionSheet:fail cancel',
  })
})

test('a second question waits for the first', async () => {
  const first = answerOf(phone, 'showModal', { content: '第一问' })
  const second = answerOf(phone, 'showModal', { content: '第二问' })
  await expect.poll(() => phone.locator('.wx-prompt').allInnerTexts()).toHaveLength(1)
  await press(phone, '确定')
  await first
  await expect.poll(() => phone.locator('.wx-prompt').innerText()).toContain('第二问')
  await press(phone, '取消')
  expect(await second).toMatchObject({ cancel: true })
})

test('a toast goes by itself, a loading by its end', async () => {
  await answerOf(phone, 'showToast', { title: '已收到', duration: 200 })
  expect(await phone.getByRole('alert').innerText()).toBe('已收到')
  await expect.poll(() => phone.getByRole('alert').count()).toBe(0)
  await answerOf(phone, 'showLoading', { title: '正在提交' })
  expect(await phone.getByRole('status').innerText()).toBe('正在提交')
  await answerOf(phone, 'hideLoading')
  expect(await phone.getByRole('status').count()).toBe(0)
})

test('a personal matter is touched only after consent, and a refusal says so', async () => {
  expect(await answerOf(phone, 'getPrivacySetting')).toMatchObject({ needAuthorization: true })
  expect(await answered(phone, 'chooseLocation', {}, () => press(phone, '拒绝'))).toEqual({
    errMsg: 'chooseLocation:fail privacy permission is not authorized',
    errno: 104,
  })
  const chosen = await answered(phone, 'chooseLocation', {}, async () => {
    await press(phone, '同意')
    await press(phone, '农贸市场南门')
    await press(phone, '确定')
  })
  expect(chosen).toMatchObject({
    errMsg: 'chooseLocation:ok',
    name: '农贸市场南门',
    address: expect.any(String),
  })
  expect(await answerOf(phone, 'getPrivacySetting')).toMatchObject({ needAuthorization: false })
})

test('the app’s own privacy dialog is asked instead, and needs its button', async () => {
  const other = await stage.open({ person: 'resident-2' })
  const referrer = other.evaluate(
    () =>
      new Promise((done) => {
        const on = window.phone.wx.onNeedPrivacyAuthorization as (hear: (...args: never[]) => void) => void
        on((resolve: (answer: object) => void, event: { referrer: string }) => {
          resolve({ event: 'agree', buttonId: 'not-tapped' })
          done(event.referrer)
        })
      }),
  )
  expect(await answerOf(other, 'requirePrivacyAuthorize')).toMatchObject({ errno: 104 })
  expect(await referrer).toBe('requirePrivacyAuthorize')
  await other.close()
})

test('a place that app.json does not declare is refused', async () => {
  expect((await answerOf(phone, 'getFuzzyLocation')).errMsg).toBe(
    'getFuzzyLocation:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
  )
})

test('the phone’s place is asked for once; a no stands until 设置 changes it', async () => {
  expect((await answered(phone, 'getLocation', {}, () => press(phone, '拒绝'))).errMsg).toBe(
    'getLocation:fail auth deny',
  )
  expect((await answerOf(phone, 'getLocation')).errMsg).toBe('getLocation:fail auth deny')
  await answered(phone, 'openSetting', {}, async () => {
    await phone.getByLabel('位置信息', { exact: true }).check()
    await press(phone, '返回')
  })
  expect(await answerOf(phone, 'getLocation')).toMatchObject({
    errMsg: 'getLocation:ok',
    latitude: expect.any(Number),
  })
})

test('photos come from the album, with their size, or not at all', async () => {
  const options = { count: 2, mediaType: ['image'], sourceType: ['album'] }
  const chosen = await answered(phone, 'chooseMedia', options, async () => {
    for (const name of ['路面坑洼', '积水', '垃圾堆放']) await phone.getByRole('button', { name }).click()
    await press(phone, '完成')
  })
  expect(chosen).toMatchObject({
    errMsg: 'chooseMedia:ok',
    type: 'image',
    tempFiles: [
      {
        width: 800,
        height: 600,
        fileType: 'image',
        tempFilePath: expect.stringMatching(/^wxfile:\/\/.*\.jpg$/),
      },
      { fileType: 'image' },
    ],
  })
  expect((await answered(phone, 'chooseMedia', options, () => press(phone, '取消'))).errMsg).toBe(
    'chooseMedia:fail cancel',
  )
})

test('a file of this machine can be chosen, whatever it is', async () => {
  const chosen = await answered(phone, 'chooseMedia', { sourceType: ['album'] }, async () => {
    await phone
      .locator('.wx-album-bar input')
      .setInputFiles({ name: 'a.gif', mimeType: 'image/gif', buffer: Buffer.from(gif, 'base64') })
    await press(phone, '完成')
  })
  expect(chosen.tempFiles).toMatchObject([
    { width: 1, height: 1, tempFilePath: expect.stringMatching(/\.gif$/) },
  ])
})
const gif = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

test('a picture is measured and made smaller', async () => {
  const { tempFiles } = await answered(
    phone,
    'chooseMedia',
    { sourceType: ['camera'], mediaType: ['image'] },
    async () => undefined,
  )
  const [{ tempFilePath: src, size }] = tempFiles as [{ tempFilePath: string; size: number }]
  const small = await answerOf(phone, 'compressImage', { src, quality: 50, compressedWidth: 200 })
  expect(await answerOf(phone, 'getImageInfo', { src: small.tempFilePath })).toMatchObject({
    width: 200,
    height: 150,
    type: 'jpeg',
  })
  const bytes = await phone.evaluate((path) => window.phone.files.get(path)?.size, String(small.tempFilePath))
  expect(bytes).toBeLessThan(size)
})

test('a telephone call and a code are asked for visibly', async () => {
  expect(
    (await answered(phone, 'makePhoneCall', { phoneNumber: '12345' }, () => press(phone, '呼叫'))).errMsg,
  ).toBe('makePhoneCall:ok')
  const scanned = await answered(phone, 'scanCode', {}, async () => {
    await phone.getByLabel('码里的内容').fill('pages/ticket/ticket?id=1')
    await press(phone, '扫到了')
  })
  expect(scanned).toMatchObject({ scanType: 'WX_CODE', path: 'pages/ticket/ticket?id=1' })
})
