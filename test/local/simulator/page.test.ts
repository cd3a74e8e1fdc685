import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixture, setStage, tap, texts, type Stage } from './stage'

let stage: Stage
let phone: Page

beforeAll(async () => {
  stage = await setStage({ projectDir: fixture('basics') })
  phone = await stage.open()
})
afterAll(() => stage.close())

const styleOf = (selector: string, property: string, within?: string) =>
  phone.evaluate(
    ([wanted, name, around]) => {
      const { tree } = window.phone
      const top = window.phone.currentPage()
      if (!top) throw new Error('no page')
      const from = around === undefined ? top : tree.find(top, around)[0]
      const found = from && tree.find(from, wanted)[0]
      const dom = found && tree.domOf(found)
      if (!dom) throw new Error(`nothing matches ${wanted}`)
      return top.window.getComputedStyle(dom).getPropertyValue(name)
    },
    [selector, property, within] as const,
  )

const dataOf = (path: string) =>
  phone.evaluate((key) => window.phone.currentPage()?.instance.data[key], path) as Promise<unknown>

test('draws templates, includes, lists and WXS', async () => {
  expect(await texts(phone, '.row')).toEqual(['0: 路灯', '1: 积水'])
  expect(await texts(phone, '.foot')).toEqual(['foot of 民呼我应'])
  expect(await texts(phone, '#title')).toEqual(['民呼我应!'])
})

test('WXS has string constructors and raw patterns', async () => {
  expect(await texts(phone, '.kinds')).toEqual(['list of 2, digits, String'])
})

test('a component draws its slots and what its observers set', async () => {
  expect(await texts(phone, '#child')).toEqual(['headone × 4inside '])
})

test('an event carries dataset and marks, and setData draws', async () => {
  await tap(phone, '.counter')
  expect(await texts(phone, '.counter')).toEqual(['taps 2 rows'])
})

test('a finger on the glass taps too', async () => {
  const [before] = await texts(phone, '.counter')
  await phone.frameLocator('.phone-page.top iframe').locator('.counter').click()
  expect(await texts(phone, '.counter')).not.toEqual([before])
})

test('a component’s own event reaches the page', async () => {
  await tap(phone, '.box', '#child')
  expect(await texts(phone, '.inside')).toEqual(['inside one'])
})

test('rpx are whole px by the width of the phone, and never nothing', async () => {
  expect(await styleOf('.title', 'font-size')).toBe('20px')
  expect(await styleOf('.hair', 'height')).toBe('1px')
  expect(await styleOf('.hair', 'margin-top')).toBe('5px')
})

test('styles stay inside their component, but for external classes', async () => {
  expect(await styleOf('.title', 'color', '#child')).toBe('rgb(30, 158, 90)')
  expect(await styleOf('#title', 'color')).toBe('rgb(31, 94, 255)')
  expect(await styleOf('.box', 'font-size', '#child')).toBe('20px')
})

test('setData takes copies, and says what it could not carry', async () => {
  const warnings: string[] = []
  phone.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()))
  const unchanged = await phone.evaluate(() => {
    const page = window.phone.currentPage()
    if (!page) throw new Error('no page')
    const list = [{ name: '井盖' }]
    page.instance.setData({ rows: list, odd: () => 1, at: new Date(0), 'deep.er': 5, gone: undefined })
    list[0] = { name: '别的' }
    return JSON.stringify(page.instance.data.rows)
  })
  expect(unchanged).toBe('[{"name":"井盖"}]')
  expect(await dataOf('at')).toEqual(new Date(0))
  expect(await dataOf('deep')).toEqual({ er: 5 })
  expect(warnings.join()).toContain('odd（function）')
  expect(warnings.join()).toContain('at（Date）')
  expect(warnings.join()).toContain('gone（undefined）')
})

test('setData counts its bytes as UTF-8', async () => {
  const last = await phone.evaluate(() => {
    window.phone.currentPage()?.instance.setData({ word: '路' })
    return window.phone.setDataLog().at(-1)
  })
  expect(last).toMatchObject({ where: 'pages/first/first', bytes: Buffer.byteLength('{"word":"路"}') })
})

test('an API that nobody built fails by its name', async () => {
  await expect(
    phone.evaluate(() => window.phone.callWxMethod('openEmbeddedMiniProgram', [])),
  ).rejects.toThrow('wx.openEmbeddedMiniProgram is not built in this phone')
})

test('page scripts see no browser', async () => {
  expect(await dataOf('sees')).toEqual(['undefined', 'undefined', 'undefined'])
})
