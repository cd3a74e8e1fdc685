import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { glass, heard } from '../gallery'
import { fixture, setStage, type Stage } from '../stage'

let stage: Stage
let phone: Page

beforeAll(async () => {
  stage = await setStage({ projectDir: fixture('gallery') })
  phone = await stage.open({ path: 'pages/drawn/drawn' })
  await phone.waitForTimeout(200)
})
afterAll(() => stage.close())

const byId = (id: string) => glass(phone).locator(`[id$="--${id}"]`)
const colourAt = (selector: string, x: number, y: number) =>
  glass(phone)
    .locator(`${selector} canvas`)
    .evaluate(
      (node, [left, top]) => [
        ...((node as HTMLCanvasElement).getContext('2d')?.getImageData(left, top, 1, 1).data ?? []),
      ],
      [x, y] as const,
    )

test('a canvas is drawn on by its node', async () => {
  expect(await colourAt('[id$="--canvas"]', 10, 10)).toEqual([30, 158, 90, 255])
  expect(await colourAt('[id$="--canvas"]', 190, 10)).toEqual([0, 0, 0, 0])
})

test('its words come in the font of the phone, once their slice of it is there', async () => {
  const inked = await glass(phone)
    .locator('[id$="--canvas"] canvas')
    .evaluate(async (node) => {
      const context = (node as HTMLCanvasElement).getContext('2d') as CanvasRenderingContext2D
      context.font = '20px sans-serif'
      context.fillStyle = '#000000'
      context.fillText('龘', 100, 40)
      await document.fonts.load(context.font, '龘')
      await Promise.resolve()
      const pixels = [...context.getImageData(100, 20, 24, 28).data].filter((_, at) => at % 4 === 3)
      return { font: context.font, inked: pixels.filter((alpha) => alpha > 128).length }
    })
  expect(inked.font).toContain('Noto Sans SC')
  // Dense strokes, not the outline of an empty box.
  expect(inked.inked).toBeGreaterThan(120)
})

test('and by the old context', async () => {
  expect(await colourAt('[canvas-id=old]', 10, 10)).toEqual([180, 83, 9, 255])
})

test('a marker of the map tells its id', async () => {
  await heard(phone)
  await glass(phone).getByRole('button', { name: '路灯', exact: true }).click()
  expect(await heard(phone)).toContainEqual(['markertap', { markerId: 7 }])
})

test('a tap on the map tells where, a drag tells the region', async () => {
  const box = await byId('map').boundingBox()
  if (!box) throw new Error('no map')
  await phone.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  const [, place] = (await heard(phone)).find(([type]) => type === 'tap') ?? []
  expect((place as { latitude: number }).latitude).toBeCloseTo(28.05, 4)
  expect((place as { longitude: number }).longitude).toBeCloseTo(112.62, 4)
  await phone.mouse.move(box.x + 100, box.y + 150)
  await phone.mouse.down()
  await phone.mouse.move(box.x + 200, box.y + 150, { steps: 5 })
  await phone.mouse.up()
  const regions = (await heard(phone)).filter(([type]) => type === 'regionchange').map(([, detail]) => detail)
  expect(regions[0]).toMatchObject({ type: 'begin', causedBy: 'gesture' })
  expect(regions.at(-1)).toMatchObject({ type: 'end', causedBy: 'drag' })
  const { centerLocation } = regions.at(-1) as { centerLocation: { longitude: number } }
  expect(centerLocation.longitude).toBeLessThan(112.62)
})

test('media queries show and hide', async () => {
  expect(await byId('wide').isVisible()).toBe(true)
  expect(await byId('wider').isVisible()).toBe(false)
})

test('a root portal leaves its moved parent, and its taps still reach the page', async () => {
  const box = await byId('portal').boundingBox()
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBe(375)
  await heard(phone)
  await byId('portal').click()
  expect((await heard(phone)).map(([type]) => type)).toContain('tap')
})
