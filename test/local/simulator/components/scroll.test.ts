import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { glass, heard, setPage, startAgain } from '../gallery'
import { fixture, setStage, type Stage } from '../stage'

let stage: Stage
let phone: Page

beforeAll(async () => {
  stage = await setStage({ projectDir: fixture('gallery') })
  phone = await stage.open({ path: 'pages/scroll/scroll' })
})
beforeEach(() => startAgain(phone, '/pages/scroll/scroll'))
afterAll(() => stage.close())

const byId = (id: string) => glass(phone).locator(`[id$="--${id}"]`)
const scrollTop = () =>
  byId('down')
    .locator('.wx-scroll-view-main')
    .evaluate((node) => node.scrollTop)
const changes = async () =>
  (await heard(phone)).filter(([type]) => type === 'change').map(([, detail]) => detail)

async function drag(id: string, dx: number, dy: number): Promise<void> {
  const box = await byId(id).boundingBox()
  if (!box) throw new Error(`nothing is ${id}`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await phone.mouse.move(x, y)
  await phone.mouse.down()
  await phone.mouse.move(x + dx, y + dy, { steps: 8 })
  await phone.mouse.up()
  await phone.waitForTimeout(250)
}

test('scrolls to a row by its id, and tells that the end is near', async () => {
  await setPage(phone, { into: 'row-28' })
  await expect.poll(scrollTop).toBe(780)
  const events = await heard(phone)
  expect(events).toContainEqual(['scrolltolower', { direction: 'bottom' }])
  expect(events.filter(([type]) => type === 'scrolltolower')).toHaveLength(1)
})

test('scroll-top set again to the same value does not scroll, as on WeChat', async () => {
  await setPage(phone, { top: 90 })
  await expect.poll(scrollTop).toBe(90)
  await byId('down')
    .locator('.wx-scroll-view-main')
    .evaluate((node) => (node.scrollTop = 200))
  await setPage(phone, { top: 90 })
  expect(await scrollTop()).toBe(200)
})

test('a pull refreshes until the app says it is done', async () => {
  await drag('down', 0, 150)
  expect((await heard(phone)).map(([type]) => type)).toEqual(['refresherrefresh'])
  await setPage(phone, { triggered: true })
  await setPage(phone, { triggered: false })
  expect((await heard(phone)).map(([type]) => type)).toEqual(['refresherrestore'])
})

test('a short pull is taken back', async () => {
  await drag('down', 0, 40)
  expect((await heard(phone)).map(([type]) => type)).toEqual(['refresherabort'])
})

test('a swiper turns by a finger, round its end, and tells from where', async () => {
  await drag('swiper', 150, 0)
  await expect.poll(changes).toEqual([{ current: 2, currentItemId: 'page-2', source: 'touch' }])
  await drag('swiper', -150, 0)
  await expect.poll(changes).toEqual([{ current: 0, currentItemId: 'page-0', source: 'touch' }])
})

test('a swiper turns by data and tells it once', async () => {
  await setPage(phone, { current: 1 })
  await expect.poll(changes).toEqual([{ current: 1, currentItemId: 'page-1', source: '' }])
  const box = await byId('swiper').locator('.slide-1').boundingBox()
  expect(box?.x).toBe(0)
})

test('wheels stand where the data says, and tell where they were turned', async () => {
  const lines = byId('wheels').locator('.wx-picker-view-lines')
  expect(await lines.nth(1).evaluate((node) => node.scrollTop)).toBe(80)
  await lines.nth(1).evaluate((node) => (node.scrollTop = 160))
  await expect.poll(changes).toEqual([{ value: [1, 4] }])
})

test('a movable piece stays inside its area', async () => {
  await drag('movable', 500, 0)
  expect((await changes()).at(-1)).toEqual({ x: 160, y: 10, source: 'touch' })
})
