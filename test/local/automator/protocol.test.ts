import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type DrivenProject, driveProject, type MiniProgram } from '../../support/driven-phone'

/** Every method of the protocol table, through the unmodified miniprogram-automator. Its route calls sleep 3 s: not here. */

/** What the functions given to `evaluate` see inside the phone. */
declare const getApp: () => { globalData: { greeting: string } }
declare const wx: { getLocation(options: { success(result: { longitude: number }): void }): void }

let project: DrivenProject
let phone: MiniProgram

beforeAll(async () => {
  project = await driveProject(join(import.meta.dirname, 'fixtures/driven'))
  phone = await project.connect('resident-1')
})
afterAll(() => project.stop())
beforeEach(async () => {
  await phone.callWxMethod('reLaunch', { url: '/pages/home/home?street=3' })
})

const home = async () => (await phone.currentPage())!
const element = async (selector: string) => (await (await home()).$(selector))!

describe('the app', () => {
  test('tells the page on top and the stack below it', async () => {
    await phone.callWxMethod('navigateTo', { url: '/pages/other/other?from=home' })
    const page = await home()
    expect([page.path, page.query, await page.data('from')]).toEqual([
      'pages/other/other',
      { from: 'home' },
      'home',
    ])
    expect((await phone.pageStack()).map(({ path }) => path)).toEqual([
      'pages/home/home',
      'pages/other/other',
    ])
  })

  test('runs a function in the app with its arguments, and answers what it returns', async () => {
    const answer = await phone.evaluate((name: string) => `${getApp().globalData.greeting}，${name}`, '居民')
    expect(answer).toBe('你好，居民')
  })

  test('lets a result stand for an API, for promises and callbacks alike, until it is restored', async () => {
    await phone.mockWxMethod('getLocation', { latitude: 28, longitude: 112 })
    expect(await phone.callWxMethod('getLocation', {})).toMatchObject({ latitude: 28 })
    const heard = await phone.evaluate(
      () => new Promise((resolve) => wx.getLocation({ success: ({ longitude }) => resolve(longitude) })),
    )
    expect(heard).toBe(112)
    await phone.mockWxMethod('navigateTo', { errMsg: 'navigateTo:fail by the test' })
    await expect(phone.callWxMethod('navigateTo', { url: '/pages/other/other' })).rejects.toThrow(
      'by the test',
    )
    await phone.restoreWxMethod('navigateTo')
    await phone.callWxMethod('navigateTo', { url: '/pages/other/other' })
    expect((await home()).path).toBe('pages/other/other')
  })

  test('lets a function stand for an API, which may call the real one', async () => {
    await phone.mockWxMethod(
      'navigateTo',
      function (this: { origin(options: object): Promise<unknown> }, { url }: { url: string }, from: string) {
        return this.origin({ url: `${url}?from=${from}` })
      },
      'stand-in',
    )
    await phone.callWxMethod('navigateTo', { url: '/pages/other/other' })
    await phone.restoreWxMethod('navigateTo')
    expect((await home()).query).toEqual({ from: 'stand-in' })
  })

  test('calls back into the test through an exposed function', async () => {
    const heard = new Promise(
      (resolve) => void phone.exposeFunction('told', (...args: unknown[]) => resolve(args)),
    )
    await expect
      .poll(() => phone.evaluate(() => typeof (globalThis as { told?: unknown }).told))
      .toBe('function')
    await phone.evaluate(() => (globalThis as unknown as { told(...args: unknown[]): void }).told('工单', 7))
    expect(await heard).toEqual(['工单', 7])
  })

  test('tells what is written to the console, and what goes wrong', async () => {
    const said = new Promise((resolve) => phone.on('console', resolve))
    const failed = new Promise<{ message: string }>((resolve) => phone.on('exception', resolve))
    await (await home()).callMethod('speak')
    expect(await said).toEqual({ type: 'log', args: ['说一句', { ticket: 7 }] })
    await phone.evaluate(
      () =>
        void setTimeout(() => {
          throw new Error('出错的一步')
        }),
    )
    expect((await failed).message).toContain('出错的一步')
  })

  test('takes a screenshot as a PNG of the whole screen', async () => {
    const data = await phone.screenshot()
    const picture = PNG.sync.read(Buffer.from(data as string, 'base64'))
    expect([picture.width, picture.height]).toEqual([750, 1624])
    expect(new Set(picture.data).size).toBeGreaterThan(20)
  })

  test('tells how large a page is and how far it is scrolled', async () => {
    const page = await home()
    expect((await page.size()).height).toBeGreaterThan(3000)
    expect(await page.scrollTop()).toBe(0)
  })
})

describe('the tool', () => {
  test('names the people who can be chosen', async () => {
    expect(await phone.testAccounts()).toEqual([{ nickName: '居民 1', openid: 'resident-1' }])
  })

  test('is its own remote debugger', async () => {
    await phone.remote()
  })

  test('audits what was measured: setData by page', async () => {
    const audits = (await phone.stopAudits()) as { setData: Record<string, { calls: number; bytes: number }> }
    expect(audits.setData['pages/home/home']?.bytes).toBeGreaterThan(0)
  })

  test('goes back and home as a person would', async () => {
    await phone.callWxMethod('navigateTo', { url: '/pages/other/other' })
    await phone.native().navigateLeft()
    expect((await home()).path).toBe('pages/home/home')
    await phone.callWxMethod('navigateTo', { url: '/pages/other/other' })
    await phone.native().goHome()
    expect((await phone.pageStack()).map(({ path }) => path)).toEqual(['pages/home/home'])
  })

  test('refuses by name what this phone has not', async () => {
    await expect(phone.getTicket()).rejects.toThrow('Tool.getTicket is not answered by this phone')
    await expect(phone.native().closePaymentDialog()).rejects.toThrow('closePaymentDialog')
    await expect(phone.callPluginWxMethod('wx123', 'login')).rejects.toThrow('no plugins')
  })
})

describe('a page', () => {
  test('shows its data, whole and by path, and takes new data', async () => {
    const page = await home()
    expect(await page.data('deep.list[0].name')).toBe('甲')
    await page.setData({ 'deep.list[0].name': '乙', title: '新标题' })
    expect(await page.data()).toMatchObject({ deep: { list: [{ name: '乙' }] }, query: { street: '3' } })
    expect(await (await element('#title')).text()).toBe('新标题')
  })

  test('calls a method and waits for its promise; a failing one says why', async () => {
    const page = await home()
    expect(await page.callMethod('sum', 2, 3)).toEqual({ sum: 5 })
    await expect(page.callMethod('fails')).rejects.toThrow('这一步做不了')
    await expect(page.callMethod('flies')).rejects.toThrow('page pages/home/home has no method flies')
  })

  test('finds elements by selector, one or all, and nothing as null', async () => {
    const page = await home()
    expect((await page.$$('.row')).length).toBe(2)
    expect(await page.$('.nowhere')).toBeNull()
    expect((await page.$('.row'))?.tagName).toBe('view')
    expect(await page.$('.deepest')).toBeNull()
  })

  test('finds elements by XPath', async () => {
    const page = await home()
    const rows = await page.getElementsByXpath('//view[@class="rows"]/view')
    expect(await Promise.all(rows.map((row: { text(): Promise<string> }) => row.text()))).toEqual([
      '路灯',
      '积水',
    ])
    expect(await (await page.xpath('//view[contains(text(), "taps") or @id="none"]'))!.text()).toContain(
      'taps 0',
    )
    expect(await page.xpath('//image')).toBeNull()
  })

  test('waits for an element', async () => {
    const page = await home()
    await page.waitFor('.row')
  })

  test('that was closed answers nothing any more', async () => {
    const page = await home()
    await phone.callWxMethod('reLaunch', { url: '/pages/other/other' })
    await expect(page.data()).rejects.toThrow('is not open any more')
  })
})

describe('an element', () => {
  test('tells its text, size, place, attributes, properties and style', async () => {
    const title = await element('#title')
    expect(await title.text()).toBe('诉求')
    expect((await title.size()).width).toBe(375)
    expect(await title.offset()).toMatchObject({ left: 0 })
    expect(await title.attribute('class')).toContain('title')
    expect(await title.property('dataset')).toEqual({ ticket: '7' })
    expect(await title.style('color')).toBe('rgb(31, 94, 255)')
    await expect(title.property('nothing')).rejects.toThrow('view.nothing not exists')
  })

  test('tells its markup, inside and out', async () => {
    expect(await (await element('.rows')).wxml()).toContain('路灯')
    expect(await (await element('#title')).outerWxml()).toMatch(/^<view[^>]*id="title"/)
  })

  test('is found below another', async () => {
    const rows = await element('.rows')
    expect((await rows.$$('.row')).length).toBe(2)
    expect(await (await rows.$('.row'))!.text()).toBe('路灯')
    expect(await rows.$('#title')).toBeNull()
  })

  test('is tapped and held as by a finger', async () => {
    const button = await element('.button')
    await button.tap()
    expect(await button.text()).toBe('taps 1, holds 0')
    await button.longpress()
    await expect.poll(() => button.text()).toBe('taps 1, holds 1')
  })

  test('is touched where asked, else in its middle', async () => {
    const touched = await element('.touched')
    await touched.touchstart()
    await touched.touchmove({
      touches: [{ identifier: 0, clientX: 12, clientY: 5 }],
      changeTouches: [{ clientX: 12 }],
    })
    await touched.touchend()
    expect(await (await home()).data('touches')).toBe('touchstart:1@188 touchmove:1@12 touchend:0@188')
    await touched.dispatchEvent({ eventName: 'touchstart', touches: [{ clientX: 40, clientY: 5 }] })
    expect(await (await home()).data('touches')).toContain('touchstart:1@40')
  })

  test('triggers an event with its detail', async () => {
    await (await element('#counter')).trigger('grown', { by: 9 })
    await (await element('#counter')).dispatchEvent({ eventName: 'grown', detail: { by: 1 } })
    expect(await (await home()).data('grown')).toBe(10)
  })
})

describe('a component', () => {
  test('shows its data and properties, takes data, and runs its methods', async () => {
    const counter = (await element('#counter')) as Awaited<ReturnType<typeof element>> & {
      data(path?: string): Promise<unknown>
      setData(change: object): Promise<void>
      callMethod(name: string, ...args: unknown[]): Promise<unknown>
    }
    expect([counter.tagName, await counter.property('label'), await counter.property('step')]).toEqual([
      'counter',
      '数',
      2,
    ])
    expect(await counter.callMethod('grow', 3)).toBe(6)
    expect(await (await home()).data('grown')).toBe(6)
    await counter.setData({ count: 40 })
    expect(await counter.data('count')).toBe(40)
    expect(await counter.data()).toMatchObject({ label: '数', count: 40 })
    expect(await (await counter.$('.label'))!.text()).toBe('数 40')
    expect((await counter.$$('.deepest')).length).toBe(1)
    await expect(counter.callMethod('flies')).rejects.toThrow('has no method flies')
  })
  test('is tapped where its own button lies', async () => {
    const counter = await element('#counter')
    await (await counter.$('.inner'))!.tap()
    expect(await (await home()).data('grown')).toBe(2)
    await counter.tap()
    await expect.poll(async () => (await home()).data('grown')).toBe(4)
  })
})
