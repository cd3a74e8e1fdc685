import { expect, test, vi } from 'vitest'
import { press } from './support/resident'
import { stage } from './support/stage'
import {
  aCall,
  aCallInHand,
  aMonday,
  day,
  hand,
  lightContact,
  more,
  phonesOf,
  pickDate,
  until,
} from './support/walk'

vi.setConfig({ testTimeout: 120_000 })
const suite = stage({ clock: { startAt: aMonday, rate: 1 } })
const phone = phonesOf(suite)

test('return refused: the centre says why, the unit goes on, and is not offered the way back again', async () => {
  const call = await aCall(suite, 'resident-1')
  await call.give(lightContact, 'tickets.sendBack', { reason: '不属于本单位职责' })
  const dispatcher = await phone('dispatcher-1')
  await call.atWork(dispatcher)
  await dispatcher.see('.matter', '不属于本单位职责')
  await press(dispatcher, '.next')
  await dispatcher.tap('.order >>> .chip', '不同意，继续办理')
  await dispatcher.fill('.order >>> .words', '市政道路的路灯由你单位养护')
  await hand(dispatcher, '已裁定退回')

  const contact = await phone(lightContact)
  await call.atWork(contact)
  await contact.see('.matter', '裁定：市政道路的路灯由你单位养护')
  await contact.see('.matter', '未同意')
  await contact.picture()
  await press(contact, '.others-button')
  await contact.see('.others >>> .van-action-sheet__item', '协办')
  expect(await offered(lightContact)).not.toContain('退回')
  await press(contact, '.next')
  await contact.see('.notice', '已签收')
})

test('second return: the centre decides who does it, and that unit may not return it', async () => {
  const call = await aCall(suite, 'resident-1')
  const { dueAt } = promiseOf(call.now())
  await call.give(lightContact, 'tickets.sendBack', { reason: '已移交' })
  await call.give('dispatcher-1', 'tickets.ruleReturn', {
    grant: true,
    text: '改派',
    departmentId: 'transport',
  })
  await call.give('contact-transport', 'tickets.sendBack', { reason: '不在本单位辖区' })
  const dispatcher = await phone('dispatcher-1')
  await call.atWork(dispatcher)
  await press(dispatcher, '.next')
  await dispatcher.tap('.order >>> .chip', '同意退回')
  await dispatcher.fill('.order >>> .words', '两次退回，由中心指定')
  await dispatcher.fill('.order >>> .departments >>> .search', '住建')
  await dispatcher.tap('.order >>> .departments >>> .found .chip', '区住建局')
  await hand(dispatcher, '已裁定退回')
  expect(call.now()).toMatchObject({ returnCount: 2, lead: { departmentId: 'housing', designated: true } })

  const contact = await phone('contact-housing')
  await call.atWork(contact)
  await press(contact, '.others-button')
  await contact.see('.others >>> .van-action-sheet__item', '协办')
  expect(await offered('contact-housing')).not.toContain('退回')

  // The caller sees the whole trail, and the promise has not moved by a minute.
  const resident = await phone('resident-1')
  await call.athome(resident)
  await resident.see('.timeline-here >>> .text', '两次退回，由中心指定')
  expect(promiseOf(call.now()).dueAt).toBe(dueAt)
  await resident.picture()
})

test('silent return: who says nothing within the window has accepted', async () => {
  const call = await aCall(suite, 'resident-1')
  await call.give(lightContact, 'tickets.acknowledge')
  const contact = await phone(lightContact)
  await call.atWork(contact)
  await press(contact, '.others-button')
  await contact.see('.others >>> .van-action-sheet__item', '退回')

  await until(suite, (call.now().lead?.returnUntil ?? 0) + 60_000)
  // The sheet that is still open from before gets a sentence, not a return.
  await contact.tap('.others >>> .van-action-sheet__item', '退回')
  await contact.fill('.order >>> .words', '不属于本单位职责')
  await press(contact, '.order >>> .go')
  await contact.see('.order >>> .wrong', '刚刚有了新进展')
  await press(contact, '.order >>> .go')
  await contact.see('.order >>> .wrong', '退回的期限已过，视为接受')
  await contact.picture()
  await call.atWork(contact)
  await contact.see('.timeline-here >>> .title', '退回期限已过，视为接受')
  expect(call.now()).toMatchObject({ lead: { acceptedBySilence: true }, returnCount: 0 })
})

test('extension: asked before it is due, ruled, told to the caller, and only once', async () => {
  const call = await aCallInHand(suite, 'resident-1')
  const before = promiseOf(call.now()).dueAt
  const contact = await phone(lightContact)
  await call.atWork(contact)
  await more(contact, '延期')
  await contact.tap('.order >>> .chip', '5 个工作日')
  await contact.tap('.order >>> .ready-words .chip', '需要采购材料')
  await hand(contact, '已申请延期')
  const dispatcher = await phone('dispatcher-1')
  await call.atWork(dispatcher)
  await press(dispatcher, '.next')
  await dispatcher.tap('.order >>> .chip', '同意延期')
  await dispatcher.fill('.order >>> .words', '情况属实')
  await hand(dispatcher, '已裁定延期')

  const { dueAt, extensions } = promiseOf(call.now())
  expect([dueAt > before, extensions.length]).toEqual([true, 1])
  const resident = await phone('resident-1')
  await until(suite, suite.cloud.clock.now() + 120_000)
  await resident.open('/pages/messages/messages')
  await resident.see('.card', '答复时间有调整')
  await resident.see('.card', '需要采购材料')
  await resident.picture()
  await call.atWork(contact)
  await press(contact, '.others-button')
  await contact.see('.others >>> .van-action-sheet__item', '挂账')
  expect(await offered(lightContact)).not.toContain('延期')
})

test('commitment kept: a measure and a date, told to the caller, and told again when it is done', async () => {
  const call = await aCallInHand(suite, 'resident-2')
  const contact = await phone(lightContact)
  await call.atWork(contact)
  await more(contact, '作出承诺')
  await contact.tap('.order >>> .chip', '维修施工')
  await contact.fill('.order >>> .words', '更换 3 盏路灯')
  await pickDate(contact, suite.cloud.clock.now() + 3 * day)
  await contact.picture()
  await hand(contact, '已作出承诺')
  const resident = await phone('resident-2')
  await call.athome(resident)
  await resident.see('.promise', '更换 3 盏路灯')

  await until(suite, suite.cloud.clock.now() + day)
  await call.atWork(contact)
  await more(contact, '承诺已兑现')
  await contact.fill('.order >>> .words', '3 盏路灯已更换并亮灯')
  await hand(contact, '已记录兑现')
  await call.athome(resident)
  await resident.see('.promise', '已兑现')
  await resident.picture()
  expect(call.now().commitments).toMatchObject([{ state: 'kept' }])
})

test('commitment broken: the day after, everybody who relied on it sees so', async () => {
  const call = await aCallInHand(suite, 'resident-2')
  const promisedAt = suite.cloud.clock.now() + day
  await call.give(lightContact, 'tickets.commit', { type: 'repair', measure: '更换配电箱', promisedAt })
  await until(suite, promisedAt + 120_000)
  const resident = await phone('resident-2')
  await call.athome(resident)
  await resident.see('.promise .wrong', '到期没兑现')
  await resident.picture()
  const supervisor = await phone('supervisor-1')
  await supervisor.open('/pages/messages/messages')
  await supervisor.see('.card', '更换配电箱')
  await call.atWork(supervisor)
  await supervisor.see('.matter', '更换配电箱')
  await supervisor.see('.matter .urgent')
  await supervisor.picture()
})

test('blocked and reviewed: 挂账 stops the clocks, is seen by the caller, and on its date the centre looks again', async () => {
  const call = await aCallInHand(suite, 'resident-7')
  const contact = await phone(lightContact)
  await call.atWork(contact)
  await more(contact, '挂账')
  await contact.tap('.order >>> .ready-words .chip', '等待资金安排')
  const fields = await contact.all('.order >>> .words')
  await (fields[1] as unknown as { input(words: string): Promise<void> }).input('先装一盏临时灯')
  await pickDate(contact, suite.cloud.clock.now() + 5 * day)
  await hand(contact, '已申请挂账')
  await call.give('dispatcher-1', 'tickets.ruleBlock', { grant: true, text: '同意' })
  const resident = await phone('resident-7')
  await call.athome(resident)
  await resident.see('.card', '暂时办不了的原因：等待资金安排')
  await resident.picture()
  await resident.app.callWxMethod('switchTab', { url: '/pages/home/home' })
  await resident.see('.section', '暂时办不了，已列入跟踪')
  await resident.see('.section', /已挂账，\d+ 月 \d+ 日再核查一次/)
  expect(await resident.text('.section')).not.toContain('前答复')
  await resident.picture()

  await until(suite, (call.now().block?.reviewAt ?? 0) + 60_000)
  const dispatcher = await phone('dispatcher-1')
  await call.atWork(dispatcher)
  await dispatcher.see('.status-here >>> .sentence', '核查挂账')
  await dispatcher.picture()
  await press(dispatcher, '.next')
  await dispatcher.tap('.order >>> .chip', '恢复办理')
  await dispatcher.fill('.order >>> .words', '资金已到位')
  await hand(dispatcher, '已核查')
  const { pauses, outcome } = promiseOf(call.now())
  expect([pauses.length, pauses[0]?.to !== undefined, outcome]).toEqual([1, true, undefined])
})

const promiseOf = ({ clocks }: ReturnType<Awaited<ReturnType<typeof aCall>>['now']>) => {
  const promise = clocks.find(({ kind }) => kind === 'promise')
  if (!promise) throw new Error('no promise')
  return promise
}

/** The steps behind 更多 on a phone whose sheet is open. */
async function offered(openid: string): Promise<string[]> {
  const items = await (await phone(openid)).all('.others >>> .van-action-sheet__item')
  return Promise.all(items.map((item) => item.text()))
}

test('terminate: refused, the unit works on; granted, the caller reads why it ends and where else to turn', async () => {
  const call = await aCallInHand(suite, 'resident-1')
  const contact = await phone(lightContact)
  const dispatcher = await phone('dispatcher-1')
  for (const [ruling, words, said] of [
    ['不同意', '路灯还在，请继续修', '未同意'],
    ['同意终止', '现场已拆除，同意', '已同意'],
  ] as const) {
    await call.atWork(contact)
    await more(contact, '申请终止')
    await contact.tap('.order >>> .ready-words .chip', '反映的事已不存在')
    await contact.fill('.order >>> .text', '灯杆已随道路改造拆除。有疑问请拨打 12345。')
    await hand(contact, '已申请终止')
    expect(await offered(lightContact)).not.toContain('申请终止')
    await call.atWork(dispatcher)
    await dispatcher.see('.matter', '灯杆已随道路改造拆除')
    await press(dispatcher, '.next')
    await dispatcher.tap('.order >>> .chip', ruling)
    await dispatcher.fill('.order >>> .words', words)
    await dispatcher.picture()
    await hand(dispatcher, '已裁定终止')
    await call.atWork(contact)
    await contact.see('.matter', said)
    await contact.see('.matter', words)
  }
  expect(call.now()).toMatchObject({ status: 'terminated', end: { code: 'terminated' } })
  const resident = await phone('resident-1')
  await call.athome(resident)
  await resident.see('.page', '有疑问请拨打 12345')
  await resident.picture()
})

test('exempt: a late clock is left out of the figures, with who approved it, which kind and where it can be looked up', async () => {
  const call = await aCall(suite, 'resident-1')
  await until(suite, suite.cloud.clock.now() + 3 * day)
  const supervisor = await phone('supervisor-1')
  await call.atWork(supervisor)
  await more(supervisor, '剔除或容错')
  await supervisor.tap('.order >>> .chip', '签收超时')
  await press(supervisor, '.order >>> .go')
  await supervisor.see('.order >>> .wrong', '还差一项：哪一种')
  await supervisor.tap('.order >>> .chip', '客观原因')
  await supervisor.fill('.order >>> .text', '台风停工，见防指〔2026〕3 号')
  await supervisor.picture()
  await hand(supervisor, '已记录剔除')
  await supervisor.see('.matter', '台风停工')
  const [granted] = call.now().exemptions
  expect(granted).toMatchObject({ evidence: '台风停工，见防指〔2026〕3 号', approverPostId: 'supervisor-1' })
  // Once each: what is left out already is offered no more.
  await more(supervisor, '剔除或容错')
  await supervisor.see('.order >>> .chip')
  const offers = await Promise.all((await supervisor.all('.order >>> .chip')).map((chip) => chip.text()))
  expect(offers).not.toContain('签收超时')
  // The unit sees it too; the caller does not.
  const contact = await phone(lightContact)
  await call.atWork(contact)
  await contact.see('.matter', '台风停工')
  const resident = await phone('resident-1')
  await call.athome(resident)
  await resident.see('.page', '路灯')
  expect(await resident.text('.page')).not.toContain('防指')
})
