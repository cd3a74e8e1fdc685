import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answered, answerOf, glass, press } from '../gallery'
import { fixture, setStage, type Stage } from '../stage'

let stage: Stage
let phone: Page
let elsewhere: Server

beforeAll(async () => {
  stage = await setStage({ projectDir: fixture('gallery') })
  phone = await stage.open()
  elsewhere = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', '*')
    if (request.url === '/slow') return
    response.end(JSON.stringify({ method: request.method, url: request.url }))
  })
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done))
})
afterAll(async () => {
  elsewhere.closeAllConnections()
  elsewhere.close()
  await stage.close()
})

const origin = () => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`

test('tells the phone, its window and its base library', async () => {
  const info = await phone.evaluate(() => {
    const wx = window.phone.wx as Record<string, () => Record<string, unknown>>
    return {
      ...wx.getWindowInfo?.(),
      ...wx.getAppBaseInfo?.(),
      capsule: wx.getMenuButtonBoundingClientRect?.(),
    }
  })
  expect(info).toMatchObject({
    screenWidth: 375,
    windowWidth: 375,
    SDKVersion: expect.stringMatching(/^3\.\d+\.\d+$/),
    fontSizeSetting: 17,
    capsule: { width: 87, right: 368 },
  })
})

test('an old base library can be played', async () => {
  const version = await phone.evaluate(() => {
    window.phone.device.sdkVersion = '2.30.0'
    return (window.phone.wx.getAppBaseInfo as () => { SDKVersion: string })().SDKVersion
  })
  expect(version).toBe('2.30.0')
})

test.each([
  ['chooseMedia', true],
  ['openEmbeddedMiniProgram', false],
  ['button.open-type', true],
  ['button.no-such', false],
  ['editor', false],
])('canIUse(%s) is %s', async (schema, usable) => {
  expect(
    await phone.evaluate((name) => (window.phone.wx.canIUse as (name: string) => boolean)(name), schema),
  ).toBe(usable)
})

test('the network’s changes are told', async () => {
  const told = await phone.evaluate(async () => {
    const seen: unknown[] = []
    const wx = window.phone.wx as Record<string, (hear: (change: unknown) => void) => void>
    const hear = (change: unknown) => seen.push(change)
    wx.onNetworkStatusChange?.(hear)
    window.phone.network.change('none')
    window.phone.network.change('4g')
    wx.offNetworkStatusChange?.(hear)
    window.phone.network.change('wifi')
    return seen
  })
  expect(told).toEqual([
    { isConnected: false, networkType: 'none' },
    { isConnected: true, networkType: '4g' },
  ])
})

test('files are written, read, listed and taken away', async () => {
  const told = await phone.evaluate(async () => {
    type Files = Record<string, (...args: unknown[]) => unknown>
    const files = (window.phone.wx.getFileSystemManager as () => Files)()
    const folder = (window.phone.wx.env as { USER_DATA_PATH: string }).USER_DATA_PATH
    files.writeFileSync?.(`${folder}/草稿.txt`, 'aGk=', 'base64')
    const { data } = (await files.readFile?.({ filePath: `${folder}/草稿.txt`, encoding: 'utf8' })) as {
      data: string
    }
    const names = files.readdirSync?.(folder)
    files.unlinkSync?.(`${folder}/草稿.txt`)
    const gone = await Promise.resolve(files.access?.({ path: `${folder}/草稿.txt` })).catch(
      (error: Error) => error.message,
    )
    return { data, names, gone }
  })
  expect(told).toEqual({
    data: 'hi',
    names: ['草稿.txt'],
    gone: 'access:fail no such file or directory, open "wxfile://usr/草稿.txt"',
  })
})

test('a request answers, and can be aborted', async () => {
  expect(await answerOf(phone, 'request', { url: `${origin()}/a`, data: { b: 1 } })).toMatchObject({
    errMsg: 'request:ok',
    statusCode: 200,
    data: { method: 'GET', url: '/a?b=1' },
  })
  const aborted = await phone.evaluate(
    (url) =>
      new Promise<{ errMsg: string }>((done) => {
        const send = window.phone.wx.request as (options: object) => { abort(): void }
        const task = send({ url, fail: done })
        setTimeout(() => task.abort(), 20)
      }),
    `${origin()}/slow`,
  )
  expect(aborted.errMsg).toBe('request:fail abort')
})

test('what was copied can be pasted', async () => {
  await answerOf(phone, 'setClipboardData', { data: '20260603-7' })
  const pasted = await answered(phone, 'getClipboardData', {}, () => press(phone, '同意'))
  expect(pasted).toMatchObject({ data: '20260603-7' })
})

test('a recording starts after two consents and ends as a file', async () => {
  const recording = phone.evaluate(
    () =>
      new Promise<Record<string, unknown>>((done) => {
        type Recorder = Record<string, (given?: unknown) => void>
        const recorder = (window.phone.wx.getRecorderManager as () => Recorder)()
        recorder.onStart?.(() => setTimeout(() => recorder.stop?.(), 50))
        recorder.onStop?.(done)
        recorder.start?.({})
      }),
  )
  await press(phone, '允许')
  const { tempFilePath, fileSize } = await recording
  expect(tempFilePath).toMatch(/^wxfile:\/\/.*\.wav$/)
  expect(fileSize).toBeGreaterThan(44)
})

test('badges stand on tabs, and not on pages without', async () => {
  expect((await answerOf(phone, 'setTabBarBadge', { index: 1, text: '3' })).errMsg).toBe('setTabBarBadge:ok')
  expect((await answerOf(phone, 'setTabBarBadge', { index: 7, text: '3' })).errMsg).toBe(
    'setTabBarBadge:fail tabbar item not found',
  )
  await phone.evaluate(() => window.phone.callWxMethod('navigateTo', [{ url: '/pages/form/form' }]))
  expect((await answerOf(phone, 'hideTabBar')).errMsg).toBe('hideTabBar:fail not TabBar page')
})

test('pageScrollTo goes to a place or an element', async () => {
  await answerOf(phone, 'pageScrollTo', { selector: '#submit', duration: 0 })
  const top = await glass(phone)
    .locator('body')
    .evaluate(() => window.scrollY)
  expect(top).toBeGreaterThan(0)
  await answerOf(phone, 'pageScrollTo', { scrollTop: 0, duration: 0 })
  expect(
    await glass(phone)
      .locator('body')
      .evaluate(() => window.scrollY),
  ).toBe(0)
})

test('pictures are looked at in the dark, one after the other', async () => {
  await answerOf(phone, 'previewImage', { urls: ['/assets/street.svg', '/assets/street.svg?2'] })
  await phone.getByRole('button', { name: '下一张' }).click()
  expect(await phone.locator('.wx-preview').innerText()).toContain('2 / 2')
  await phone.locator('.wx-preview').click({ position: { x: 180, y: 40 } })
  expect(await phone.locator('.wx-preview').count()).toBe(0)
})

test('a canvas becomes a picture', async () => {
  await phone.evaluate(() => window.phone.callWxMethod('navigateTo', [{ url: '/pages/drawn/drawn' }]))
  await phone.evaluate(() => window.phone.quiet())
  const { tempFilePath } = await answerOf(phone, 'canvasToTempFilePath', { canvasId: 'old', fileType: 'png' })
  expect(await answerOf(phone, 'getImageInfo', { src: tempFilePath })).toMatchObject({
    width: 200,
    height: 60,
  })
})

describe('keys', () => {
  const heard = (page: Page) => page.evaluate(() => (window as unknown as { keys: string[] }).keys)

  async function listening(width: number): Promise<Page> {
    const page = await stage.open()
    await page.setViewportSize({ width, height: 700 })
    await page.reload()
    await page.evaluate(() => window.phone.started)
    await page.evaluate(() => {
      const keys: string[] = []
      Object.assign(window, { keys })
      type Listen = (listener: (press: { key: string; code: string }) => void) => void
      ;(window.phone.wx.onKeyDown as Listen)(({ key, code }) => keys.push(`${key} ${code}`))
    })
    return page
  }

  test('are told on a computer once the window was used, and never on a phone', async () => {
    const computer = await listening(1280)
    await computer.keyboard.press('j')
    expect(await heard(computer)).toEqual([])
    await computer.mouse.click(5, 200)
    await computer.keyboard.press('j')
    await computer.keyboard.press('?')
    expect(await heard(computer)).toEqual(['j KeyJ', '? Slash'])
    const small = await listening(375)
    await small.mouse.click(5, 200)
    await small.keyboard.press('j')
    expect(await heard(small)).toEqual([])
  })

  test('are text while a field has the focus, and nothing after wx.offKeyDown', async () => {
    const computer = await listening(1280)
    await computer.mouse.click(5, 200)
    const field = (then: 'focus' | 'blur') =>
      computer.evaluate((what) => {
        const { document } = window.phone.currentPage()?.window ?? window
        const input = document.querySelector('textarea.typed') ?? document.createElement('textarea')
        input.className = 'typed'
        document.body.append(input)
        ;(input as HTMLTextAreaElement)[what]()
      }, then)
    await field('focus')
    await computer.keyboard.press('j')
    expect(await heard(computer)).toEqual([])
    await field('blur')
    await computer.keyboard.press('k')
    expect(await heard(computer)).toEqual(['k KeyK'])
    await computer.evaluate(() => (window.phone.wx.offKeyDown as () => void)())
    await computer.keyboard.press('k')
    expect(await heard(computer)).toEqual(['k KeyK'])
  })
})
