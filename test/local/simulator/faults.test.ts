import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callWx, fixture, setStage, tap, texts, type Stage } from './stage'

const overlay = (phone: Page) => phone.locator('.phone-overlay')

describe('an error is shown over the phone with its place in the source', () => {
  let stage: Stage
  let phone: Page
  beforeAll(async () => {
    stage = await setStage({ projectDir: fixture('faults') })
  })
  afterAll(() => stage.close())
  beforeEach(async () => {
    phone = await stage.open()
  })
  afterEach(() => phone.close())

  test('in a handler', async () => {
    await tap(phone, '.word')
    await overlay(phone).getByText('fine.ts').waitFor()
    const shown = await overlay(phone).innerText()
    expect(shown).toContain("Cannot read properties of undefined (reading 'word')")
    expect(shown).toContain('faults/pages/fine/fine.ts:12:')
  })

  test('in a page that can’t even be run', async () => {
    await expect(callWx(phone, 'navigateTo', { url: '/pages/throws/throws' })).rejects.toThrow(
      'broken from the start',
    )
    expect(await texts(phone, '.word')).toEqual(['before'])
  })

  test('when one of WeChat’s components that this phone lacks is drawn', async () => {
    const { problems } = await stage.server.bundle()
    expect(problems).toMatchObject([{ severity: 'warning', line: 1, column: 31 }])
    await callWx(phone, 'navigateTo', { url: '/pages/missing/missing' })
    await overlay(phone).getByText('这部手机没有组件 <voip-room>').waitFor()
    expect(await texts(phone, '.word')).toEqual(['here'])
  })

  test('at launch on a page that is not there, unless the app leads elsewhere', async () => {
    const led = await stage.open({ path: 'pages/old/old' })
    expect(await texts(led, '.word')).toEqual(['moved'])
    expect(await overlay(led).count()).toBe(0)
    const lost = await stage.open({ path: 'pages/none/none' })
    await overlay(lost).getByText('page "pages/none/none" is not found').waitFor()
  })

  test('and can be closed', async () => {
    await tap(phone, '.word')
    await overlay(phone).getByText('fine.ts').waitFor()
    await phone.click('.phone-overlay button')
    expect(await overlay(phone).count()).toBe(0)
  })
})

describe('on save', () => {
  let folder: string
  let stage: Stage
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mini-'))
    cpSync(fixture('faults'), folder, { recursive: true })
    stage = await setStage({ projectDir: folder, watch: true })
  })
  afterEach(async () => {
    await stage.close()
    rmSync(folder, { recursive: true })
  })

  test('the phone reloads within a second, on the page that was open', async () => {
    const phone = await stage.open({ path: 'pages/fine/fine?word=kept' })
    expect(await texts(phone, '.word')).toEqual(['kept'])
    const file = join(folder, 'pages/fine/fine.wxml')
    const from = performance.now()
    writeFileSync(file, readFileSync(file, 'utf8').replace('{{ word }}', '{{ word }} and new'))
    await phone.frameLocator('.phone-page.top iframe').getByText('kept and new').waitFor({ timeout: 5000 })
    const took = performance.now() - from
    // Of a machine that has nothing else to do; on a crowded one everything takes its share longer.
    const crowd = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())
    expect(took).toBeLessThan(1000 * crowd)
  })

  test('a mistake is told, and mended by the next save', async () => {
    const phone = await stage.open()
    const file = join(folder, 'pages/fine/fine.wxml')
    const good = readFileSync(file, 'utf8')
    writeFileSync(file, '<view>\n  <vieww />\n</view>')
    await overlay(phone).getByText('不认识的组件 <vieww>').waitFor({ timeout: 5000 })
    expect(await overlay(phone).innerText()).toContain('fine.wxml:2:3')
    writeFileSync(file, good)
    await phone.frameLocator('.phone-page.top iframe').getByText('before').waitFor({ timeout: 5000 })
  })
})
