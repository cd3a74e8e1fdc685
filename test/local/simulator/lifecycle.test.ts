import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callWx, fixture, setStage, type Stage } from './stage'

let stage: Stage
let phone: Page

beforeAll(async () => {
  stage = await setStage({ projectDir: fixture('basics') })
})
afterAll(() => stage.close())

beforeEach(async () => {
  await phone?.close()
  phone = await stage.open()
})

/** What happened since the last question. */
const happened = () =>
  phone.evaluate(() => window.phone.evaluate('() => getApp().trace.splice(0)', [])) as Promise<string[]>

const paths = () => phone.evaluate(() => window.phone.pageStack().map((page) => page.path))

describe('lifecycles come in WeChat’s order', () => {
  test('at launch', async () => {
    expect(await happened()).toEqual([
      'app launch pages/first/first',
      'app show',
      'child created',
      'child attached',
      'first load {}',
      'first show',
      'child page show',
      'child ready',
      'first ready',
    ])
  })

  test('to a page and back', async () => {
    await happened()
    await callWx(phone, 'navigateTo', { url: '../second/second?from=first&word=%E8%B7%AF' })
    expect(await happened()).toEqual([
      'first hide',
      'child page hide',
      'second load {"from":"first","word":"%E8%B7%AF"}',
      'second show',
      'second ready',
    ])
    await callWx(phone, 'navigateBack')
    expect(await happened()).toEqual(['second unload', 'first show', 'child page show'])
  })

  test('between tabs, which stay alive', async () => {
    await callWx(phone, 'navigateTo', { url: '/pages/second/second' })
    await happened()
    await callWx(phone, 'switchTab', { url: '/pages/tab/tab' })
    expect(await happened()).toEqual(['second unload', 'tab load', 'tab show'])
    await callWx(phone, 'switchTab', { url: '/pages/first/first' })
    expect(await happened()).toEqual(['tab hide', 'first show', 'child page show'])
    expect(await paths()).toEqual(['pages/first/first'])
  })

  test('when everything is left', async () => {
    await happened()
    await callWx(phone, 'reLaunch', { url: '/pages/second/second' })
    expect(await happened()).toEqual([
      'first unload',
      'child detached',
      'second load {}',
      'second show',
      'second ready',
    ])
  })

  test('and an answer that comes after a page is gone draws nothing and breaks nothing', async () => {
    const told: string[] = []
    phone.on('pageerror', (error) => told.push(error.message))
    await phone.evaluate(() =>
      window.phone.evaluate('function () { globalThis.left = getCurrentPages()[0] }', []),
    )
    await callWx(phone, 'reLaunch', { url: '/pages/second/second' })
    await phone.evaluate(() =>
      window.phone.evaluate(
        'function () { left.setData({ rows: [{ name: 1 }, { name: 2 }, { name: 3 }] }) }',
        [],
      ),
    )
    await phone.evaluate(() => window.phone.quiet())
    expect(told).toEqual([])
  })

  test('when the person presses a tab', async () => {
    await happened()
    await phone.click('.phone-tab:nth-child(2)')
    await phone.evaluate(() => window.phone.quiet())
    expect(await happened()).toEqual(['first hide', 'child page hide', 'tab load', 'tab show', 'tab tapped'])
  })

  test('when a page is pulled down', async () => {
    await happened()
    await phone.mouse.move(180, 150)
    await phone.mouse.down()
    await phone.mouse.move(180, 200, { steps: 4 })
    await phone.mouse.move(180, 300, { steps: 4 })
    await phone.mouse.up()
    expect(await happened()).toEqual(['first pulled'])
  })
})

describe('a navigation that can’t be is refused in WeChat’s words', () => {
  test.each([
    ['navigateTo', { url: '/pages/none/none' }, 'navigateTo:fail page "pages/none/none" is not found'],
    ['navigateTo', { url: '/pages/tab/tab' }, 'navigateTo:fail can not navigateTo a tabbar page'],
    ['redirectTo', { url: '/pages/tab/tab' }, 'redirectTo:fail can not redirectTo a tabbar page'],
    ['switchTab', { url: '/pages/second/second' }, 'switchTab:fail can not switch to no-tabBar page'],
    ['navigateBack', {}, 'navigateBack:fail cannot navigate back at first page.'],
  ])('%s %j', async (method, options, message) => {
    await expect(callWx(phone, method, options)).rejects.toThrow(message)
  })

  test('an eleventh page', async () => {
    for (let count = 1; count < 10; count += 1)
      await callWx(phone, 'navigateTo', { url: '/pages/second/second' })
    await expect(callWx(phone, 'navigateTo', { url: '/pages/second/second' })).rejects.toThrow(
      'navigateTo:fail webview count limit exceed',
    )
  })
})
