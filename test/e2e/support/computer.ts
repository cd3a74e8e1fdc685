import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { launchBrowser } from '../../../local/simulator/browser'
import type { TestPhone } from './phone'
import { nextPicture } from './pictures'
import type { SuiteStage } from './stage'

/** WeChat on a computer: a wide window, a mouse and a real keyboard, which the automator does not have. */
export interface Computer {
  press(...keys: string[]): Promise<void>
  /** Waits for words on the page on top. */
  see(selector: string, words: string | RegExp): Promise<void>
  path(): Promise<string>
  picture(): ReturnType<TestPhone['picture']>
}

/** @param path without a leading slash */
export async function computerOf(suite: SuiteStage, person: string, path: string): Promise<Computer> {
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  const clock = String(Math.round(suite.cloud.clock.now() - Date.now()))
  const address = new URLSearchParams({ person, cloud: suite.url, frame: 'none', clock, path })
  await page.goto(`${suite.url}/phone/phone.html?${address.toString()}`)
  await page.evaluate(() => window.phone.started)
  await quiet(page)
  // No key is told before the window has been used.
  await page.mouse.click(640, 20)
  return {
    async press(...keys) {
      for (const key of keys) {
        await page.keyboard.press(key)
        await quiet(page)
      }
    },
    async see(selector, words) {
      const frames = page.frameLocator('.phone-page.top iframe')
      await frames.locator(selector).filter({ hasText: words }).first().waitFor({ timeout: 15_000 })
    },
    path: () => page.evaluate(() => window.phone.currentPage()?.path ?? ''),
    async picture() {
      const path = nextPicture()
      mkdirSync(dirname(path), { recursive: true })
      await page.screenshot({ path })
    },
  }
}

const quiet = (page: Page) => page.evaluate(() => window.phone.quiet())
