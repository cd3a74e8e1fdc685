import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { serveMiniProgram, type MiniProgramServer, type ServeOptions } from '../../../local/simulator/server'
import { theBrowser } from '../../support/browser'

/** A mini-program served, and phones opened on it. */
export interface Stage {
  server: MiniProgramServer
  address: string
  /**
   * Opens a phone and waits for its first page.
   * @param query beside the person, as `path=pages/x/x`
   * @param told hears warnings and errors of the phone
   */
  open(query?: Record<string, string>, told?: (message: string) => void): Promise<Page>
  close(): Promise<void>
}

export function fixture(name: string): string {
  return fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url))
}

export async function setStage(options: ServeOptions): Promise<Stage> {
  const server = serveMiniProgram(options)
  const http = await listen(server)
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}/`
  const pages: Page[] = []
  return {
    server,
    address,
    async open(query = {}, told) {
      const page = await (await theBrowser()).newPage({ viewport: { width: 375, height: 667 } })
      pages.push(page)
      page.on('console', (message) => {
        if (['warning', 'error'].includes(message.type())) told?.(message.text())
      })
      page.on('pageerror', (error) => told?.(error.message))
      page.setDefaultTimeout(10_000)
      // The first phone of a suite waits for its compilation.
      page.setDefaultNavigationTimeout(60_000)
      const search = new URLSearchParams({ person: 'resident-1', ...query })
      await page.goto(`${address}phone.html?${search.toString()}`)
      await page.evaluate(() => window.phone.started)
      await page.evaluate(() => window.phone.quiet())
      return page
    },
    async close() {
      for (const page of pages) await page.close()
      server.close()
      http.closeAllConnections()
      http.close()
    },
  }
}

async function listen(server: MiniProgramServer): Promise<Server> {
  const http = createServer((request, response) => {
    void server.handle(request, response).then((known) => {
      if (!known) response.writeHead(404).end()
    })
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  return http
}

/** Calls `wx[name](options)` on the phone. */
export function callWx(page: Page, name: string, options: Record<string, unknown> = {}): Promise<unknown> {
  return page.evaluate(([method, given]) => window.phone.callWxMethod(method, [given]), [
    name,
    options,
  ] as const)
}

/** Text of the elements that match in the page on top. */
export function texts(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const top = window.phone.currentPage()
    if (!top) throw new Error('no page')
    return window.phone.tree
      .find(top, wanted)
      .map((found) => window.phone.tree.domOf(found)?.textContent ?? '')
  }, selector)
}

/** Taps the first element that matches in the page on top, or in a component of it. */
export async function tap(page: Page, selector: string, within?: string): Promise<void> {
  await page.evaluate(
    async ([wanted, around]) => {
      const { tree } = window.phone
      const top = window.phone.currentPage()
      if (!top) throw new Error('no page')
      const from = around === undefined ? top : tree.find(top, around)[0]
      const target = from && tree.find(from, wanted)[0]
      if (!target) throw new Error(`nothing matches ${wanted}`)
      await tree.tap(target)
      await window.phone.quiet()
    },
    [selector, within] as const,
  )
}
