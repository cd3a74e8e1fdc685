import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fixture, setStage, type Stage } from './stage'

let stage: Stage
let phone: Page

beforeAll(async () => {
  stage = await setStage({ projectDir: fixture('gestures') })
  phone = await stage.open()
})
afterAll(() => stage.close())
beforeEach(() =>
  phone.evaluate(() => {
    window.phone.currentPage()?.window.scrollTo(0, 0)
    window.phone.currentPage()?.instance.setData({ heard: [] })
  }),
)

const heard = () => phone.evaluate(() => window.phone.currentPage()?.instance.data.heard) as Promise<string[]>

/** Middle of an element, in px of the phone. */
const middle = async (id: string) => {
  const box = await phone.frameLocator('.phone-page.top iframe').getByText(id, { exact: true }).boundingBox()
  if (!box) throw new Error(`no ${id}`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const press = async (id: string, milliseconds = 0, dx = 0) => {
  const { x, y } = await middle(id)
  await phone.mouse.move(x, y)
  await phone.mouse.down()
  if (dx !== 0) await phone.mouse.move(x + dx, y)
  if (milliseconds > 0) await phone.waitForTimeout(milliseconds)
  await phone.mouse.up()
}

test('a tap is touchstart, touchend and tap, captured first, then bubbling', async () => {
  await press('plain')
  expect(await heard()).toEqual([
    'touchstart plain<plain 1',
    'touchend plain<plain 0',
    'tap outer<plain 0',
    'tap plain<plain 0',
    'tap outer<plain 0',
  ])
})

test('a finger that moves away doesn’t tap', async () => {
  await press('plain', 0, 40)
  expect(await heard()).toEqual([
    'touchstart plain<plain 1',
    'touchmove plain<plain 1',
    'touchend plain<plain 0',
  ])
})

test('catch keeps an event from those around', async () => {
  await press('caught')
  expect(await heard()).toEqual(['tap outer<caught 0', 'tap caught<caught 0'])
})

test('mut-bind lets only the first of its kind hear', async () => {
  await press('inner')
  expect(await heard()).toEqual(['tap outer<inner 0', 'tap inner<inner 0', 'tap outer<inner 0'])
})

test('a long press that someone hears is no tap', async () => {
  await press('plain', 420)
  expect(await heard()).toEqual([
    'touchstart plain<plain 1',
    'longpress outer<plain 1',
    'touchend plain<plain 0',
  ])
})

test('a long press that only longtap hears is a tap too', async () => {
  await press('quiet', 420)
  expect(await heard()).toEqual(['longtap quiet<quiet 1', 'tap quiet<quiet 0'])
})

test('a real touch screen does the same, and its mouse events count for nothing', async () => {
  const client = await phone.context().newCDPSession(phone)
  const at = await middle('plain')
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await phone.waitForTimeout(50)
  expect((await heard()).filter((line) => line.startsWith('tap plain'))).toEqual(['tap plain<plain 0'])
})

test('a caught move keeps the page from scrolling', async () => {
  const client = await phone.context().newCDPSession(phone)
  const drag = async (id: string) => {
    const { x, y } = await middle(id)
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
    for (const up of [20, 60, 100]) {
      await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y - up }] })
    }
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await phone.waitForTimeout(100)
    return phone.evaluate(() => window.phone.currentPage()?.window.scrollY ?? 0)
  }
  expect(await drag('moving')).toBe(0)
  expect(await drag('quiet')).toBeGreaterThan(0)
})
