import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerOf } from '../gallery'
import { fixture, setStage, type Stage } from '../stage'

let stage: Stage
let phone: Page

beforeAll(async () => {
  stage = await setStage({ projectDir: fixture('gallery') })
  phone = await stage.open()
})
afterAll(() => stage.close())

const sync = (name: string, ...args: unknown[]) =>
  phone.evaluate(([method, given]) => (window.phone.wx[method] as (...all: unknown[]) => unknown)(...given), [
    name,
    args,
  ] as const)

test.each([['路灯'], [0], [false], [null], [[1, { 二: 2 }]], [{}]])('keeps %j', async (value) => {
  await sync('setStorageSync', 'draft', value)
  expect(await sync('getStorageSync', 'draft')).toEqual(value)
})

test('dates stay dates', async () => {
  const kept = await phone.evaluate(() => {
    const wx = window.phone.wx as {
      setStorageSync(k: string, v: unknown): void
      getStorageSync(k: string): unknown
    }
    wx.setStorageSync('at', new Date(5))
    const at = wx.getStorageSync('at')
    return at instanceof Date ? at.getTime() : String(at)
  })
  expect(kept).toBe(5)
})

test('what is not there is empty when asked at once, and a failure when awaited', async () => {
  expect(await sync('getStorageSync', 'nothing')).toBe('')
  expect(await answerOf(phone, 'getStorage', { key: 'nothing' })).toEqual({
    errMsg: 'getStorage:fail data not found',
  })
})

test('more than 1 MB under one key is refused', async () => {
  expect(await answerOf(phone, 'setStorage', { key: 'big', data: 'a'.repeat(1024 * 1024 + 1) })).toEqual({
    errMsg: 'setStorage:fail exceed storage item max length',
  })
  await expect(sync('setStorageSync', 'big', 'a'.repeat(1024 * 1024 + 1))).rejects.toThrow(
    'setStorageSync:fail',
  )
})

test('a second person of the same phone page sees nothing of the first', async () => {
  await sync('setStorageSync', 'mine', 1)
  const other = await stage.open({ person: 'resident-2' })
  expect(await answerOf(other, 'getStorageInfo')).toMatchObject({ keys: [], limitSize: 10240 })
  await other.close()
})

test('clearing leaves what WeChat itself keeps', async () => {
  await phone.evaluate(() => window.phone.storage.set('wechat:settings', '{"privacyAgreed":true}'))
  await sync('clearStorageSync')
  expect(await sync('getStorageInfoSync')).toMatchObject({ keys: [] })
  expect(await answerOf(phone, 'getPrivacySetting')).toMatchObject({ needAuthorization: false })
})
