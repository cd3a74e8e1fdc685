import { expect, test, vi } from 'vitest'
import { press, submitCall } from './support/resident'
import { order } from './support/staff'
import { stage } from './support/stage'

vi.setConfig({ testTimeout: 60_000 })
const suite = stage()

test('after a reply was checked the resident answers three questions, and the call is closed', async () => {
  const phone = await suite.phone('resident-1')
  const words = '小区门口的路灯不亮'
  await submitCall(phone, { words, sounds: '路灯' })
  await press(phone, '.look-at')
  await phone.see('.sentences >>> .sentence', '等待接单')

  const ticket = suite.cloud.database.read('tickets').find(({ description }) => description === words)
  const on = { ticketId: String(ticket?._id) }
  const { url } = suite
  const contact = 'contact-city-management'
  let brief = await order(url, contact, 'tickets.acknowledge', on, Number(ticket?.version))
  brief = await order(
    url,
    contact,
    'tickets.contactResident',
    { ...on, how: 'phone', note: '已电话联系,约定当晚查看' },
    brief.version,
  )
  await phone.open(`/pages/ticket/ticket?ticketId=${on.ticketId}`)
  await phone.see('.sentences >>> .sentence', '正在办理，承诺')
  await phone.picture()
  brief = await order(
    url,
    contact,
    'tickets.reply',
    { ...on, text: '您反映的路灯因线路老化不亮,已于今晚更换,恢复照明。', publish: true },
    brief.version,
  )
  await order(url, 'dispatcher-1', 'tickets.review', { ...on, approve: true, text: '同意' }, brief.version)

  await phone.open(`/pages/ticket/ticket?ticketId=${on.ticketId}`)
  await phone.see('.reply', '已于今晚更换')
  await press(phone, '.evaluation >>> .go')
  await phone.see('.evaluation >>> .wrong', '每个问题都请点一下')
  await phone.tap('.evaluation >>> .contacted-yes')
  await phone.tap('.evaluation >>> .solved-yes')
  await phone.tap('.evaluation >>> .satisfied')
  await phone.picture()
  await press(phone, '.evaluation >>> .go')
  await phone.see('.sentences >>> .sentence', '已办完')
  await phone.see('.notice', '谢谢')
  expect(await phone.all('.evaluation')).toHaveLength(0)
  await phone.picture()

  await press(phone, '.reopen')
  await phone.fill('.sheet-here >>> .words', '修好两天又不亮了')
  await press(phone, '.sheet-here >>> .go')
  await phone.see('.sentences >>> .sentence', '正在办理')
})
