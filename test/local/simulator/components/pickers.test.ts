import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pickerMode, type PickerSettings } from '../../../../local/simulator/components/picker-modes'
import { glass, heard, press } from '../gallery'
import { fixture, setStage, type Stage } from '../stage'

let stage: Stage
let phone: Page

beforeAll(async () => {
  stage = await setStage({ projectDir: fixture('gallery') })
  phone = await stage.open({ path: 'pages/form/form' })
  await heard(phone)
})
afterAll(() => stage.close())

const open = (id: string) => glass(phone).locator(`[id$="--${id}"]`).click()
const choose = (column: number, words: string) =>
  phone.locator('.wx-wheel').nth(column).locator('div', { hasText: words }).first().click()
const settled = () => phone.waitForTimeout(500)

test('a picker answers with the index', async () => {
  await open('selector')
  await choose(0, '投诉')
  await settled()
  await press(phone, '确定')
  expect(await heard(phone)).toEqual([['change', { value: 2 }]])
})

test('a picker that is left tells of it and keeps its value', async () => {
  await open('selector')
  await press(phone, '取消')
  expect(await heard(phone)).toEqual([['cancel', {}]])
  expect(await phone.locator('.wx-sheet').count()).toBe(0)
})

test('each turned column of many is told at once', async () => {
  await open('multi')
  await choose(1, '一直')
  await settled()
  await press(phone, '确定')
  expect(await heard(phone)).toEqual([
    ['columnchange', { column: 1, value: 2 }],
    ['change', { value: [0, 2] }],
  ])
})

test('wheels are turned by keys as well', async () => {
  await open('time')
  await phone.locator('.wx-wheel').first().press('ArrowDown')
  await press(phone, '确定')
  expect(await heard(phone)).toEqual([['change', { value: '10:30' }]])
})

const settings = (given: Partial<PickerSettings>): PickerSettings => ({
  mode: 'selector',
  range: [],
  rangeKey: '',
  start: '',
  end: '',
  fields: 'day',
  customItem: '',
  level: 'region',
  ...given,
})

test.each([
  ['a leap day', { mode: 'date' }, '2028-02-29', '2028-02-29'],
  ['before the first day', { mode: 'date', start: '2026-09-15' }, '2026-01-01', '2026-09-15'],
  ['after the last day', { mode: 'date', end: '2027-02-20' }, '2028-01-01', '2027-02-20'],
  ['a month', { mode: 'date', fields: 'month' }, '2026-10', '2026-10'],
  ['a time', { mode: 'time', start: '08:30', end: '17:10' }, '09:05', '09:05'],
  ['before opening', { mode: 'time', start: '08:30', end: '17:10' }, '07:00', '08:30'],
  ['in the last hour', { mode: 'time', start: '08:30', end: '17:10' }, '17:59', '17:10'],
])('reads %s', (_, given, value, shown) => {
  const mode = pickerMode(settings(given))
  expect(mode?.write(mode.read(value)).value).toBe(shown)
})

test('no day is offered that a month does not have', () => {
  const mode = pickerMode(settings({ mode: 'date', start: '2026-01-01', end: '2026-12-31' }))
  expect(mode?.columns([0, 1, 0])[2]).toHaveLength(28)
  expect(mode?.write([0, 1, 30]).value).toBe('2026-02-28')
})

test('a region answers names and a code', () => {
  const mode = pickerMode(settings({ mode: 'region' }))
  expect(mode?.write(mode.read(['浙江省', '宁波市', '江北区']))).toMatchObject({
    value: ['浙江省', '宁波市', '江北区'],
  })
})
