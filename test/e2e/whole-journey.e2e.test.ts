import { expect, test } from 'vitest'
import { press, submitCall } from './support/resident'
import { stage } from './support/stage'

/** A Monday morning: what is answered in five workdays falls due within the same month. */
const suite = stage({ clock: { startAt: Date.parse('2026-06-01T09:00:00+08:00'), rate: 1 } })

test('a call goes from the resident to the contact, the centre, back to the resident, and is counted', async () => {
  const resident = await suite.phone('resident-1')
  const contact = await suite.phone('contact-city-management')
  await submitCall(resident, { words: '小区门口的路灯坏了三天', sounds: '路灯' })

  await contact.open('/staff/inbox/inbox')
  await contact.see('.work >>> .subject', '小区门口的路灯坏了三天')
  await contact.picture()
  await press(contact, '.work >>> .acknowledge')
  await contact.see('.notice', '已签收 1 件')
  await contact.see('.empty-here >>> .title', '没有待签收的诉求')
  await contact.tap('.segment', '办理中')
  await contact.tap('.work >>> .subject')
  await contact.see('.own-words', '小区门口的路灯坏了三天')
  await contact.picture()

  await press(contact, '.next')
  await press(contact, '.order >>> .go')
  await contact.see('.order >>> .wrong', '怎么联系的')
  await contact.tap('.order >>> .chip', '上门')
  await contact.tap('.order >>> .chip', '已了解情况')
  await contact.picture()
  await press(contact, '.order >>> .go')
  await contact.see('.notice', '已记录联系情况')

  await press(contact, '.to-reply')
  await contact.see('.asked', '小区门口的路灯坏了三天')
  await press(contact, '.send')
  await contact.see('.wrong', '请先写答复')
  await contact.fill('.text .words', '经现场查看，路灯线路老化，已于今晚更换，恢复照明。')
  await contact.picture()
  await press(contact, '.send')
  await contact.see('.status-here >>> .sentence', '审核答复')
  await contact.see('.reply', '恢复照明')
  expect(await contact.all('.next')).toHaveLength(0)
  await contact.picture()

  const dispatcher = await suite.phone('dispatcher-1')
  await dispatcher.open('/staff/desk/desk')
  await dispatcher.see('.empty-here')
  await dispatcher.picture()
  await dispatcher.tap('.segment', '待审核')
  await dispatcher.tap('.work >>> .subject')
  await press(dispatcher, '.next')
  await dispatcher.tap('.order >>> .chip', '通过')
  await dispatcher.tap('.order >>> .chip', '答复清楚')
  await dispatcher.picture()
  await press(dispatcher, '.order >>> .go')
  await dispatcher.see('.notice', '已审核')

  await resident.app.callWxMethod('switchTab', { url: '/pages/my-tickets/my-tickets' })
  await resident.tap('.mine >>> .card')
  await resident.see('.reply', '恢复照明')
  await resident.tap('.evaluation >>> .contacted-yes')
  await resident.tap('.evaluation >>> .solved-yes')
  await resident.tap('.evaluation >>> .satisfied')
  await press(resident, '.evaluation >>> .go')
  await resident.see('.notice', '谢谢')

  // Rates count what fell due: the answer was due on the 8th.
  const { clock, timers } = suite.cloud
  await timers.jumpTo(clock.now() + 9 * 24 * 3_600_000)
  const supervisor = await suite.phone('supervisor-1')
  await supervisor.open('/oversight/summary/summary')
  for (const name of ['响应率', '按时办结率', '解决率', '满意率']) {
    const figure = await supervisor.see('.figure', name)
    expect(await figure.text()).toMatch(/100%\s*1 \/ 1/)
  }
  await supervisor.see('.figure', '样本少，不排名')
  await supervisor.picture()
}, 120_000)
