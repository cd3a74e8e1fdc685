import { expect, test } from 'vitest'
import { computerOf } from './support/computer'
import { press, submitCall } from './support/resident'
import { order } from './support/staff'
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

test('dispatch desk by the keyboard: from the list to a sent call without the mouse', async () => {
  const call = async (description: string) => {
    const place = { areaId: 'grid-0102-1' }
    const input = { kind: 'help', description, place, secrecy: 'named', phone: '13800000000' } as const
    const { ticketId } = await order(suite.url, 'resident-3', 'tickets.submit', input)
    return ticketId
  }
  await call('想问另一件事，还是不知道归谁管')
  const danger = await call('家里突然停水了，老人急得说不想活了')
  const desk = await computerOf(suite, 'dispatcher-1', 'staff/desk/desk')
  await desk.press('?')
  await desk.see('.pair', '派单')
  await desk.picture()
  await desk.press('Escape', 'j', 'j', 'k')
  await desk.see('.current', /./)
  await desk.picture()
  await desk.press('Enter')
  expect(await desk.path()).toBe('staff/ticket/ticket')
  await desk.press('Escape')
  expect(await desk.path()).toBe('staff/desk/desk')
  // While somebody types, letters are letters.
  await desk.press('/', 'j', 'd')
  expect(await desk.path()).toBe('staff/desk/desk')
  const keyed = await computerOf(suite, 'dispatcher-1', `staff/ticket/ticket?ticketId=${danger}`)
  await keyed.press('1')
  await keyed.see('.choice.chip-on', '停水')
  await keyed.picture()
  expect(suite.cloud.database.read('tickets', { _id: danger })[0]?.status).toBe('submitted')
  await keyed.press('d')
  await keyed.see('.notice', '已派单')
  expect(suite.cloud.database.read('tickets', { _id: danger })[0]).toMatchObject({
    status: 'dispatched',
    serviceCode: 'tap-water',
  })
}, 120_000)
