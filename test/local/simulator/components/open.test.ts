import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCloud, type Cloud } from '../../../../local/cloudbase/cloud'
import { glass, heard, press } from '../gallery'
import { fixture, setStage, type Stage } from '../stage'

let stage: Stage
let cloud: Cloud
let phone: Page

beforeAll(async () => {
  stage = await setStage({ projectDir: fixture('gallery') })
  const origins = [new URL(stage.address).origin]
  cloud = await startCloud({ functionsDir: fixture('functions'), origins })
  phone = await stage.open({ path: 'pages/open/open', cloud: cloud.url })
})
afterAll(async () => {
  await cloud.stop()
  await stage.close()
})

const byId = (id: string) => glass(phone).locator(`[id$="--${id}"]`)

test('a telephone number needs consent to privacy first', async () => {
  await byId('phone').click()
  await press(phone, '拒绝')
  expect(await heard(phone)).toEqual([
    ['getphonenumber', { errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 }],
  ])
})

test('the app’s own button of consent is consent', async () => {
  await byId('agree').click()
  expect(await heard(phone)).toEqual([['agreeprivacyauthorization', {}]])
})

test('a telephone number comes as a code, or not when the person says no', async () => {
  await byId('phone').click()
  await press(phone, '允许')
  await expect
    .poll(() => heard(phone))
    .toMatchObject([['getphonenumber', { errMsg: 'getPhoneNumber:ok', code: expect.any(String) }]])
  await byId('phone').click()
  await press(phone, '不允许')
  expect(await heard(phone)).toEqual([['getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' }]])
})

test('sharing asks the page for its card', async () => {
  await byId('share').click()
  await expect.poll(() => phone.locator('.wx-prompt').innerText()).toContain('诉求 7(button)')
  await press(phone, '发送')
})

test('settings answer what is allowed', async () => {
  await byId('settings').click()
  await press(phone, '返回')
  expect(await heard(phone)).toEqual([['opensetting', { authSetting: {} }]])
})

test('a form takes what components say is theirs, and nothing from closed ones', async () => {
  await byId('own-button').locator('wx-button').click()
  expect(await heard(phone)).toEqual([['submit', { value: { own: '自己的', within: '也交' } }]])
})
