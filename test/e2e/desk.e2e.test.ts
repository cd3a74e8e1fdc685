import { expect, test } from 'vitest'
import { press, submitCall } from './support/resident'
import { stage } from './support/stage'

const suite = stage()

const ticketSaying = (description: string) => suite.cloud.database.read('tickets', { description })[0]

test('dispatch desk, designated: what no row of the catalogue leads is placed by the desk; a designated unit is not offered the way back', async () => {
  const resident = await suite.phone('resident-1')
  const words = '想问一件事，不知道归谁管'
  await submitCall(resident, { words })
  expect(ticketSaying(words)?.status).toBe('submitted')

  const dispatcher = await suite.phone('dispatcher-1')
  await dispatcher.open('/staff/desk/desk')
  await dispatcher.tap('.work >>> .subject', words)
  await press(dispatcher, '.next')
  await dispatcher.tap('.order >>> .chip', '指定办理')
  await press(dispatcher, '.order >>> .go')
  await dispatcher.see('.order >>> .wrong', '指定的单位')
  await dispatcher.fill('.order >>> .departments >>> .search', '城管')
  await dispatcher.tap('.order >>> .departments >>> .found .chip', '区城管局')
  await dispatcher.tap('.order >>> .ready-words .chip', '属于该单位职责')
  await dispatcher.picture()
  await press(dispatcher, '.order >>> .go')
  await dispatcher.see('.notice', '已派单')
  expect(ticketSaying(words)?.lead).toMatchObject({ departmentId: 'city-management', designated: true })

  // A designated unit isn't offered the way back.
  const contact = await suite.phone('contact-city-management')
  await contact.open('/staff/inbox/inbox')
  await contact.tap('.work >>> .subject', words)
  await press(contact, '.others-button')
  await contact.see('.others >>> .van-action-sheet__item', '协办')
  const offered = await Promise.all(
    (await contact.all('.others >>> .van-action-sheet__item')).map((item) => item.text()),
  )
  expect(offered).not.toContain('退回')
  await contact.picture()
}, 90_000)

test('return granted: a unit applies, the centre rules and hands it on, the next unit finds it in its inbox', async () => {
  const resident = await suite.phone('resident-2')
  const words = '小区门口的路灯坏了三天'
  await submitCall(resident, { words, sounds: '路灯' })
  const contact = await suite.phone('contact-city-management')
  await contact.open('/staff/inbox/inbox')
  await contact.tap('.work >>> .subject', words)
  await press(contact, '.others-button')
  await contact.tap('.others >>> .van-action-sheet__item', '退回')
  await contact.tap('.order >>> .ready-words .chip', '不在本单位辖区')
  await contact.fill('.order >>> .departments >>> .search', '桂桥')
  await contact.tap('.order >>> .departments >>> .found .chip', '桂桥街道')
  await contact.picture()
  await press(contact, '.order >>> .go')
  await contact.see('.notice', '已申请退回')
  await contact.see('.matter', '等中心裁定')

  const dispatcher = await suite.phone('dispatcher-2')
  await dispatcher.open('/staff/desk/desk')
  await dispatcher.tap('.work >>> .subject', words)
  await dispatcher.see('.matter', '不在本单位辖区')
  await press(dispatcher, '.next')
  await dispatcher.tap('.order >>> .chip', '同意退回')
  await dispatcher.fill('.order >>> .words', '路灯由交通局代管')
  await dispatcher.fill('.order >>> .departments >>> .search', '交通局')
  await dispatcher.tap('.order >>> .departments >>> .found .chip', '区交通局')
  await dispatcher.picture()
  await press(dispatcher, '.order >>> .go')
  await dispatcher.see('.notice', '已裁定退回')

  const next = await suite.phone('contact-transport')
  await next.open('/staff/inbox/inbox')
  await next.see('.work >>> .mark', '退回过 1 次')
  await next.picture()
}, 90_000)
