import type { BrowserContext, Page } from 'playwright-core'
import { pageScript } from './page-script'

/** A phone without a case: a page of the browser, with the protocol's answers inside. */
export interface HeadlessPhone {
  /** Answers App, Page and Element. @throws Error with the phone's own words. */
  ask(method: string, params: unknown): Promise<unknown>
  onEvent(listener: (event: string, params: unknown) => void): void
  /** The screen as a PNG. */
  screenshot(): Promise<Buffer>
  setClockOffset(milliseconds: number): Promise<void>
  close(): Promise<void>
}

/** ms for the first page to be shown. */
const START_TIMEOUT = 30_000

/** Opens a phone and waits for its first page. @throws Error naming what is wrong with the mini-program. */
export async function openPhone(
  profile: BrowserContext,
  { address, clockOffset }: { address: string; clockOffset: number },
): Promise<HeadlessPhone> {
  const listeners: ((event: string, params: unknown) => void)[] = []
  const missed: [string, unknown][] = []
  const tell = (event: string, params: unknown): void => {
    if (listeners.length === 0) missed.push([event, params])
    for (const listener of listeners) listener(event, params)
  }
  const page = await profile.newPage()
  let ready = Promise.resolve()
  try {
    await page.exposeFunction('automatorEvent', tell)
    const url = new URL(address)
    url.searchParams.set('clock', String(clockOffset))
    await page.goto(url.href, { waitUntil: 'commit' })
    await (ready = install(page))
    // A phone whose source changed loads anew, and the answers with it.
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) ready = install(page)
    })
  } catch (error) {
    await page.close()
    throw error
  }
  return {
    async ask(method, params) {
      await ready
      try {
        const call = { method, params }
        return await page.evaluate((asked) => window.automatorAnswer(asked.method, asked.params), call)
      } catch (error) {
        throw new Error(plainWords((error as Error).message), { cause: error })
      }
    },
    onEvent(listener) {
      listeners.push(listener)
      for (const [event, params] of missed.splice(0)) listener(event, params)
    },
    screenshot: async () => {
      await page.evaluate(() => window.phone.quiet(2_000)).catch(() => undefined)
      return page.screenshot({ scale: 'device', animations: 'disabled' })
    },
    setClockOffset: (milliseconds) =>
      page.evaluate((offset) => window.phone.clock.setOffset(offset), milliseconds),
    close: () => page.close(),
  }
}

/** Puts the protocol's answers into a phone and waits for its first page. */
async function install(page: Page): Promise<void> {
  await page.waitForFunction(() => 'phone' in window, undefined, { timeout: START_TIMEOUT })
  await page.addScriptTag({ content: await pageScript() })
  const problems = await page.evaluate(async () => {
    await window.phone.started
    return window.phone.problems.filter(({ severity }) => severity === 'error')
  })
  if (problems.length === 0) return
  throw new Error(problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
}

/** Playwright wraps an error of the page: `page.evaluate: Error: <message>\n    at …`. */
function plainWords(message: string): string {
  return message.replace(/^page\.evaluate: (Error: )?/, '').replace(/\n\s+at [\s\S]*$/, '')
}
