import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../local/simulator/browser'
import { fontFamily, fontFile } from '../../../local/simulator/font'

let browser: Browser
let page: Page
let server: Server
let address: string

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  server = createServer((request, response) => {
    const found = fontFile((request.url ?? '').replace('/font/', ''))
    response.writeHead(200, { 'content-type': found?.type ?? 'text/html' })
    response.end(found ? readFileSync(found.file) : '<link rel="stylesheet" href="/font/index.css">')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})

afterAll(async () => {
  await browser.close()
  server.close()
})

test('a browser comes with npm ci, or is found on the machine', () => {
  expect(browser.version()).toMatch(/^\d+\./)
})

test('goes on after a page was closed', async () => {
  const other = await browser.newPage()
  await other.close()
  expect(await page.evaluate('1 + 1')).toBe(2)
})

test('shows text while its font is still on its way: there is always one to draw with', async () => {
  const waiting = await browser.newPage()
  await waiting.route('**/late.woff2', () => undefined)
  await waiting.goto(address)
  const width = await waiting.evaluate(() => {
    const face = `@font-face { font-family: late; font-display: swap; src: url(/late.woff2) }`
    document.body.innerHTML = `<style>${face}</style><span style="font-family: late">call</span>`
    return document.querySelector('span')?.getBoundingClientRect().width
  })
  expect(width).toBeGreaterThan(0)
  await waiting.close()
})

test('draws Chinese as different glyphs, not as equal boxes', async () => {
  await page.goto(address)
  const drawings = await page.evaluate(async (family) => {
    await document.fonts.load(`32px '${family}'`, '民呼我应')
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 40 })
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    return [...'民呼我应'].map((glyph) => {
      pen.clearRect(0, 0, 40, 40)
      pen.font = `32px '${family}'`
      pen.fillText(glyph, 2, 32)
      return canvas.toDataURL()
    })
  }, fontFamily)
  expect(new Set(drawings).size).toBe(4)
})
