import { spawn } from 'node:child_process'
import { type Dirent, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../local/simulator/browser'
import { bundleRuntime } from '../../local/simulator/runtime-bundle'
import { startStudio, type Studio } from '../../local/studio/studio'
import { thisProject } from '../../local/studio/this-project'
import { order } from '../e2e/support/staff'

/** The phone's figures of docs/phone.md, as median (least – most). */
const folder = mkdtempSync(join(tmpdir(), 'phone-bench-'))
let browser: Awaited<ReturnType<typeof launchBrowser>>

beforeAll(async () => void (browser = await launchBrowser()))
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

function tell(what: string, values: readonly number[], unit: string): void {
  const sorted = [...values].sort((a, b) => a - b)
  const round = (value = 0) => Math.round(value)
  const median = round(sorted[Math.floor(sorted.length / 2)])
  console.log(
    `${what}: ${median} ${unit} (${round(sorted[0])} – ${round(sorted.at(-1))}, n=${sorted.length})`,
  )
}

async function firstPage(page: Page, url: string, person = 'resident-1'): Promise<void> {
  await page.goto(`${url}/phone/phone.html?${new URLSearchParams({ person, cloud: url })}`)
  await page.evaluate(() => window.phone.started)
  await page.frameLocator('.phone-page.top iframe').getByText('您没有正在办的诉求').waitFor()
}

test('cold: from `npm start` to the first page, drawn with what the functions answered', async () => {
  const ready: number[] = []
  const drawn: number[] = []
  for (let n = 0; n < 3; n += 1) {
    const from = performance.now()
    const args = [
      'tsx',
      'local/cli/start.ts',
      '--port',
      String(20_000 + n),
      '--no-open',
      '--data',
      join(folder, `cold-${n}`),
    ]
    const started = spawn('npx', args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
    const url = await new Promise<string>((resolve) => {
      started.stdout.on('data', (text: Buffer) => {
        const address = /http:\/\/127\.0\.0\.1:\d+|http:\/\/localhost:\d+/.exec(text.toString())?.[0]
        if (address) resolve(address)
      })
    })
    ready.push(performance.now() - from)
    const page = await browser.newPage()
    await firstPage(page, url)
    drawn.push(performance.now() - from)
    await page.close()
    const over = new Promise((resolve) => started.once('exit', resolve))
    process.kill(-(started.pid ?? 0), 'SIGTERM')
    await over
  }
  tell('npm start until it is ready', ready, 'ms')
  tell('npm start until the first page shows its answer', drawn, 'ms')
})

test('a save until the phone shows it; what the first screen costs', async () => {
  const studio: Studio = await startStudio(thisProject(), {
    dataDir: join(folder, 'warm'),
    functionsDir: join(folder, 'functions'),
    watch: true,
  })
  const page = await browser.newPage()
  const shown: number[] = []
  for (let n = 0; n < 5; n += 1) {
    const from = performance.now()
    await firstPage(page, studio.url)
    shown.push(performance.now() - from)
  }
  tell('a phone opened until its first page shows its answer, warm', shown, 'ms')

  const rebuilt: number[] = []
  for (let n = 0; n < 5; n += 1) {
    await page.evaluate(() => Object.assign(window, { before: true }))
    const from = performance.now()
    utimesSync('miniprogram/pages/home/home.wxml', new Date(), new Date())
    await page.waitForFunction(() => !('before' in window) && 'phone' in window)
    await page.evaluate(() => window.phone.started)
    await page.frameLocator('.phone-page.top iframe').getByText('您没有正在办的诉求').waitFor()
    rebuilt.push(performance.now() - from)
  }
  tell('a save until the reloaded phone shows it', rebuilt, 'ms')

  await firstScreen(page, studio, 'nothing under way', 'resident-1')
  for (let n = 0; n < 4; n += 1)
    await order(studio.url, 'resident-2', 'tickets.submit', {
      ...aCall,
      description: `${aCall.description}${n}`,
    })
  await firstScreen(page, studio, 'four calls under way, three of them shown', 'resident-2')
  await page.close()
  await studio.stop()
})

const aCall = {
  kind: 'help',
  description: '小区门口的路灯坏了三天，晚上很黑，老人不敢出门。',
  serviceCode: 'street-light',
  place: { areaId: 'grid-0101-1' },
  secrecy: 'named',
  phone: '13800000000',
} as const

async function firstScreen(page: Page, { url, cloud }: Studio, whose: string, person: string) {
  const callsBefore = cloud.meter.invocations().length
  await page.goto(`${url}/phone/phone.html?${new URLSearchParams({ person, cloud: url })}`)
  await page.evaluate(() => window.phone.started)
  await page.frameLocator('.phone-page.top iframe').getByText('有查询码').waitFor()
  const calls = cloud.meter.invocations().length - callsBefore
  const { log, nodes } = await page.evaluate(() => ({
    log: window.phone.setDataLog().filter(({ where }) => where.startsWith('pages/')),
    nodes: window.phone.currentPage()?.window.document.body.querySelectorAll('*').length ?? 0,
  }))
  const bytes = log.reduce((sum, one) => sum + one.bytes, 0)
  console.log(
    `first screen, ${whose}: ${log.length} setData of the page, ${bytes} bytes; ${nodes} nodes; ${calls} function calls`,
  )
  expect(log.length).toBeGreaterThan(0)
  expect({ calls, small: bytes < 20 * 1024, few: nodes < 400 }).toEqual({ calls: 1, small: true, few: true })
}

/** What WeChat uploads of the main package: our files, and of each npm package what is used or used by that. */
test('the size of the main package', () => {
  const { subPackages } = JSON.parse(readFileSync('miniprogram/app.json', 'utf8')) as {
    subPackages: { root: string }[]
  }
  const apart = ['miniprogram_npm', ...subPackages.map(({ root }) => root)]
  const own = readdirSync('miniprogram', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !apart.includes(inside(entry).split('/')[0] ?? ''))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size)
  const vant = usedVant().map((name) => folderBytes(join('node_modules/@vant/weapp/dist', name)))
  const total = (sizes: readonly number[]) => Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024)
  console.log(
    `main package: ${total(own)} KB of ours as source, ${total(vant)} KB of Vant (${vant.length} parts)`,
  )
  expect(total([...own, ...vant])).toBeLessThan(800)
})

const inside = ({ parentPath, name }: Dirent) => relative('miniprogram', join(parentPath, name))

const folderBytes = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts'))
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)

/** Vant's components that any page names, those that they name, and what all share. */
function usedVant(): string[] {
  const found = new Set<string>(['common', 'mixins', 'wxs'])
  const look = (json: string) => {
    const { usingComponents = {} } = JSON.parse(json) as { usingComponents?: Record<string, string> }
    for (const path of Object.values(usingComponents)) {
      const name = /^(?:@vant\/weapp|\.\.)\/([\w-]+)\/index$/.exec(path)?.[1]
      if (!name || found.has(name)) continue
      found.add(name)
      look(readFileSync(join('node_modules/@vant/weapp/dist', name, 'index.json'), 'utf8'))
    }
  }
  for (const entry of readdirSync('miniprogram', { recursive: true, withFileTypes: true }))
    if (entry.isFile() && entry.name.endsWith('.json'))
      look(readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  return [...found]
}

test('the size of the runtime', async () => {
  for (const minify of [false, true]) {
    const { code } = await bundleRuntime({ minify })
    console.log(`runtime${minify ? ', minified' : ''}: ${Math.round(Buffer.byteLength(code) / 1024)} KB`)
  }
})
