import { expect, onTestFinished, test, vi } from 'vitest'
import type { Post } from '../../typings/contract/directory'
import type { Calendar } from '../../typings/contract/time'
import { press } from './support/resident'
import { order } from './support/staff'
import { stage } from './support/stage'
import { aCall, aCallInHand, aMonday, hand, lightContact, phonesOf } from './support/walk'

vi.setConfig({ testTimeout: 120_000 })
const suite = stage({ clock: { startAt: aMonday, rate: 1 } })
const phone = phonesOf(suite)

test('attachments lost in upload: the reply and its photo wait on the phone, and go once when there is a network', async () => {
  const call = await aCallInHand(suite, 'resident-3')
  const contact = await phone(lightContact)
  await call.atWork(contact)
  await press(contact, '.to-reply')
  await contact.fill('.text .words', '经现场查看，路灯线路老化，已于今晚更换，恢复照明。')
  const tempFilePath = 'wxfile://usr/lamp.jpg'
  const size = (await contact.app.evaluate(drawPhoto, tempFilePath)) as number
  const tempFiles = [{ tempFilePath, size, fileType: 'image' }]
  await contact.app.mockWxMethod('chooseMedia', { type: 'image', tempFiles })
  await contact.tap('.photos-here >>> .add')
  await contact.see('.photos-here >>> .picture')
  await contact.offline(true)
  await press(contact, '.send')
  await contact.see('.wrong', '网络')
  await contact.picture()
  expect(call.now().replies).toEqual([])

  await contact.offline(false)
  await press(contact, '.send')
  await contact.see('.status-here >>> .sentence', '审核答复')
  await contact.see('.reply', '恢复照明')
  expect(call.now().replies).toMatchObject([{ attachments: [{ type: 'photo' }] }])
  await contact.picture()
})

test('a calendar changed under an open ticket: the caller is told, and the page counts the new day off', async () => {
  const call = await aCall(suite, 'resident-2', { serviceCode: 'noise-shop', description: '楼下店铺太吵' })
  const promise = () => call.now().clocks.find(({ kind }) => kind === 'promise')
  const before = promise()?.dueAt ?? 0
  const { calendarId = '' } = promise() ?? {}
  const calendar = suite.cloud.database.read('calendars', { _id: calendarId })[0] as unknown as Calendar
  const year = calendar.years['2026']!
  const holidays = [...year.holidays, { date: '2026-06-04', name: '全区停工' }]
  const years = { ...calendar.years, 2026: { ...year, holidays } }
  await put('calendars', { ...calendar, version: calendar.version + 1, years })
  await sweep()
  expect(promise()?.dueAt).toBe(before + 24 * 3_600_000)

  const resident = await phone('resident-2')
  await resident.open('/pages/messages/messages')
  await resident.see('.card', '工作日安排有调整')
  await call.athome(resident)
  await resident.tap('.why >>> .link')
  await resident.see('.why >>> .day', '全区停工')
  await resident.picture()
  await put('calendars', { ...calendar, version: calendar.version + 2 })
})

test('a contact removed while holding tickets is told kindly; the centre finds them on its desk and hands them on', async () => {
  const call = await aCallInHand(suite, 'resident-1')
  for (const postId of [lightContact, 'deputy-city-management']) await vacate(postId)
  await sweep()

  // A phone that has heard of the change gets a sentence and no ticket.
  const contact = await phone(lightContact)
  await call.atWork(contact)
  await contact.see('.page', /没有打开|群众的话/)
  await call.atWork(contact)
  await contact.see('.page', '不归您查看')
  await contact.picture()

  const dispatcher = await phone('dispatcher-1')
  await dispatcher.open('/staff/desk/desk')
  await dispatcher.tap('.work >>> .subject', '路灯')
  await dispatcher.see('.status-here >>> .sentence', '收回改派')
  await press(dispatcher, '.next')
  await dispatcher.tap('.order >>> .ready-words .chip', '承办单位暂无专员')
  await dispatcher.fill('.order >>> .departments >>> .search', '交通局')
  await dispatcher.tap('.order >>> .departments >>> .found .chip', '区交通局')
  await dispatcher.picture()
  await hand(dispatcher, '已收回')
  expect(call.now()).toMatchObject({ status: 'dispatched', lead: { departmentId: 'transport' } })

  const resident = await phone('resident-1')
  await call.athome(resident)
  await resident.see('.timeline-here >>> .title', '中心收回，另行安排办理')
  await resident.see('.sentences >>> .sentence', '交通')
  await resident.picture()
})

/** What the timer does every minute. */
async function sweep(): Promise<void> {
  const tick = { Type: 'Timer', TriggerName: 'sweep' }
  expect(await suite.cloud.invoke('scheduler', tick)).toMatchObject({ ok: true })
}

async function put(list: string, row: object): Promise<void> {
  const { directoryVersion } = await order(suite.url, 'admin-1', 'directory.session', {})
  const input = { list, row, directoryVersion }
  const answer = await suite.cloud.invoke('directory', { op: 'put', input }, { openid: 'admin-1' })
  expect(answer).toMatchObject({ ok: true })
  // The warm instance hears of it at once, as by any phone that knows.
  const hearing = { op: 'home', input: {}, ...(answer as { data: object }).data }
  await suite.cloud.invoke('tickets', hearing, { openid: 'resident-9' })
}

/** Nobody holds the post any more, until the test is over. */
async function vacate(postId: string): Promise<void> {
  const post = suite.cloud.database.read('posts', { _id: postId })[0] as unknown as Post
  const { personId: _gone, ...vacant } = post
  await put('posts', vacant)
  onTestFinished(() => put('posts', post))
}

/** Runs on the phone. */
declare const wx: {
  getFileSystemManager(): { writeFileSync(path: string, content: string, encoding: string): void }
}

async function drawPhoto(path: string): Promise<number> {
  const canvas = new OffscreenCanvas(400, 300)
  canvas.getContext('2d')?.fillRect(50, 50, 300, 200)
  const blob = await canvas.convertToBlob({ type: 'image/jpeg' })
  const bytes = String.fromCharCode(...new Uint8Array(await blob.arrayBuffer()))
  wx.getFileSystemManager().writeFileSync(path, btoa(bytes), 'base64')
  return blob.size
}
