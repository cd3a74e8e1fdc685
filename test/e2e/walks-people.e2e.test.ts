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
  const absence = { from: suite.cloud.clock.now(), reason: '年休假' }
  await change(lightContact, 'setAbsence', { postId, absence })
  onTestFinished(() => change(lightContact, 'setAbsence', { postId }))
  const fresh = await aCall(suite, 'resident-2', { description: '西门的路灯不亮' })

  const deputy = await phone('deputy-city-management')
  await deputy.open('/pages/me/me')
  await deputy.see('.page', 'B角')
  await deputy.open('/staff/inbox/inbox')
  await deputy.see('.work >>> .subject', '西门的路灯不亮')
  await deputy.tap('.work >>> .subject', '东门的路灯不亮')
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
  const contact = await phone(lightContact)
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
  await more(before, '写备注')
  await before.fill('.order >>> .words', '交接：养护公司已约周三上门')
  await hand(before, '已记下备注')

  // The deputy takes over: the post is theirs, the tickets do not move.
  const holder = holderOf(lightContact)
  await appoint(lightContact, holderOf('deputy-city-management'))
  onTestFinished(() => appoint(lightContact, holder))

  const successor = await suite.phone('deputy-city-management')
  await successor.open('/pages/me/me')
  await successor.see('.page', '民呼回应专员')
  await call.atWork(successor)
  await successor.see('.timeline-here >>> .text', '交接：养护公司已约周三上门')
  await successor.picture()
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
