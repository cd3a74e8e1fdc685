import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fixture, setStage, tap, texts, type Stage } from './stage'

let stage: Stage
let phone: Page

beforeAll(async () => {
  stage = await setStage({ projectDir: fixture('advanced') })
})
afterAll(() => stage.close())
beforeEach(async () => {
  await phone?.close()
  phone = await stage.open()
})

const inPage = <T>(question: (page: Window & typeof globalThis) => T) =>
  phone.evaluate(
    ([source]) => {
      const top = window.phone.currentPage()
      if (!top) throw new Error('no page')
      return (new Function(`return (${source})`)() as (page: Window) => T)(top.window)
    },
    [question.toString()] as const,
  )

describe('components', () => {
  test('related ones know each other, also when one goes', async () => {
    expect(await texts(phone, '#list')).toEqual(['2ab'])
    await phone.evaluate(() => (window.phone.currentPage()?.instance.less as () => void)())
    expect(await texts(phone, '#list')).toEqual(['1a'])
  })

  test('generics take what the page gives, else their default', async () => {
    expect(await texts(phone, '#plain')).toEqual(['plain'])
    expect(await texts(phone, '#special')).toEqual(['special'])
    expect(await inPage((page) => page.document.querySelectorAll('wx-face').length)).toBe(1)
  })

  test('a virtual host leaves no element, and shared styles reach in', async () => {
    expect(await inPage((page) => page.document.querySelectorAll('wx-badge').length)).toBe(0)
    const colour = await inPage(
      (page) => page.getComputedStyle(page.document.querySelector('.shared') as Element).color,
    )
    expect(colour).toBe('rgb(1, 2, 3)')
  })

  test('a style isolation chosen in the script lets styles out', async () => {
    const colour = await inPage(
      (page) => page.getComputedStyle(page.document.querySelector('.leaks') as Element).color,
    )
    expect(colour).toBe('rgb(9, 8, 7)')
  })

  test('behaviors bring properties, data, lifetimes and methods', async () => {
    expect(await texts(phone, '#slotted')).toEqual(['5'])
  })

  test('what a component exports is what selectComponent gives', async () => {
    const given = await phone.evaluate(() => {
      const page = window.phone.currentPage()?.instance as unknown as {
        selectComponent(selector: string): unknown
      }
      return page.selectComponent('.item')
    })
    expect(given).toEqual({ exported: 'a' })
  })
})

describe('WXS', () => {
  test('hears touches, moves elements and calls the page', async () => {
    await phone
      .frameLocator('.phone-page.top iframe')
      .locator('.swipe')
      .dispatchEvent('mousedown', { button: 0 })
    expect(
      await inPage(
        (page) => page.getComputedStyle(page.document.querySelector('.swipe') as Element).backgroundColor,
      ),
    ).toBe('rgb(4, 5, 6)')
    expect(
      await inPage((page) => page.getComputedStyle(page.document.querySelector('.other') as Element).opacity),
    ).toBe('0.5')
    expect(await texts(phone, '.far')).toEqual(['far from wxs box'])
  })

  test('follows a property', async () => {
    await tap(phone, '.wide')
    expect(
      await inPage((page) => page.getComputedStyle(page.document.querySelector('.wide') as Element).width),
    ).toBe('20px')
  })
})

describe('pages', () => {
  test('page-meta and navigation-bar speak for the page', async () => {
    expect(await phone.locator('.phone-page.top .phone-bar-title').innerText()).toBe('来自模板')
    expect(await inPage((page) => page.getComputedStyle(page.document.documentElement).fontSize)).toBe('20px')
    expect(await inPage((page) => page.getComputedStyle(page.document.body).backgroundColor)).toBe(
      'rgb(250, 240, 230)',
    )
  })

  test('a package of npm is bundled as WeChat would', async () => {
    expect(await texts(phone, '.day')).toEqual(['6月11日'])
  })

  test('scrolling is told, the bottom once for each time it is reached', async () => {
    await inPage((page) => page.scrollTo(0, 300))
    await phone.waitForTimeout(80)
    expect(await phone.evaluate(() => window.phone.currentPage()?.instance.data.scrolls)).toBe(300)
    await inPage((page) => page.scrollTo(0, 5000))
    await phone.waitForTimeout(80)
    await inPage((page) => page.scrollTo(0, 4990))
    await phone.waitForTimeout(80)
    expect(await phone.evaluate(() => window.phone.currentPage()?.instance.data.bottoms)).toBe(1)
  })

  test('an intersection observer says what came into view', async () => {
    await phone.waitForTimeout(100)
    expect(await phone.evaluate(() => window.phone.currentPage()?.instance.data.seen)).toEqual(['near'])
    await inPage((page) => page.scrollTo(0, 1100))
    await phone.waitForTimeout(150)
    expect(await phone.evaluate(() => window.phone.currentPage()?.instance.data.seen)).toEqual([
      'near',
      'below',
    ])
  })

  test('a query answers sizes, data and the viewport', async () => {
    const answers = await phone.evaluate(
      () =>
        new Promise((done) => {
          const page = window.phone.currentPage()?.instance as unknown as {
            createSelectorQuery(): {
              select(selector: string): { boundingClientRect(): void; fields(fields: object): void }
              selectAll(selector: string): { boundingClientRect(): void }
              selectViewport(): { scrollOffset(): void }
              exec(done: (answers: unknown) => void): void
            }
          }
          const query = page.createSelectorQuery()
          query.select('.swipe').boundingClientRect()
          query.selectAll('.watched').boundingClientRect()
          query.selectViewport().scrollOffset()
          query.select('.none').boundingClientRect()
          query.select('#slotted').fields({ properties: ['start'], computedStyle: ['display'] })
          query.exec(done)
        }),
    )
    expect(answers).toMatchObject([
      { width: 375, dataset: { name: 'box' } },
      [{ dataset: { name: 'near' } }, { dataset: { name: 'below' } }],
      { scrollTop: 0 },
      null,
      { start: 5 },
    ])
  })

  test('a page of a subpackage takes its query as properties, and speaks by the event channel', async () => {
    await tap(phone, '.far')
    expect(await texts(phone, '.deep')).toEqual(['43 a how {"ticket":"42","word":"a"}'])
    expect(await phone.locator('.phone-page.top .phone-bar-title').innerText()).toBe('分包')
    await phone.click('.phone-page.top .phone-bar-back')
    await phone.evaluate(() => window.phone.quiet())
    expect(await texts(phone, '.far')).toEqual(['far well'])
  })

  test('a custom tab bar stands on each tab page', async () => {
    const bar = () => phone.frameLocator('.phone-page.top iframe').locator('wx-custom-tab-bar')
    expect(await bar().innerText()).toBe('首页*\n更多')
    await bar().getByText('更多').click()
    await phone.evaluate(() => window.phone.quiet())
    expect(await texts(phone, '.here')).toEqual(['more'])
    expect(await bar().innerText()).toBe('首页\n更多*')
  })
})
