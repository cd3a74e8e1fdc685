import { expect, test } from 'vitest'
import type { Sending } from '../../typings/contract/notification'
import { shanghai } from '../domain/calendar/shanghai'
import { press, submitCall } from './support/resident'
import { order } from './support/staff'
import { stage } from './support/stage'

const suite = stage({ clock: { startAt: shanghai('2026-06-02T09:00'), rate: 0 } })

const minutes = (count: number) => suite.cloud.timers.jumpTo(suite.cloud.clock.now() + count * 60_000)

/** Found by its words: a test that is tried again finds the earlier try's ticket too. */
function ticketSaying(words: string): { ticketId: string; version: number } {
  const found = suite.cloud.database.read('tickets', { description: words })
  const { _id, version } = found.at(-1) as unknown as { _id: string; version: number }
  return { ticketId: _id, version }
}

test('consent on the receipt: the resident says yes in WeChat once, hears once, and sees it', async () => {
  const resident = await suite.phone('resident-81')
  const words = `晚上第 ${Date.now()} 盏路灯不亮了，走路看不见。`
  await submitCall(resident, { words, sounds: '路灯' })
  await press(resident, '.consent-here >>> .ask-consent')
  await expect.poll(() => resident.app.evaluate(tapAllow)).toBe(true)
  await resident.see('.consent-here >>> .answer', '各提醒您一次')
  await resident.picture()
  const { ticketId, version } = ticketSaying(words)
  await order(suite.url, 'contact-city-management', 'tickets.acknowledge', { ticketId }, version)
  await minutes(2)
  expect(suite.cloud.weChat.inbox.read('resident-81')[0]?.page).toBe(
    `pages/ticket/ticket?ticketId=${ticketId}`,
  )
  await resident.open('/pages/messages/messages')
  await resident.see('.fate', '微信已送达')
  await resident.picture()
  await resident.tap('.read-all')
  await resident.gone('.read-all')
  await resident.open('/pages/me/me')
  await resident.see('.consent-here >>> .left', '诉求进展通知：要再开通才会发')
  await resident.picture()
})

test('message refused: WeChat refuses, the text message finds no such number, and the centre calls', async () => {
  const words = `第 ${Date.now()} 次说了，楼上总有人弹琴到半夜。`
  await order(suite.url, 'resident-82', 'tickets.answerConsents', {
    as: 'resident',
    promptId: `prompt-${Date.now()}`,
    answers: { 'mhwy-result': 'accept' },
  })
  const { ticketId, version } = await order(suite.url, 'resident-82', 'tickets.submit', {
    kind: 'complaint',
    description: words,
    place: { areaId: 'grid-0101-1' },
    secrecy: 'named',
    phone: '13800004444',
  })
  const ending = { ticketId, code: 'outOfScope', text: '邻里噪声请先联系物业，也可以拨打 110。' } as const
  await order(suite.url, 'dispatcher-1', 'tickets.reject', ending, version)
  await minutes(2)

  const centre = await suite.phone('dispatcher-1')
  await centre.open('/staff/desk/desk')
  await centre.tap('.reach-here >>> .words-here', '个电话要打')
  await centre.see('.fate', '微信被拒收（没有同意接收）')
  await centre.see('.fate', '短信没有发成（空号）')
  await centre.picture()
  await press(centre, '.not-reached')
  await centre.see('.notice', '没有打通')
  await press(centre, '.reached')
  await centre.fill('.call-note >>> .words', '已告知，对方说知道了')
  await press(centre, '.call-note >>> .go')
  await centre.see('.notice', '已记下：打通了')
  await centre.open(`/staff/ticket/ticket?ticketId=${ticketId}`)
  await centre.tap('.fates-here >>> .opener')
  await centre.see('.fates-here >>> .fate', '电话已打通')
  await centre.picture()
  const phone = suite.cloud.database.read('sendings', { ticketId, channel: 'phone' }) as unknown as Sending[]
  expect(phone).toMatchObject([{ state: 'reached', tries: 2 }])
})

test('leave: a contact says from when to when, sees who stands in, and is back by one tap', async () => {
  const contact = await suite.phone('contact-transport')
  await contact.open('/pages/me/me')
  await contact.tap('.item', '请假')
  await contact.see('.post', '由 B 角办理')
  await press(contact, '.declare')
  await contact.see('.wrong', '请选一个请假的原因')
  await contact.tap('.chip', '病假')
  await contact.picture()
  await press(contact, '.declare')
  await contact.see('.away', '6 月 2 日病假')
  await contact.picture()
  const deputy = await order(suite.url, 'deputy-transport', 'tickets.messages', {})
  expect(deputy.messages[0]).toMatchObject({ title: '请您代理', page: 'staff/inbox/inbox' })
  await press(contact, '.come-back')
  await contact.see('.notice', '欢迎回来')
})

test('settings: an admin sees what would change, saves it with name and time, and adds a day off by its notice', async () => {
  const admin = await suite.phone('admin-1')
  await admin.open('/pages/me/me')
  await admin.tap('.item', '目录管理员')
  await admin.see('.preview', '21:00–次日 08:00 不打扰')
  const choose = async (selector: string, value: string) => {
    const picker = await admin.see(selector)
    await picker.trigger('change', { value })
  }
  await choose('.digest-at', '03:00')
  await admin.see('.change', '每日汇总：03:00 发（现在是 08:30）')
  await press(admin, '.save')
  await admin.see('.wrong', '每日汇总的时间在免打扰时段里')
  await admin.picture()
  await choose('.digest-at', '08:15')
  await choose('.quiet-from', '22:00')
  await admin.see('.change', '免打扰：22:00–次日 08:00 不打扰')
  await press(admin, '.save')
  await admin.see('.notice', '已保存')
  await admin.see('.logged', '免打扰 22:00–08:00，每日汇总 08:15')
  expect(await admin.text('.logged')).toContain('目录管理员')
  await admin.picture()

  await admin.tap('.calendar-link')
  await choose('.day', '2026-06-10')
  await admin.fill('.name', '临时放假')
  await admin.see('.preview', '6 月 10 日（周三）放假，不算工作日（临时放假）')
  await press(admin, '.save')
  await admin.see('.wrong', '请写凭哪个通知')
  await admin.fill('.by', '国办发明电〔2026〕1号')
  await press(admin, '.save')
  await admin.see('.notice', '已保存')
  await admin.see('.line', '6 月 10 日（周三） 放假')
  await admin.picture()
})

test('posts and catalogue: somebody new comes by a code, and a new edition says what it changes', async () => {
  const admin = await suite.phone('admin-1')
  await admin.open('/admin/settings/settings')
  await admin.tap('.posts-link')
  await admin.fill('.find', '交通')
  await admin.picture()
  await admin.tap('.unit', '交通')
  await admin.tap('.ask', '换人')
  await press(admin, '.invite')
  await admin.see('.trouble', '请写对方的姓名')
  await admin.fill('.person', '江晓岚')
  await admin.see('.preview', '在办的诉求跟着岗位走，时限不变')
  await press(admin, '.invite')
  await admin.see('.said', '已请江晓岚上岗')
  const code = await admin.text('.code')
  await admin.picture()
  const newcomer = await suite.phone('newcomer-1')
  await newcomer.open('/staff/take-up/take-up')
  await newcomer.fill('.code', code)
  await press(newcomer, '.go')
  await newcomer.see('.done', '您已上岗')
  await newcomer.picture()
  await press(newcomer, '.to-me')
  await newcomer.see('.item', '民呼回应专员')

  await admin.open('/admin/catalogue/catalogue')
  await admin.fill('.find', '路灯')
  await admin.tap('.head', '路灯')
  await admin.fill('.basis', '区政府 2026 年第 3 号通知')
  await admin.see('.change', '依据改为：区政府 2026 年第 3 号通知')
  await admin.picture()
  await admin.app.mockWxMethod('showModal', { confirm: true, cancel: false, errMsg: 'showModal:ok' })
  await press(admin, '.publish')
  await admin.see('.notice', '第 2 版已发布')
  await admin.app.restoreWxMethod('showModal')
  await admin.picture()
}, 120_000)

/** In WeChat's own sheet, which no page can reach. */
function tapAllow(): boolean {
  const box = document.querySelector('[role="dialog"][aria-label="订阅消息"]')
  const allow = [...(box?.querySelectorAll('button') ?? [])].find((button) => button.textContent === '允许')
  allow?.click()
  return allow !== undefined
}
