import { expect, test } from 'vitest'
import { press, submitCall, writeCall } from './support/resident'
import { stage } from './support/stage'

const suite = stage()

test('when two act at once, the second is told kindly, sees what is new, and loses no word', async () => {
  const resident = await suite.phone('resident-1')
  await submitCall(resident, { words: '小区门口的路灯坏了三天', sounds: '路灯' })
  const contact = await suite.phone('contact-city-management')
  await contact.open('/staff/inbox/inbox')
  await press(contact, '.work >>> .acknowledge')
  await contact.see('.notice', '已签收')
  await contact.tap('.segment', '办理中')
  await contact.tap('.work >>> .subject')
  await press(contact, '.next')
  await contact.tap('.order >>> .chip', '电话')
  await contact.fill('.order >>> .words', '约好明天上午到现场')

  const [ticket] = suite.cloud.database.read('tickets')
  await resident.open(`/pages/ticket/ticket?ticketId=${String(ticket?._id)}`)
  await press(resident, '.expedite')
  await resident.see('.notice', '已催')

  await press(contact, '.order >>> .go')
  await contact.see('.order >>> .wrong', '刚刚有了新进展')
  await contact.picture()
  await contact.see('.timeline-here >>> .title', '群众催办')
  await press(contact, '.order >>> .go')
  await contact.see('.notice', '已记录联系情况')
  const [after] = suite.cloud.database.read('tickets')
  expect(after?.contacts).toMatchObject([{ how: 'phone', note: '约好明天上午到现场' }])
}, 60_000)

test('inbox batch: several are acknowledged at once; one that somebody else took meanwhile says so', async () => {
  const resident = await suite.phone('resident-2')
  for (const words of ['东门的路灯不亮', '西门的路灯不亮', '北门的路灯不亮']) {
    await writeCall(resident, { words, sounds: '路灯' })
    await press(resident, '.send')
    await resident.see('.title', '已收到')
  }
  const contact = await suite.phone('contact-city-management')
  await contact.open('/staff/inbox/inbox')
  await contact.see('.work >>> .subject', '北门的路灯不亮')
  const taken = suite.cloud.database.read('tickets', { description: '西门的路灯不亮' })[0]
  await resident.open(`/pages/ticket/ticket?ticketId=${String(taken?._id)}`)
  await press(resident, '.expedite')
  await resident.see('.notice', '已催')

  await contact.tap('.several')
  await contact.tap('.link', '全选')
  await contact.picture()
  await press(contact, '.go')
  await contact.see('.notice', '已签收 2 件')
  await contact.see('.notice', '“西门的路灯不亮”没有签收：这件诉求刚刚有了新进展')
  await contact.picture()
  await press(contact, '.work >>> .acknowledge')
  await contact.see('.notice', '已签收 1 件')
}, 60_000)
