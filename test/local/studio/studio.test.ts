import { mkdirSync } from 'node:fs'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { theBrowser } from '../../support/browser'
import type { Studio } from '../../../local/studio/studio'
import { aStudio } from './a-studio'

let studio: Studio
let browser: Browser
let page: Page
const problems: string[] = []

beforeAll(async () => {
  ;[studio, browser] = await Promise.all([aStudio(), theBrowser()])
  page = await browser.newPage({ viewport: { width: 1440, height: 1100 } })
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(studio.url)
  await page.locator('.phone').first().waitFor()
})
afterAll(async () => {
  for (const context of browser.contexts()) await context.close()
  await studio.stop()
})

const text = (selector: string) => page.locator(selector).first().innerText()
const phones = () => page.locator('.phone').count()

/** What the mini-program shows on a phone. */
async function screenOf(index: number): Promise<string> {
  const handle = await page.locator('.phone iframe').nth(index).elementHandle()
  const phone = await handle?.contentFrame()
  return (await insideOf(phone)) ?? ''
}

async function insideOf(phone: Frame | null | undefined): Promise<string | undefined> {
  await phone?.waitForFunction(() => window.phone !== undefined)
  return phone?.evaluate(async () => {
    await window.phone.started
    return window.phone.currentPage()?.window.document.body.innerText
  })
}

test('a resident, a contact and a supervisor have phones, side by side', async () => {
  expect(await page.locator('.who strong').allInnerTexts()).toEqual(['居民 1', '王立春', '李晓安'])
  await expect.poll(() => screenOf(0)).toContain('您好')
  await expect.poll(() => screenOf(2)).toContain('您好')
})

test('the clock shows the emulator’s time, and phones live in it', async () => {
  expect(await text('.reading')).toMatch(/09:30:00\s+2026年6月12日星期五\s*工作日/)
  await expect.poll(() => screenOf(0)).toContain('2026 年 6 月 12 日')
})

test('+1 hour lets the timers run, and says what they did', async () => {
  await page.getByRole('button', { name: '+1 小时' }).click()
  await expect.poll(() => text('.time')).toBe('10:30:00')
  await expect.poll(() => text('.lines')).toMatch(/过了 1 小时，定时任务运行了 1 次/)
  expect(await text('.lines')).toMatch(/钟楼\s*钟响了/)
  expect(await text('.lines')).toMatch(/bell\s*整点敲钟/)
})

test('+1 workday passes over the weekend', async () => {
  await page.getByRole('button', { name: '+1 工作日' }).click()
  await expect.poll(() => text('.date')).toBe('2026年6月15日星期一')
  await expect.poll(() => text('.time')).toBe('10:30:00')
})

test('after a journey, phones are picked up and show what is now', async () => {
  await expect.poll(() => screenOf(0)).toContain('2026 年 6 月 15 日')
})

test('where nothing lies ahead, the page says so', async () => {
  await page.getByRole('button', { name: '到下一时限' }).click()
  await expect.poll(() => text('.trouble')).toBe('前面没有未到的时限。')
  await page.locator('.trouble').click()
  expect(await page.locator('.trouble').isHidden()).toBe(true)
})

test('time can run fast and stand still', async () => {
  const speed = page.getByLabel('时间走得多快')
  await speed.selectOption('3600')
  await expect.poll(() => studio.cloud.clock.mode).toBe('fast')
  await speed.selectOption('0')
  await expect.poll(() => studio.cloud.clock.mode).toBe('frozen')
})

test('the cost of each call is listed, and a query without an index is called out', async () => {
  await studio.cloud.invoke('hello', {}, { openid: 'resident-1' })
  await expect.poll(() => text('.calls tbody')).toMatch(/^hello/)
  expect(await text('.calls')).toContain('hello 查 strikes：没有用到索引')
})

test('a phone can be given to somebody else, found by name', async () => {
  await page.locator('.who').first().click()
  await page.getByLabel('找人').fill('柳林')
  await page.locator('.people button').click()
  await expect.poll(() => text('.who strong')).toBe('张文')
  await expect
    .poll(() => page.locator('iframe').first().getAttribute('src'))
    .toContain('person=grid-worker-1')
})

test('phones can be added and put away, and the shelf is remembered', async () => {
  await page.getByRole('button', { name: '再放一部手机' }).click()
  await expect.poll(phones).toBe(4)
  await page.getByTitle('收起这部手机').first().click()
  await expect.poll(phones).toBe(3)
  await expect.poll(() => page.locator('.who strong').count()).toBe(3)
  const shelf = await page.locator('.who strong').allInnerTexts()
  await page.reload()
  await page.locator('.phone').first().waitFor()
  await expect.poll(() => page.locator('.who strong').allInnerTexts()).toEqual(shelf)
})

test('a phone can be cut off, take large text, be a PC or an old WeChat', async () => {
  const phone = page.locator('.phone').first()
  const inside = async <T>(look: () => T): Promise<T | undefined> => {
    const handle = await phone.locator('iframe').elementHandle()
    const frame = await handle?.contentFrame()
    await frame?.waitForFunction(() => window.phone !== undefined)
    return frame?.evaluate(look)
  }
  await screenOf(0)
  await phone.getByLabel('断网').check()
  expect(await inside(() => window.phone.network.type)).toBe('none')
  await phone.locator('summary').first().click()
  await phone.getByLabel('字号').selectOption('24')
  await expect.poll(() => inside(() => window.phone.device.fontSizeSetting)).toBe(24)
  await phone.getByLabel('基础库').selectOption('2.19.4')
  await expect.poll(() => inside(() => window.phone.device.sdkVersion)).toBe('2.19.4')
  await phone.getByLabel('屏幕').selectOption('1024')
  await expect.poll(() => inside(() => window.phone.device.screenWidth)).toBe(1024)
})

test('a message to a person lies under that person’s phone', async () => {
  const shelf = await page.locator('iframe').first().getAttribute('src')
  const openid = new URL(shelf ?? '', studio.url).searchParams.get('person') ?? ''
  studio.cloud.weChat.inbox.deliver({
    at: studio.cloud.clock.now(),
    openid,
    templateId: 'progress',
    title: '诉求办理进度',
    page: 'pages/home/home',
    lines: [{ caption: '诉求', value: '路灯不亮' }],
  })
  await expect.poll(() => page.locator('.inbox').first().innerText()).toContain('消息 1 条')
  await page.locator('.inbox summary').first().click()
  expect(await page.locator('.message').first().innerText()).toMatch(/诉求办理进度[\s\S]*诉求：路灯不亮/)
})

test('the whole page can be looked at', async () => {
  mkdirSync('artifacts/studio', { recursive: true })
  await page.screenshot({ path: 'artifacts/studio/page.png' })
})

test('nothing went wrong on the page', () => {
  expect(problems).toEqual([])
})
