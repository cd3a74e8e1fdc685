import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { fixture, setStage, type Stage } from './stage'

let stage: Stage
let phone: Page
const told: string[] = []
const pictures = 'artifacts/simulator'

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  stage = await setStage({ projectDir: fixture('vant') })
})
afterAll(() => stage.close())
afterEach(async () => {
  await phone.close()
  told.length = 0
})

const open = async (name: string) => {
  phone = await stage.open({ path: `pages/${name}/${name}` }, (message) => told.push(message))
  await phone.screenshot({ path: `${pictures}/vant-${name}.png` })
}
const glass = () => phone.frameLocator('.phone-page.top iframe')
const settle = async () => {
  await phone.waitForTimeout(450)
  await phone.evaluate(() => window.phone.quiet())
}
const data = (name: string) =>
  phone.evaluate((key) => window.phone.currentPage()?.instance.data[key], name) as Promise<unknown>

describe('Vant’s components run unmodified', () => {
  test.each(['basic', 'form', 'feedback', 'display', 'navigation'])(
    '%s draws without a complaint',
    async (name) => {
      await open(name)
      expect(await phone.locator('.phone-overlay').count()).toBe(0)
      expect(told).toEqual([])
      expect(await glass().locator('body').innerText()).not.toBe('')
    },
  )

  test('a button is pressed, a popup rises and goes', async () => {
    await open('basic')
    await glass().locator('.press').click()
    expect(await data('pressed')).toBe(1)
    await glass().getByText('承办单位').click()
    await settle()
    const popped = glass().getByText('从下方弹出')
    const box = await popped.boundingBox()
    expect(box?.y).toBeGreaterThan(300)
    await glass().locator('.van-popup__close-icon').click()
    await settle()
    expect(await popped.isVisible()).toBe(false)
  })

  test('a toast says its word', async () => {
    await open('basic')
    await phone.evaluate(() => (window.phone.currentPage()?.instance.toast as () => void)())
    await glass().getByText('办好了').waitFor()
  })

  test('fields, choices, rates and switches follow the finger', async () => {
    await open('form')
    await glass().locator('.name input').fill('李大爷')
    expect(await data('name')).toBe('李大爷')
    await glass().getByText('占道').click()
    expect(await data('picked')).toEqual(['a', 'b'])
    await glass().getByText('匿名').click()
    expect(await data('chosen')).toBe('2')
    await glass().locator('.van-rate__item').nth(4).click()
    expect(await data('stars')).toBe(5)
    await glass().locator('.van-switch').click()
    expect(await data('on')).toBe(false)
  })

  test('a calendar is opened and a day chosen', async () => {
    await open('form')
    await glass().getByText('选日期').click()
    await settle()
    await phone.screenshot({ path: `${pictures}/vant-calendar.png` })
    await glass().locator('.van-calendar__day').getByText('30', { exact: true }).first().click()
    await glass().locator('.van-calendar__confirm').getByText('确定').click()
    await settle()
    expect(String(await data('day'))).toMatch(/^\d{4}-\d{2}-30/)
  })

  test('an action sheet, a dialog and a notice answer', async () => {
    await open('feedback')
    await glass().getByText('动作面板').click()
    await settle()
    await phone.screenshot({ path: `${pictures}/vant-action-sheet.png` })
    await glass().getByText('延期').click()
    await settle()
    expect(await data('answer')).toBe('延期')
    await glass().getByText('对话框').click()
    await settle()
    await phone.screenshot({ path: `${pictures}/vant-dialog.png` })
    await glass().getByText('确认').click()
    await settle()
    expect(await data('answer')).toBe('撤回')
    await glass().getByText('通知', { exact: true }).click()
    await glass().getByText('已派单').waitFor()
  })

  test('a menu drops down', async () => {
    await open('feedback')
    await glass().locator('.van-dropdown-menu__item').first().click()
    await settle()
    await phone.screenshot({ path: `${pictures}/vant-dropdown.png` })
    expect(await glass().locator('.van-dropdown-item__option').first().isVisible()).toBe(true)
  })

  test('a fold opens, tabs change', async () => {
    await open('display')
    await glass().getByText('第二条', { exact: true }).click()
    await settle()
    expect(await data('opened')).toEqual(['1', '2'])
    expect(await glass().getByText('第二条的内容').isVisible()).toBe(true)
    await phone.close()
    await open('navigation')
    await glass().getByText('办理中').click()
    await settle()
    expect(await data('active')).toBe(1)
    await phone.screenshot({ path: `${pictures}/vant-tabs.png` })
    await glass().locator('.mine').click()
    expect(await data('bar')).toBe(2)
  })
})
