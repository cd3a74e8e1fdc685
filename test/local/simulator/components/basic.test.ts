import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { glass, heard, setPage } from '../gallery'
import { fixture, setStage, type Stage } from '../stage'

let stage: Stage
let phone: Page

beforeAll(async () => {
  stage = await setStage({ projectDir: fixture('gallery') })
  phone = await stage.open({ path: 'pages/basic/basic' })
})
afterAll(() => stage.close())

const byId = (id: string) => glass(phone).locator(`[id$="--${id}"]`)

test('pictures tell their own size, a missing one its failure', async () => {
  await expect.poll(() => byId('gone').locator('img').getAttribute('class')).toContain('broken')
  const events = await heard(phone)
  expect(events).toContainEqual(['load', { width: 160, height: 80 }])
  expect(events).toContainEqual(['error', { errMsg: 'GET /assets/none.png 404 (Not Found)' }])
})

test('text keeps its lines, decodes what WeChat decodes, and spaces as told', async () => {
  expect(await byId('lines').innerText()).toBe('一行\n两行')
  expect(await byId('decoded').innerText()).toBe('5 < 6\u00a0& 7')
  expect(await byId('spaced').textContent()).toBe('a\u00a0\u00a0b')
  await setPage(phone, { words: '换了' })
  expect(await byId('lines').innerText()).toBe('换了')
})

test('rich text leaves out what could harm', async () => {
  const html = await byId('html').innerHTML()
  expect(html).toBe('<p>先<b>联系</b>再办理</p><img><a>链接</a>')
  const node = byId('nodes').locator('p')
  expect(await node.innerText()).toBe('节点 <数组>')
  expect(await node.evaluate((found) => getComputedStyle(found).fontWeight)).toBe('700')
})

test('widthFix takes its height from the picture', async () => {
  const box = await glass(phone).locator('wx-image[wx-fit=widthFix]').boundingBox()
  expect(box).toMatchObject({ width: 100, height: 50 })
})

test('what is hidden takes no room; what is labelled is read', async () => {
  expect(await byId('hidden').isVisible()).toBe(false)
  expect(await glass(phone).getByRole('button', { name: '打开' }).count()).toBe(1)
  await heard(phone)
  await byId('labelled').press('Enter')
  expect((await heard(phone)).map(([type]) => type)).toEqual(['tap'])
})

test('a disabled button says that it is, and does not look pressed', async () => {
  await byId('disabled').click({ force: true })
  expect(await byId('disabled').getAttribute('aria-disabled')).toBe('true')
  expect((await byId('disabled').getAttribute('class')) ?? '').not.toContain('button-hover')
})

test('a pressed button shows it, and lets go', async () => {
  const box = await byId('primary').boundingBox()
  if (!box) throw new Error('no button')
  await phone.mouse.move(box.x + 20, box.y + 10)
  await phone.mouse.down()
  await expect.poll(() => byId('primary').getAttribute('class')).toContain('button-hover')
  await phone.mouse.up()
  await expect
    .poll(async () => (await byId('primary').getAttribute('class')) ?? '')
    .not.toContain('button-hover')
})

test('a progress that is active runs to its percent and says so', async () => {
  const again = await stage.open({ path: 'pages/basic/basic' })
  await expect.poll(() => heard(again)).toContainEqual(['activeend', { curPercent: 20 }])
  await again.close()
})

test('a navigator opens its page, by keyboard too', async () => {
  await byId('link').press('Enter')
  await expect.poll(() => phone.evaluate(() => window.phone.currentPage()?.path)).toBe('pages/form/form')
})
