import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../local/simulator/browser'
import { startStudio, type Studio } from '../../local/studio/studio'
import { thisProject } from '../../local/studio/this-project'
import { seriousFindings, unfitForHands } from './audit'
import { contactSheets } from './contact-sheet'
import { type Life, liveALittle } from './life'
import { type View, views } from './views'

const folder = mkdtempSync(join(tmpdir(), 'axe-'))
let browser: Browser
let studio: Studio
let life: Life

/** px that a picture is high at most: what lies further down is seen by scrolling. */
const highest = 3000

const looks = [
  { name: 'normal', width: 375, height: 812, look: {}, touch: 44 },
  { name: 'elder', width: 375, height: 812, look: { elder: 'on' }, touch: 60 },
  { name: 'contrast', width: 375, height: 812, look: { contrast: true }, touch: 44 },
  { name: 'pc', width: 1100, height: 760, look: {}, touch: 44 },
] as const

beforeAll(async () => {
  ;[browser, studio] = await Promise.all([
    launchBrowser(),
    startStudio(thisProject(), {
      dataDir: join(folder, 'stage'),
      functionsDir: join(folder, 'functions'),
      clock: { startAt: Date.parse('2026-06-01T09:00:00+08:00'), rate: 0 },
    }),
  ])
  life = await liveALittle(studio)
})
afterAll(async () => {
  await browser.close()
  await studio.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(looks)('$name', ({ name, width, height, look, touch }) => {
  const pictures = join('artifacts/axe', name)
  const phones = new Map<string, Page>()
  const taken: string[] = []
  beforeAll(async () => void mkdirSync(pictures, { recursive: true }))
  afterAll(async () => {
    for (const phone of phones.values()) await phone.context().close()
    await contactSheets(browser, pictures, taken, name === 'pc')
  })

  async function phoneOf(person: string): Promise<Page> {
    const known = phones.get(person)
    if (known) return known
    const context = await browser.newContext({ viewport: { width, height }, hasTouch: true, locale: 'zh-CN' })
    const phone = await context.newPage()
    const clock = String(studio.cloud.clock.now() - Date.now())
    const address = new URLSearchParams({ person, cloud: studio.url, clock, frame: 'none' })
    await phone.goto(`${studio.url}/phone/phone.html?${address.toString()}`)
    await phone.evaluate(async (kept) => {
      await window.phone.started
      await window.phone.callWxMethod('setStorageSync', ['look', kept])
    }, look)
    phones.set(person, phone)
    return phone
  }

  test.each(views)('$name', async (view) => {
    const phone = await phoneOf(view.reader)
    await stretch(phone, width, height)
    const frame = await shown(phone, view)
    await frame
      .waitForFunction(() => !document.querySelector('[class*=skeleton]'), undefined, { timeout: 20_000 })
      .catch(() => undefined)
    await goOn(phone, frame, view)
    const findings = await seriousFindings(frame)
    const unfit = await unfitForHands(frame, touch)
    await picture(phone, frame, view)
    if (view.offline) await network(phone, 'wifi')
    expect.soft(findings).toEqual([])
    expect(unfit).toEqual([])
  })

  async function picture(phone: Page, frame: Frame, { name: says }: View) {
    const { whole, seen } = await frame.evaluate(() => ({
      whole: document.documentElement.scrollHeight,
      seen: window.innerHeight,
    }))
    await stretch(phone, width, Math.min(highest, Math.max(height, height - seen + whole)))
    // Letters of a script that comes in a hundred files, each asked for when it is met.
    for (const ground of [phone, frame]) await ground.evaluate(async () => void (await document.fonts.ready))
    await phone.waitForTimeout(200)
    const file = `${says}.png`
    await phone.screenshot({ path: join(pictures, file) })
    taken.push(file)
  }
})

async function shown(phone: Page, { path, query, kept, offline }: View): Promise<Frame> {
  if (offline) await network(phone, 'none')
  await phone.evaluate(
    async ([url, stored]) => {
      for (const key of ['receipts', 'outbox', 'draft', 'form-behalf', 'form-expose'])
        await window.phone.callWxMethod('setStorageSync', [key, stored[key] ?? ''])
      await window.phone.callWxMethod('reLaunch', [{ url }])
      await window.phone.quiet()
    },
    [`/${path}?${query?.(life) ?? ''}`, kept?.(life) ?? {}] as const,
  )
  const iframe = await phone.locator('.phone-page.top iframe').elementHandle()
  const frame = await iframe?.contentFrame()
  if (!frame) throw new Error(`${path} shows nothing`)
  return frame
}

async function goOn(phone: Page, frame: Frame, { taps = [], typed = {} }: View) {
  for (const [selector, words] of Object.entries(typed)) {
    const field = frame.locator(selector).first()
    await field.locator('input, textarea').or(field).last().fill(words)
  }
  for (const tap of taps) {
    const [selector = '', words] = tap.split('|')
    const found = frame.locator(selector)
    await (words ? found.filter({ hasText: words }) : found).first().tap()
    await phone.evaluate(() => window.phone.quiet())
  }
}

/** A phone is as high as its window was when it was switched on; for a picture of the whole page it grows. */
async function stretch(phone: Page, width: number, height: number) {
  await phone.setViewportSize({ width, height })
  await phone.evaluate((px) => {
    const root = document.querySelector<HTMLElement>('.phone')
    if (root) root.style.height = `${px}px`
  }, height)
}

const network = (phone: Page, type: 'none' | 'wifi') =>
  phone.evaluate((to) => {
    const { network: air } = window.phone as unknown as { network: { change(type: string): void } }
    air.change(to)
  }, type)
