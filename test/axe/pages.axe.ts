import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SubmitInput } from '../../typings/contract/commands'
import { launchBrowser } from '../../local/simulator/browser'
import { startStudio, type Studio } from '../../local/studio/studio'
import { thisProject } from '../../local/studio/this-project'
import { order } from '../e2e/support/staff'
import { seriousFindings, unfitForHands } from './audit'

/** Each page of app.json, with somebody's real work on it: a new page is looked at without being named here. */
interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}
const app = JSON.parse(readFileSync('miniprogram/app.json', 'utf8')) as AppJson
const pages = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages: own }) => own.map((one) => `${root}/${one}`)),
]

const contact = 'contact-city-management'
const folder = mkdtempSync(join(tmpdir(), 'axe-'))
let browser: Browser
let studio: Studio
let photo = ''
const tickets = { open: '', answered: '', shared: '', waiting: '' }

/** Who opens a page, where it is not a resident. */
const readers: Record<string, string> = { staff: contact, oversight: 'supervisor-1', admin: 'admin-1' }
const ownReaders: Record<string, string> = {
  'staff/desk/desk': 'dispatcher-1',
  'staff/publish/publish': 'dispatcher-1',
  'staff/cover/cover': 'dispatcher-1',
  'staff/code-sheet/code-sheet': 'grid-worker-1',
  'staff/grid/grid': 'grid-worker-1',
}

const queries = (): Record<string, string> => ({
  'pages/ticket/ticket': `ticketId=${tickets.answered}`,
  'pages/shared/shared': `ticketId=${tickets.shared}`,
  'pages/reveal/reveal': `ticketId=${tickets.open}`,
  'staff/ticket/ticket': `ticketId=${tickets.waiting}`,
  'staff/reply/reply': `ticketId=${tickets.open}`,
  'oversight/plan/plan': `planId=${encodeURIComponent('2026-06:street-light')}`,
  'oversight/plan-form/plan-form': 'serviceCode=street-light',
  'staff/publish/publish': `ticketId=${tickets.shared}`,
  'staff/cover/cover': `fileId=${encodeURIComponent(photo)}&position=${encodeURIComponent('第 1 张照片')}`,
  'square/detail/detail': `publicationId=${tickets.answered}`,
})

const looks = [
  { name: 'normal', width: 375, height: 812, look: {}, touch: 44 },
  { name: 'elder', width: 375, height: 812, look: { elder: 'on' }, touch: 60 },
  { name: 'contrast', width: 375, height: 812, look: { contrast: true }, touch: 44 },
  { name: 'pc', width: 1100, height: 760, look: {}, touch: 44 },
] as const

beforeAll(async () => {
  ;[browser, studio] = await Promise.all([
    launchBrowser(),
    startStudio(thisProject(), {
      dataDir: join(folder, 'stage'),
      functionsDir: join(folder, 'functions'),
      clock: { startAt: Date.parse('2026-06-01T09:00:00+08:00'), rate: 0 },
    }),
  ])
  await liveALittle()
})
afterAll(async () => {
  await browser.close()
  await studio.stop()
  rmSync(folder, { recursive: true, force: true })
})

const aLight = (description: string): SubmitInput => ({
  kind: 'help',
  description,
  serviceCode: 'street-light',
  place: { areaId: 'grid-0101-1', address: '三号门口' },
  attachments: [{ fileId: photo, type: 'photo' }],
  secrecy: 'named',
  name: '王女士',
  phone: '13800000000',
})

async function liveALittle() {
  const { url } = studio
  const call = async (openid: string, words: string) =>
    (await order(url, openid, 'tickets.submit', aLight(words))).ticketId
  const version = (id: string) => Number(studio.cloud.database.read('tickets', { _id: id })[0]?.version)
  photo = await upload(readFileSync('miniprogram/images/tab-home.png'))
  tickets.answered = await call('resident-1', '三号门口的路灯坏了三天，晚上很黑，老人不敢出门。')
  tickets.open = await call('resident-1', '西门的路灯一闪一闪')
  tickets.waiting = await call('resident-1', '东门的路灯不亮')
  tickets.shared = await call('resident-2', '南门的路灯倒了')
  await order(url, 'resident-1', 'tickets.coSign', { ticketId: tickets.shared })
  await order(url, contact, 'tickets.acknowledge', { ticketId: tickets.open }, version(tickets.open))
  for (const ticketId of [tickets.answered, tickets.shared]) {
    const on = { ticketId }
    await order(url, contact, 'tickets.acknowledge', on, version(ticketId))
    const called = { ...on, how: 'phone', note: '约好今晚' } as const
    await order(url, contact, 'tickets.contactResident', called, version(ticketId))
    const reply = { ...on, text: '路灯今晚已换好，恢复照明。', publish: true }
    await order(url, contact, 'tickets.reply', reply, version(ticketId))
    const checked = { ...on, approve: true, text: '同意' }
    await order(url, 'dispatcher-1', 'tickets.review', checked, version(ticketId))
  }
  const looked = { ticketId: tickets.answered, hide: [], photos: [] }
  await order(url, 'dispatcher-1', 'tickets.publish', looked, version(tickets.answered))
  await studio.cloud.timers.jumpTo(studio.cloud.clock.now() + 3 * 60_000)
  await order(url, 'supervisor-1', 'supervision.choosePlan', {
    serviceCode: 'street-light',
    title: '背街小巷的路灯亮起来：逐条街排查，坏一盏换一盏，老旧小区先换',
    departmentId: 'city-management',
    measures: '逐条街查一遍，坏的三天内换好；\n老旧小区的线路列出清单，年底前分三批改造，每月公布进度。',
    dueOn: '2026-07-20',
  })
}

async function upload(content: Buffer): Promise<string> {
  const answer = await fetch(`${studio.url}/files/${encodeURIComponent('attachments/axe/0.png')}`, {
    method: 'PUT',
    body: new Uint8Array(content),
  })
  return ((await answer.json()) as { data: { fileID: string } }).data.fileID
}

const readerOf = (path: string) => ownReaders[path] ?? readers[path.split('/')[0] ?? ''] ?? 'resident-1'

describe.each(looks)('$name', ({ name, width, height, look, touch }) => {
  const phones = new Map<string, Page>()
  beforeAll(async () => void mkdirSync(join('artifacts/axe', name), { recursive: true }))
  afterAll(async () => {
    for (const phone of phones.values()) await phone.context().close()
  })

  async function phoneOf(person: string): Promise<Page> {
    const known = phones.get(person)
    if (known) return known
    const context = await browser.newContext({ viewport: { width, height }, hasTouch: true, locale: 'zh-CN' })
    const phone = await context.newPage()
    const clock = String(studio.cloud.clock.now() - Date.now())
    const address = new URLSearchParams({ person, cloud: studio.url, clock, frame: 'none' })
    await phone.goto(`${studio.url}/phone/phone.html?${address.toString()}`)
    await phone.evaluate(async (kept) => {
      await window.phone.started
      await window.phone.callWxMethod('setStorageSync', ['look', kept])
    }, look)
    phones.set(person, phone)
    return phone
  }

  test.each(pages)('%s', async (path) => {
    const phone = await phoneOf(readerOf(path))
    await phone.evaluate(
      async (url) => {
        await window.phone.callWxMethod('reLaunch', [{ url }])
        await window.phone.quiet()
      },
      `/${path}?${queries()[path] ?? ''}`,
    )
    const iframe = await phone.locator('.phone-page.top iframe').elementHandle()
    const frame = await iframe?.contentFrame()
    if (!frame) throw new Error(`${path} shows nothing`)
    await frame
      .waitForFunction(() => !document.querySelector('[class*=skeleton]'), undefined, { timeout: 5000 })
      .catch(() => undefined)
    await phone.screenshot({ path: join('artifacts/axe', name, `${path.replaceAll('/', '-')}.png`) })
    expect.soft(await seriousFindings(frame)).toEqual([])
    expect(await unfitForHands(frame, touch)).toEqual([])
  })
})
