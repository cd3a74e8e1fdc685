import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { glass, heard, setPage, startAgain } from '../gallery'
import { fixture, setStage, type Stage } from '../stage'

let stage: Stage
let phone: Page

beforeAll(async () => {
  stage = await setStage({ projectDir: fixture('gallery') })
  phone = await stage.open({ path: 'pages/form/form' })
})
beforeEach(() => startAgain(phone, '/pages/form/form'))
afterAll(() => stage.close())

const byId = (id: string) => glass(phone).locator(`[id$="--${id}"]`)
const typed = async () => (await heard(phone)).filter(([type]) => type === 'input').at(-1)?.[1]
const pageData = (name: string) =>
  phone.evaluate((key) => window.phone.currentPage()?.instance.data[key], name)

test('typing tells value and cursor, and model:value follows', async () => {
  const field = byId('words').locator('input')
  await field.click()
  await field.press('End')
  await field.pressSequentially('了吗')
  expect(await typed()).toMatchObject({ value: '路灯坏了了吗', cursor: 6 })
  expect(await pageData('words')).toBe('路灯坏了了吗')
})

test('text beyond maxlength is cut as it is typed', async () => {
  await byId('words').locator('input').fill('一二三四五六七八九十')
  expect(await typed()).toMatchObject({ value: '一二三四五六七八' })
})

test.each([
  ['12.5元', '12.5'],
  ['abc', ''],
])('a digit field takes of %s only %s', async (given, kept) => {
  await byId('amount').locator('input').fill(given)
  expect(await typed()).toMatchObject({ value: kept })
  expect(await byId('amount').locator('input').inputValue()).toBe(kept)
})

test('the placeholder wears the template’s class, and goes when something is typed', async () => {
  const placeholder = byId('amount').locator('.wx-input-placeholder')
  expect(await placeholder.evaluate((node) => getComputedStyle(node).color)).toBe('rgb(200, 30, 30)')
  await byId('amount').locator('input').fill('3')
  expect(await placeholder.isVisible()).toBe(false)
})

test('Enter confirms and leaves the field', async () => {
  await byId('words').locator('input').click()
  await byId('words').locator('input').press('Enter')
  expect((await heard(phone)).map(([type]) => type)).toEqual(['focus', 'confirm', 'blur'])
})

test('focus can be set by data', async () => {
  await setPage(phone, { focus: true })
  await phone.evaluate(() => new Promise((done) => setTimeout(done, 50)))
  expect(
    await byId('amount')
      .locator('input')
      .evaluate((node) => node === document.activeElement),
  ).toBe(true)
})

test('a textarea grows with its lines and says so', async () => {
  const before = await byId('long').boundingBox()
  await byId('long').locator('textarea').fill('一\n二\n三')
  const lines = (await heard(phone)).filter(([type]) => type === 'linechange').at(-1)?.[1]
  expect(lines).toMatchObject({ lineCount: 3 })
  expect((await byId('long').boundingBox())?.height).toBeGreaterThan((before?.height ?? 0) * 2)
})

test('a value set by data shows, and the same one set again leaves what was typed', async () => {
  await setPage(phone, { long: '草稿' })
  expect(await byId('long').locator('textarea').inputValue()).toBe('草稿')
  await byId('long').locator('textarea').fill('草稿再写')
  await setPage(phone, { unrelated: 1 })
  expect(await byId('long').locator('textarea').inputValue()).toBe('草稿再写')
})

test('a switch turns by finger and by keyboard', async () => {
  await byId('switch').click()
  await byId('switch').press(' ')
  expect(await heard(phone)).toEqual([
    ['change', { value: false }],
    ['change', { value: true }],
  ])
  expect(await byId('switch').getAttribute('aria-checked')).toBe('true')
})

test('of radios one is chosen, also by the words beside it', async () => {
  await glass(phone).locator('wx-label', { hasText: '投诉' }).click()
  expect(await heard(phone)).toEqual([['change', { value: '投诉' }]])
  const chosen = await glass(phone).locator('wx-radio[aria-checked=true]').count()
  expect(chosen).toBe(1)
})

test('checkboxes tell all that are ticked; a disabled one stays', async () => {
  await byId('two').click()
  await glass(phone).locator('wx-checkbox').nth(2).click({ force: true })
  expect(await heard(phone)).toEqual([['change', { value: ['一', '二', '三'] }]])
})

test('a label names its control by id, and a control inside is pressed once', async () => {
  await byId('label-two').click()
  await glass(phone).locator('wx-label', { hasText: '一' }).locator('wx-checkbox').click()
  expect(await heard(phone)).toEqual([
    ['change', { value: ['一', '二', '三'] }],
    ['change', { value: ['二', '三'] }],
  ])
})

test('a slider goes by steps, dragged and by keys', async () => {
  const track = await byId('slider').locator('.wx-slider-track').boundingBox()
  if (!track) throw new Error('no track')
  const y = track.y + track.height / 2
  await phone.mouse.move(track.x + track.width * 0.3, y)
  await phone.mouse.down()
  await phone.mouse.move(track.x + track.width * 0.58, y, { steps: 6 })
  await phone.mouse.up()
  const events = await heard(phone)
  expect(events.filter(([type]) => type === 'changing').map(([, detail]) => detail)).toEqual([
    { value: 40 },
    { value: 50 },
    { value: 60 },
  ])
  expect(events.at(-1)).toEqual(['change', { value: 60 }])
  await byId('slider').press('ArrowLeft')
  expect(await heard(phone)).toEqual([['change', { value: 50 }]])
})

test('a form hands in what has a name, and takes it back', async () => {
  await byId('words').locator('input').fill('井盖')
  await byId('switch').click()
  await heard(phone)
  await byId('submit').click()
  expect((await heard(phone)).at(-1)).toEqual([
    'submit',
    {
      value: {
        words: '井盖',
        amount: '',
        long: '',
        on: false,
        kind: '咨询',
        parts: ['一', '三'],
        level: 30,
        selector: 1,
        day: '2026-10-01',
      },
    },
  ])
  await byId('reset').click()
  await byId('submit').click()
  expect((await heard(phone)).at(-1)?.[1]).toMatchObject({ value: { words: '路灯坏了', on: true } })
})
