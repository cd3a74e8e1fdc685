import { expect, test, vi } from 'vitest'
import { press } from './support/resident'
import { stage } from './support/stage'
import { aCallInHand, aMonday, answer, day, hand, lightContact, phonesOf, until } from './support/walk'

vi.setConfig({ testTimeout: 120_000 })
const suite = stage({ clock: { startAt: aMonday, rate: 1 } })
const phone = phonesOf(suite)

const unhappy = { contacted: true, solved: false, grade: 'dissatisfied' } as const

test('reply reviewed: one that says nothing goes back to the unit, and reaches the caller only when it is good', async () => {
  const call = await aCallInHand(suite, 'resident-1')
  await call.give(lightContact, 'tickets.reply', {
    text: '已收悉，正在研究。',
    internalText: '养护公司尚未回复',
    publish: true,
  })
  const dispatcher = await phone('dispatcher-1')
  await call.atWork(dispatcher)
  await dispatcher.see('.reply', '内部说明：养护公司尚未回复')
  await press(dispatcher, '.next')
  await dispatcher.tap('.order >>> .chip', '退回重办')
  await dispatcher.tap('.order >>> .chip', '没有写明解决办法')
  await hand(dispatcher, '已审核')
  const resident = await phone('resident-1')
  await call.athome(resident)
  await resident.see('.sentences >>> .sentence', '正在办理')
  expect(await resident.all('.reply')).toHaveLength(0)

  const contact = await phone(lightContact)
  await call.atWork(contact)
  await contact.see('.reply', '退回重办：没有写明解决办法')
  await contact.picture()
  await press(contact, '.to-reply')
  await contact.fill('.text .words', '经现场查看，路灯线路老化，已于今晚更换，恢复照明。')
  await press(contact, '.send')
  await contact.see('.status-here >>> .sentence', '审核答复')
  await call.give('dispatcher-1', 'tickets.review', { approve: true, text: '属实' })
  await call.athome(resident)
  await resident.see('.reply', '恢复照明')
  expect(await resident.text('.page')).not.toMatch(/养护公司|正在研究/)
  await resident.picture()
})

test('rework twice: an unhappy caller has it done again, and after the second time a supervisor decides', async () => {
  const call = await aCallInHand(suite, 'resident-1')
  for (const text of ['已处理。', '已再次处理。']) {
    await answer(call, text)
    await call.give('resident-1', 'tickets.evaluate', unhappy)
    expect(call.now().status).toBe('acknowledged')
  }
  await answer(call, '第三次处理。')
  const resident = await phone('resident-1')
  await call.athome(resident)
  await resident.tap('.evaluation >>> .contacted-yes')
  await resident.tap('.evaluation >>> .solved-no')
  await resident.tap('.evaluation >>> .dissatisfied')
  await press(resident, '.evaluation >>> .go')
  await resident.see('.notice', '谢谢')
  expect(call.now()).toMatchObject({ status: 'callback', reworkCount: 2, callback: { undecided: true } })

  const supervisor = await phone('supervisor-1')
  await call.atWork(supervisor)
  await supervisor.see('.status-here >>> .sentence', '决定是否重办')
  await press(supervisor, '.next')
  await supervisor.tap('.order >>> .chip', '再办一次')
  await supervisor.fill('.order >>> .words', '由区城管局主要负责人包办')
  await supervisor.picture()
  await hand(supervisor, '已决定')
  expect(call.now()).toMatchObject({ status: 'acknowledged', reworkCount: 3 })
  await call.athome(resident)
  await resident.see('.timeline-here >>> .text', '由区城管局主要负责人包办')
  await resident.picture()
})

test('phone callback: three tries on three days, one a day, and what nobody answered is never called satisfied', async () => {
  const call = await aCallInHand(suite, 'resident-2')
  await answer(call, '灯已修好。')
  const dispatcher = await phone('dispatcher-1')
  const tryOnce = async () => {
    await call.atWork(dispatcher)
    await press(dispatcher, '.next')
    await dispatcher.tap('.order >>> .chip', '没接通')
  }
  await until(suite, (call.now().callback?.callAt ?? 0) + 60_000)
  await tryOnce()
  await hand(dispatcher, '已记录回访')
  // The same day again: behind 更多 it is still there, and says why not.
  const again = call.give('dispatcher-1', 'tickets.recordCall', { answered: false })
  await expect(again).rejects.toThrow('CALLBACK_TOO_EARLY 今天已经打过电话，请改天再打')

  await until(suite, suite.cloud.clock.now() + day)
  await call.give('dispatcher-1', 'tickets.recordCall', { answered: false })
  await until(suite, suite.cloud.clock.now() + day)
  await dispatcher.open('/staff/desk/desk')
  await dispatcher.tap('.segment', '回访重办')
  await dispatcher.see('.work >>> .subject', '路灯')
  await tryOnce()
  await dispatcher.picture()
  await hand(dispatcher, '已记录回访')
  expect(call.now()).toMatchObject({ status: 'closed', callback: { outcome: 'invalid' } })
  const facts = suite.cloud.database.read('facts', { ticketId: call.ticketId, kind: 'evaluation' })
  expect(facts).toEqual([])

  const resident = await phone('resident-2')
  await call.athome(resident)
  await resident.see('.reopen')
  await resident.picture()
})
