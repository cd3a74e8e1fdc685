import type { Frame, Page } from 'playwright-core'
import { setStage } from '../../local/simulator/stage'
import { type AppCopy, componentsOf, copyApp, interfaceOf, stagePage } from './app-copy'
import { looking } from './looking'
import { type Answers, standIn, throughTest } from './stand-ins'
import type { Shown, World } from './world'

/** Our simulator: glass-easel, as in WeChat from base library 3.8.12. A component gets a page around it. */
export async function ourWorld(): Promise<World> {
  const app = copyApp()
  for (const component of componentsOf(app)) addStage(app, component)
  const stage = await setStage({ projectDir: app.root })
  const phone = await stage.open({ path: 'pages/upgrade/upgrade' })

  async function open(url: string, answers: Answers): Promise<void> {
    await phone.evaluate(standIn, ['phone', answers] as const)
    await phone.evaluate(async (target) => {
      await window.phone.callWxMethod('reLaunch', [{ url: target }])
      await window.phone.quiet()
    }, url)
  }
  return {
    async component(path, properties = {}, answers = {}) {
      await open(`/${stagePage(path)}`, answers)
      await setData(phone, { ...given(properties), shown: true })
      return shownOn(phone)
    },
    async page(path, query = {}, answers = {}) {
      await open(`/${path}?${new URLSearchParams(query).toString()}`, answers)
      return shownOn(phone)
    },
    async connect(call) {
      await phone.exposeFunction(throughTest, call)
    },
    async close() {
      await stage.close()
      app.remove()
    },
  }
}

/** A page whose only content is the component, all properties bound, all events heard. */
function addStage(app: AppCopy, component: string): void {
  const page = stagePage(component)
  const { properties, events } = interfaceOf(app, component)
  const attributes = [
    ...properties.map((name) => `${name}="{{given.${name}}}"`),
    ...events.map((name) => `bind:${name}="hear"`),
  ]
  app.write(`${page}.json`, JSON.stringify({ usingComponents: { 'the-component': `/${component}` } }))
  app.write(`${page}.wxml`, `<the-component wx:if="{{shown}}" ${attributes.join(' ')} />`)
  app.write(
    `${page}.ts`,
    `Page({
      data: { given: {}, shown: false, heard: [] },
      hear({ type, detail }) { this.setData({ heard: [...this.data.heard, [type, detail]] }) },
    })`,
  )
  const config = JSON.parse(app.read('app.json')) as { pages: string[] }
  app.write('app.json', JSON.stringify({ ...config, pages: [...config.pages, page] }))
}

const given = (properties: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [`given.${name}`, value]))

const setData = (phone: Page, change: Record<string, unknown>) =>
  phone.evaluate(async (values) => {
    window.phone.currentPage()?.instance.setData(values)
    await window.phone.quiet()
  }, change)

async function shownOn(phone: Page): Promise<Shown> {
  const iframe = await phone.locator('.phone-page.top iframe').elementHandle()
  const { one, ...seen } = looking((await iframe?.contentFrame()) as Frame)
  return {
    ...seen,
    tap: async (name, words) => (await one(name, words)).click(),
    type: async (name, words) => (await (await one(name)).$('input, textarea'))?.fill(words),
    change: (properties) => setData(phone, given(properties)),
    heard: (event) =>
      phone.evaluate((type) => {
        const heard = (window.phone.currentPage()?.instance.data.heard ?? []) as [string, unknown][]
        return heard.filter(([name]) => name === type).map(([, detail]) => detail)
      }, event),
    asked: (name) =>
      phone.evaluate(
        (api) => window.standIns?.asked.filter(([one]) => one === api).map(([, it]) => it) ?? [],
        name,
      ),
  }
}
