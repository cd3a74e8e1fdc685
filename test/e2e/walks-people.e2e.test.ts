import { expect, onTestFinished, test, vi } from 'vitest'
import type { Post } from '../../typings/contract/directory'
import { press } from './support/resident'
import { order } from './support/staff'
import { stage } from './support/stage'
import { aCall, aMonday, hand, lightContact, more, phonesOf, until } from './support/walk'

vi.setConfig({ testTimeout: 120_000 })
const suite = stage({ clock: { startAt: aMonday, rate: 1 } })
const phone = phonesOf(suite)

test('emergency: late in the evening everybody concerned hears at once, each on a clock that runs at night', async () => {
  const evening = Date.parse('2026-06-01T22:30:00+08:00')
  await until(suite, evening)
  const call = await aCall(suite, 'resident-1', {
    description: '屋后山体在往下滑，有落石。',
    serviceCode: 'geological-hazard',
  })
  const at = call.now().submittedAt
  expect(call.now().clocks.find(({ kind }) => kind === 'acknowledge')?.dueAt).toBe(at + 3_600_000)
  await until(suite, at + 120_000)
  for (const concerned of ['contact-natural-resources', 'contact-emergency', 'supervisor-1']) {
    const box = await phone(concerned)
    await box.open('/pages/messages/messages')
    await box.see('.card', '紧急：「屋后山体在往下滑')
  }

  // An hour later, at half past eleven at night, silence is lateness.
  await until(suite, at + 3_720_000)
  const contact = await phone('contact-natural-resources')
  await contact.open('/staff/inbox/inbox')
  await contact.see('.work >>> .badge-here >>> .overdue')
  await contact.picture()
  const supervisor = await phone('supervisor-1')
  await supervisor.open('/pages/messages/messages')
  await supervisor.see('.card', '签收已超期')
  await supervisor.picture()
})

test('leave and back: open and new work goes to the deputy with its clocks, and comes home again', async () => {
  const postId = lightContact
  const open = await aCall(suite, 'resident-2', { description: '东门的路灯不亮' })
  const { clocks } = open.now()
  const contact = await phone(lightContact)
  await contact.open('/staff/leave/leave')
  await contact.tap('.chip', '年休假')
  await contact.fill('.done', '都去过现场')
  await press(contact, '.declare')
  await contact.see('.wrong', '还差一项：下一步做什么')
  await contact.fill('.next', '先办东门这件')
  await contact.picture()
  await press(contact, '.declare')
  onTestFinished(() => change(lightContact, 'setAbsence', { postId }))
  await contact.see('.notice', '交接说明已留在')
  const fresh = await aCall(suite, 'resident-2', { description: '西门的路灯不亮' })

  const deputy = await phone('deputy-city-management')
  await deputy.open('/pages/me/me')
  await deputy.see('.page', 'B角')
  await deputy.open('/staff/inbox/inbox')
  await deputy.see('.work >>> .subject', '西门的路灯不亮')
  await deputy.tap('.work >>> .subject', '东门的路灯不亮')
  await deputy.see('.handover', '先办东门这件')
  await press(deputy, '.read-handover')
  await deputy.gone('.handover')
  await press(deputy, '.next')
  await deputy.see('.notice', '已签收')
  await deputy.picture()
  expect(open.now().clocks.map(({ id, dueAt }) => [id, dueAt])).toEqual(
    clocks.map(({ id, dueAt }) => [id, dueAt]),
  )
  await until(suite, suite.cloud.clock.now() + 120_000)
  await deputy.open('/pages/messages/messages')
  await deputy.see('.card', '西门的路灯不亮')

  await change(lightContact, 'setAbsence', { postId })
  await contact.open('/pages/me/me')
  await contact.see('.page', '民呼回应专员')
  await open.atWork(contact)
  await press(contact, '.next')
  await contact.tap('.order >>> .chip', '电话')
  await contact.tap('.order >>> .ready-words .chip', '已了解情况')
  await hand(contact, '已记录联系情况')
  await contact.open('/staff/inbox/inbox')
  await contact.see('.work >>> .subject', '西门的路灯不亮')
  await contact.picture()
  expect(fresh.now().lead?.postId).toBe(postId)
})

test('handover: whoever takes over the post finds every open call and what was noted for them', async () => {
  const call = await aCall(suite, 'resident-2', { description: '南门的路灯不亮' })
  const before = await phone(lightContact)
  await call.atWork(before)
  await more(before, '写交接说明')
  await before.fill('.order >>> .done', '养护公司已约周三上门')
  await before.fill('.order >>> .promised', '答应修好当天回电话')
  await before.fill('.order >>> .next', '周三打电话问养护公司')
  await before.picture()
  await hand(before, '已留下交接说明')
  await before.see('.matter', '还没有人看')

  // Only who reads the notes can be reminded; they hear at once, and are led to the ticket.
  await more(before, '写备注')
  await before.fill('.order >>> .text', '请派单员留意周三')
  await before.tap('.order >>> .colleagues >>> .found .chip', '派单')
  await before.picture()
  await hand(before, '已记下备注')
  await until(suite, suite.cloud.clock.now() + 120_000)
  const dispatcher = await phone('dispatcher-1')
  await dispatcher.open('/pages/messages/messages')
  await dispatcher.tap('.card', '请派单员留意周三')
  await dispatcher.see('.status-here >>> .sentence', '签收')
  expect(await dispatcher.path()).toBe('staff/ticket/ticket')

  // The deputy takes over: the post is theirs, the tickets do not move.
  const holder = holderOf(lightContact)
  await appoint(lightContact, holderOf('deputy-city-management'))
  onTestFinished(() => appoint(lightContact, holder))

  const successor = await suite.phone('deputy-city-management')
  await successor.open('/pages/me/me')
  await successor.see('.page', '民呼回应专员')
  await call.atWork(successor)
  await successor.see('.handover', '答应修好当天回电话')
  await successor.picture()
  await press(successor, '.read-handover')
  await successor.see('.notice', '看过了交接说明')
  await successor.gone('.handover')
  await successor.see('.matter', '接办的人看过了')
  await successor.see('.timeline-here >>> .text', '养护公司已约周三上门')
  await press(successor, '.next')
  await successor.see('.notice', '已签收')
  await call.atWork(before)
  await before.see('.page', '没有')
  await before.picture()
})

const postNamed = (postId: string) =>
  suite.cloud.database.read('posts', { _id: postId })[0] as unknown as Post

const holderOf = (postId: string) => postNamed(postId).personId

async function appoint(postId: string, personId: string | undefined) {
  const { directoryVersion } = await order(suite.url, 'admin-1', 'directory.session', {})
  const row = { ...postNamed(postId), personId }
  await change('admin-1', 'put', { list: 'posts', row, directoryVersion })
}

async function change(openid: string, op: 'put' | 'setAbsence', input: object): Promise<void> {
  const answer = await suite.cloud.invoke('directory', { op, input }, { openid })
  expect(answer).toMatchObject({ ok: true })
}
