import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aStage, lightContact, type TestStage } from '../support/stage'
import { legacyWorld } from './worlds/legacy-world'
import { ourWorld } from './worlds/our-world'
import { throughTest } from './worlds/stand-ins'
import type { World } from './worlds/world'

/**
 * Whole pages of the first journey, with the product's own functions behind them. The legacy framework has no router:
 * each page is opened by the test, and where a page would go is read from what it asked of `wx`.
 */
describe.each([
  ['on glass-easel', ourWorld],
  ['on the legacy framework', legacyWorld],
])('%s', (_, open) => {
  let world: World
  let stage: TestStage
  let holder = 'resident-1'
  let commandId = ''
  let ticketId = ''
  beforeAll(async () => {
    ;[world, stage] = await Promise.all([open(), aStage()])
    await world.connect((name, data) =>
      stage.cloud.invoke(name, data, { openid: holder, source: 'wx_client' }),
    )
  })
  afterAll(async () => {
    await world.close()
    await stage.cloud.stop()
  })
  const page = (path: string, query?: Record<string, string>) =>
    world.page(path, query, {
      'cloud.callFunction': throughTest,
      navigateTo: null,
      redirectTo: null,
      pageScrollTo: null,
    })

  test('home has one obvious thing to do', async () => {
    const home = await page('pages/home/home')
    await home.says('您没有正在办的诉求')
    await home.tap('call-title')
    await expect.poll(() => home.asked('navigateTo')).toEqual([{ url: '/pages/submit/submit' }])
  })

  test('a call that lacks everything is told what', async () => {
    const submit = await page('pages/submit/submit')
    await submit.tap('van-button')
    await expect.poll(() => submit.count('wrong')).toBeGreaterThan(1)
    expect(await submit.asked('cloud.callFunction')).toEqual([])
  })

  test('an anonymous call is written, understood and sent', async () => {
    const submit = await page('pages/submit/submit')
    await submit.type('words', '小区门口的路灯坏了三天，晚上很黑')
    await submit.says('路灯')
    await submit.tap('open')
    await submit.says('桂桥街道')
    await submit.tap('chip', '桂桥街道')
    await submit.says('社区')
    await submit.tap('chip', '社区')
    await submit.says('都不是，就在')
    await submit.tap('chip', '都不是，就在')
    await submit.tap('chip', '匿名')
    await submit.tap('van-button', '提交')
    await expect.poll(() => submit.asked('redirectTo')).toHaveLength(1)
    const [{ url }] = (await submit.asked('redirectTo')) as [{ url: string }]
    commandId = new URL(url, 'http://phone').searchParams.get('commandId') ?? ''
    expect(commandId).not.toBe('')
  })

  test('its receipt says number, department and date', async () => {
    const receipt = await page('pages/receipt/receipt', { commandId })
    await receipt.says('已收到')
    await receipt.says('城市管理')
    expect(await receipt.words()).toMatch(/\d{8}-\w+-\w/)
    await receipt.tap('van-button', '看进展')
    const [stored] = stage.cloud.database.read('tickets', { status: 'dispatched' })
    ticketId = String(stored?._id)
    await expect
      .poll(() => receipt.asked('redirectTo'))
      .toEqual([{ url: `/pages/ticket/ticket?ticketId=${ticketId}` }])
  })

  test('it is among one’s own, on this phone only', async () => {
    const mine = await page('pages/my-tickets/my-tickets')
    await mine.says('小区门口的路灯坏了三天')
  })

  test('its page tells where it stands and why this date', async () => {
    const ticket = await page('pages/ticket/ticket', { ticketId })
    await ticket.says('等待接单')
    await ticket.says('小区门口的路灯坏了三天，晚上很黑')
    await ticket.tap('ask', '为什么是这个时间')
    await ticket.says('第 1 个工作日')
  })

  test('the contact sees it in the inbox and on its own page', async () => {
    holder = lightContact
    const inbox = await page('staff/inbox/inbox')
    await inbox.says('小区门口的路灯坏了三天')
    const ticket = await page('staff/ticket/ticket', { ticketId })
    await ticket.says('小区门口的路灯坏了三天，晚上很黑')
    expect(await ticket.words()).toContain('签收')
  })

  test('the supervisor sees the rates', async () => {
    holder = 'supervisor-1'
    const summary = await page('oversight/summary/summary')
    await summary.says('响应率')
  })
})
