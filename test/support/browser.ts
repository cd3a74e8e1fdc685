import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../local/simulator/browser'

let launched: Promise<Browser> | undefined

/**
 * One browser a test process, ended with it: launching takes a second, and many suites share a process. Close what you
 * open in it (pages, contexts), not the browser.
 */
export async function theBrowser(): Promise<Browser> {
  const browser = await launched?.catch(() => undefined)
  if (browser?.isConnected()) return browser
  launched = launchBrowser()
  return launched
}
