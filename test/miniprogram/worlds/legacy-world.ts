import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import type { Page } from 'playwright-core'
import { theBrowser } from '../../support/browser'
import { type AppCopy, copyApp } from './app-copy'
import { callLegacy, loadLegacy, showLegacy, typeLegacy } from './legacy-page'
import { looking } from './looking'
import { standIn, throughTest } from './stand-ins'
import type { Shown, World } from './world'

const require = createRequire(import.meta.url)

interface WxmlCompiler {
  /** @param options.maxBuffer most bytes that the compiler may print; its default of 1 MB is less than all our pages. */
  wxmlToJs(root: string, options: { maxBuffer: number }): string
}

const templatesMost = 16 * 1024 * 1024

/**
 * The legacy framework of phones before base library 3.8.12: miniprogram-simulate and j-component in a browser (their
 * own way for karma), templates compiled by the official wcc.
 */
export async function legacyWorld(): Promise<World> {
  const app = copyApp()
  await cp('node_modules/@vant/weapp/lib', join(app.root, 'miniprogram_npm/@vant/weapp'), { recursive: true })
  const files = compile(app)
  const { wxmlToJs } = require('miniprogram-compiler') as WxmlCompiler
  const templates = wxmlToJs(app.root, { maxBuffer: templatesMost })
  const page = await (await theBrowser()).newPage({ viewport: { width: 375, height: 667 } })
  page.setDefaultTimeout(20_000)
  await page.setContent('<!doctype html><style>wx-view { display: block }</style><body></body>')
  await page.addScriptTag({ content: readFileSync(require.resolve('miniprogram-simulate/build.js'), 'utf8') })
  await page.evaluate(loadLegacy, [files, templates] as const)

  const show: World['component'] = async (path, properties = {}, answers = {}) => {
    await page.evaluate(standIn, ['window', answers] as const)
    await page.evaluate(showLegacy, [path, properties] as const)
    return shownOn(page)
  }
  return {
    component: show,
    async page(path, query = {}, answers = {}) {
      const shown = await show(path, {}, answers)
      for (const [name, argument] of [['onLoad', query], ['onShow'], ['onReady']] as const)
        await page.evaluate(callLegacy, [name, argument] as const)
      return shown
    },
    async connect(call) {
      await page.exposeFunction(throughTest, call)
    },
    async close() {
      await page.close()
      app.remove()
    },
  }
}

/** Scripts as CommonJS, npm packages by absolute path: j-component knows no other. By path with a leading slash. */
function compile(app: AppCopy): Record<string, string> {
  const files: Record<string, string> = {}
  for (const path of app.files()) {
    const ending = /\.(ts|js|json|wxss)$/.exec(path)?.[1]
    if (ending === undefined) continue
    const text = app.read(path)
    if (ending === 'json') {
      app.write(path, text.replaceAll('"@vant/weapp/', '"/miniprogram_npm/@vant/weapp/'))
      files[`/${path}`] = app.read(path)
    } else if (ending === 'wxss') files[`/${path}`] = text
    else {
      const { code } = transformSync(text, { loader: ending as 'ts' | 'js', format: 'cjs', target: 'es2020' })
      files[`/${path.slice(0, -ending.length)}js`] = code
    }
  }
  return files
}

function shownOn(page: Page): Shown {
  const { one, ...seen } = looking(page.mainFrame())
  return {
    ...seen,
    async tap(name, words) {
      await (
        await one(name, words)
      ).evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        const [clientX, clientY] = [x + width / 2, y + height / 2]
        // What lies in its middle, as a button inside a component does. No scrolling: it would cancel the tap.
        const met = [...element.querySelectorAll('*')].filter((inner) => {
          const { left, right, top, bottom } = inner.getBoundingClientRect()
          return left <= clientX && clientX <= right && top <= clientY && clientY <= bottom
        })
        const target = met.at(-1) ?? element
        const touch = new Touch({ identifier: 1, target, clientX, clientY })
        const options = { bubbles: true, cancelable: true, changedTouches: [touch] }
        target.dispatchEvent(new TouchEvent('touchstart', { ...options, touches: [touch] }))
        target.dispatchEvent(new TouchEvent('touchend', { ...options, touches: [] }))
      })
    },
    async type(name, words) {
      await one(name)
      await page.evaluate(typeLegacy, [name, words] as const)
    },
    change: (properties) => page.evaluate((values) => window.legacy?.root?.setData(values), properties),
    heard: (event) =>
      page.evaluate(
        (type) => (window.legacy?.heard ?? []).filter(([name]) => name === type).map(([, detail]) => detail),
        event,
      ),
    asked: (name) =>
      page.evaluate(
        (api) => window.standIns?.asked.filter(([one]) => one === api).map(([, it]) => it) ?? [],
        name,
      ),
  }
}
