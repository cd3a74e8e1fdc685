import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SettingsPage } from '../../typings/contract/administration'
import type { Reach, Sending } from '../../typings/contract/notification'
import type { Session } from '../../typings/contract/session'
import { shanghai } from '../domain/calendar/shanghai'
import { aStage, lightContact, type TestStage } from '../support/stage'

/** Staff whom WeChat does not reach: their post's duty phone (docs/decisions/0021). */
const minute = 60_000
const hour = 60 * minute

/** A duty phone that is switched off, as the stage's gateway has it. */
const phoneOff = '17000005555'

/** As many as no post of these tests has in a day but the one that is meant to. */
const smsPerPostDay = 2

let stage: TestStage

beforeAll(async () => {
  stage = await aStage()
  const { dutyPhone: _none, ...ecology } = postOf('contact-ecology')
  // Before any instance but the directory's is warm: the others trust what they read for a minute.
  for (const row of [ecology, { ...postOf('contact-transport'), dutyPhone: phoneOff }]) {
    const { directoryVersion } = await stage.data<Session>('admin-1', 'directory.session')
    await stage.data('admin-1', 'directory.put', { list: 'posts', row, directoryVersion })
  }
  const { quiet, digestAt, directoryVersion } = await stage.data<SettingsPage>(
    'admin-1',
    'directory.settings',
  )
  const capped = { quiet, digestAt, reach: {}, smsPerPostDay, directoryVersion }
  await stage.data('admin-1', 'directory.setNotices', capped)
})
afterAll(() => stage.cloud.stop())

const postOf = (postId: string) =>
  stage.cloud.database.read('posts', { _id: postId })[0] as { _id: string; dutyPhone?: string }

const dutyPhoneOf = (postId: string): string => postOf(postId).dutyPhone ?? ''

const sendings = (ticketId: string) =>
  stage.cloud.database.read('sendings', { ticketId }) as unknown as Sending[]

const fatesOf = (ticketId: string) =>
  sendings(ticketId)
    .map(({ template, channel, state, code }) =>
      [template, channel, state, ...(code ? [code] : [])].join(' '),
    )
    .sort()

const unrouted = { serviceCode: undefined, description: '楼上邻居总是弹琴,请管管。' }

const supervised = async (unit: string) => {
  const { ticketId } = await stage.submit('resident-71', unrouted)
  await stage.act('dispatcher-1', 'dispatch', ticketId, { departmentId: unit, reason: '职责明确' })
  await stage.act('supervisor-1', 'supervise', ticketId, { cause: 'overdue', text: '抓紧' })
  await stage.pass(2 * minute)
  return ticketId
}
const ofSupervision = (ticketId: string) => fatesOf(ticketId).filter((fate) => fate.startsWith('supervised'))

test('work that nobody signs for is one text message near its limit, and none where it was signed', async () => {
  const forgotten = await stage.submit('resident-70')
  const signed = await stage.submit('resident-70')
  await stage.act(lightContact, 'acknowledge', signed.ticketId)
  await stage.pass(hour)
  expect(fatesOf(forgotten.ticketId)).toEqual([])
  await stage.pass(4 * hour)
  expect(fatesOf(forgotten.ticketId)).toEqual(['notAcknowledged sms delivered'])
  expect(fatesOf(signed.ticketId)).toEqual([])
  const [sms] = stage.sms.read(dutyPhoneOf(lightContact))
  expect(sms?.text).toMatch(/^【.*】工单\d{8}-.*还没有签收，请到微信小程序里办理。$/)
  expect(sms?.text.length).toBeLessThanOrEqual(70)
  expect(sms?.text).not.toContain('路灯')
})

test('supervised: a text message, and where it does not arrive the centre calls that number', async () => {
  expect(ofSupervision(await supervised('city-management'))).toEqual(['supervised sms accepted'])
  const failed = await supervised('transport')
  await stage.pass(hour)
  expect(ofSupervision(failed)).toEqual(['supervised phone open', 'supervised sms failed PHONE_OFF'])
  const { phoneTasks } = await stage.data<Reach>('dispatcher-1', 'tickets.reach')
  const task = phoneTasks.find(({ ticketId }) => ticketId === failed)
  expect(task).toMatchObject({ phone: phoneOff, title: '督办', read: false })
  const outcome = { id: task?.id, reached: true, note: '马上办', tries: 0 }
  await stage.data('dispatcher-1', 'tickets.recordPhoneTask', outcome)
  const line = stage.stored(failed).history.at(-1)
  expect(line).toMatchObject({ what: 'tellByPhone', visibility: 'internal', postId: 'dispatcher-1' })
  expect(line?.text).toMatch(/^派单员打给.*民呼回应专员，告知「督办」：打通了。马上办$/)
  expect(JSON.stringify(stage.stored(failed))).not.toContain(phoneOff)
})

test('a post without a number: the centre is asked to call at once, and finds no number there', async () => {
  const ticketId = await supervised('ecology')
  expect(ofSupervision(ticketId)).toEqual(['supervised phone open'])
  const { phoneTasks } = await stage.data<Reach>('dispatcher-1', 'tickets.reach')
  const task = phoneTasks.find((one) => one.ticketId === ticketId)
  expect([task?.title, task?.phone]).toEqual(['督办', undefined])
})

test('in quiet hours what can wait waits, and two calls written down at once stand once', async () => {
  await stage.pass(shanghai('2026-06-01T21:30') - stage.cloud.clock.now())
  const ticketId = await supervised('city-management')
  expect(ofSupervision(ticketId)).toEqual(['supervised sms waiting'])
  const called = await supervised('ecology')
  const { phoneTasks } = await stage.data<Reach>('dispatcher-1', 'tickets.reach')
  const task = phoneTasks.find((one) => one.ticketId === called)
  const outcome = { id: task?.id, reached: false, note: '', tries: 0 }
  const answers = await Promise.all(
    ['dispatcher-1', 'dispatcher-2'].map((openid) => stage.call(openid, 'tickets.recordPhoneTask', outcome)),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(stage.stored(called).history.filter(({ what }) => what === 'tellByPhone')).toHaveLength(1)
  expect(sendings(called).find(({ channel }) => channel === 'phone')?.calls).toHaveLength(1)
  await stage.pass(11 * hour)
  expect(ofSupervision(ticketId)[0]).toBe('supervised sms delivered')
})

test('beyond a post’s text messages of a day one tells of the rest, and what must reach somebody climbs on', async () => {
  const texts = () => stage.sms.read(dutyPhoneOf(lightContact)).map(({ text }) => text)
  const rests = () => texts().filter((text) => text.includes(`已满 ${smsPerPostDay} 条`)).length
  const before = { texts: texts().length, rests: rests() }
  const last = await supervised('city-management')
  const told = await supervised('city-management')
  const untold = await supervised('city-management')
  expect([last, told, untold].map((id) => ofSupervision(id))).toEqual([
    ['supervised sms delivered'],
    ['supervised sms accepted'],
    ['supervised phone open', 'supervised sms failed capped'],
  ])
  expect({ texts: texts().length, rests: rests() }).toEqual({
    texts: before.texts + 2,
    rests: before.rests + 1,
  })
})

test('nobody but the centre is told a duty phone', async () => {
  for (const openid of [lightContact, 'supervisor-1'])
    expect(
      JSON.stringify(await stage.call(openid, 'directory.posts', { departmentId: 'transport' })),
    ).not.toContain(phoneOff)
})

test('no log tells a number, and no query of it all scans', () => {
  const logs = JSON.stringify(stage.cloud.runner.logs.read({ limit: 10_000 }))
  expect(logs).not.toContain('1700000')
  stage.cloud.meter.assertClean()
})
