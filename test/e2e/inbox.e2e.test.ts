import { expect, test } from 'vitest'
import { press } from './support/resident'
import type { TestPhone } from './support/phone'
import { order } from './support/staff'
import { stage } from './support/stage'

/** A Monday morning; the clock moves only when told to. */
const suite = stage({ clock: { startAt: Date.parse('2026-06-01T09:00:00+08:00'), rate: 0 } })
const hour = 3_600_000

const version = (ticketId: string) =>
  suite.cloud.database.read('tickets', { _id: ticketId })[0]?.version as number

async function taken(description: string, departmentId = 'city-management'): Promise<string> {
  const { ticketId } = await order(suite.url, 'resident-1', 'tickets.submit', {
    kind: 'help',
    description,
    place: { areaId: 'community-0101' },
    secrecy: 'named',
    phone: '13800000000',
  })
  if (suite.cloud.database.read('tickets', { _id: ticketId })[0]?.status === 'submitted')
    await order(
      suite.url,
      'dispatcher-1',
      'tickets.dispatch',
      { ticketId, departmentId, reason: '属地' },
      version(ticketId),
    )
  await order(suite.url, `contact-${departmentId}`, 'tickets.acknowledge', { ticketId }, version(ticketId))
  return ticketId
}

const cardOf = (phone: TestPhone, words: string) => phone.see('.work >>> .card', words)

test('a card is red for its reader’s own lateness, and says whom it waits for otherwise', async () => {
  const ticketId = await taken('河堤上的步道塌了一块')
  await order(
    suite.url,
    'contact-city-management',
    'tickets.sendBack',
    { ticketId, reason: '不在本单位辖区' },
    version(ticketId),
  )
  await order(
    suite.url,
    'contact-city-management',
    'tickets.contactResident',
    { ticketId, how: 'phone', note: '已告知正在核实' },
    version(ticketId),
  )
  // The centre has a workday to rule and lets it pass; the unit's own reply is due in five.
  await suite.cloud.timers.jumpTo(suite.cloud.clock.now() + 50 * hour)
  const contact = await suite.phone('contact-city-management')
  await contact.open('/staff/inbox/inbox')
  await contact.tap('.segment', '办理中')
  const card = await cardOf(contact, '河堤上的步道')
  const words = await card.text()
  expect(words).toMatch(/前答复/)
  expect(words).toMatch(/等.*中心裁定退回/)
  expect(words).not.toMatch(/超时/)
  await contact.see('.figure', '已超时')
  expect(await (await contact.see('.figure-late, .figure', '已超时')).text()).toMatch(/^0/)
  await contact.picture()

  const centre = await suite.phone('dispatcher-1')
  await centre.open('/staff/desk/desk')
  expect(await (await cardOf(centre, '河堤上的步道')).text()).toMatch(/裁定退回已超时/)
  await centre.picture()
}, 120_000)

test('a list is narrowed to what is late, what is new, a street; a search finds by words and by number', async () => {
  const lateId = await taken('巷口井盖响了一夜')
  await suite.cloud.timers.jumpTo(suite.cloud.clock.now() + 200 * hour)
  const freshId = await taken('公园座椅断了一条腿')
  const contact = await suite.phone('contact-city-management')
  await contact.open('/staff/inbox/inbox')
  await contact.tap('.segment', '办理中')
  await cardOf(contact, '公园座椅')
  await contact.tap('.narrow >>> .only', '已超时')
  await cardOf(contact, '巷口井盖')
  expect(await contact.all('.work >>> .subject')).toHaveLength(
    (await Promise.all((await contact.all('.work >>> .late')).map(() => 1))).length,
  )
  await contact.picture()

  await contact.tap('.figure-overdue')
  const late = Number(await contact.text('.figure-overdue .number'))
  await expect.poll(async () => (await contact.all('.work >>> .subject')).length).toBe(late)
  await contact.see('.both', '待签收和办理中的都在这里')
  await contact.picture()
  await contact.tap('.segment', '办理中')

  await contact.tap('.narrow >>> .only', '有新进展')
  await contact.tap('.work >>> .subject', '公园座椅')
  await contact.see('.own-words', '公园座椅')
  await contact.app.navigateBack()
  await contact.tap('.narrow >>> .only', '有新进展')
  await cardOf(contact, '巷口井盖')
  const unread = await Promise.all((await contact.all('.work >>> .subject')).map((one) => one.text()))
  expect(unread.join()).not.toContain('公园座椅')

  await contact.tap('.narrow >>> .only', '全部')
  const number = String(suite.cloud.database.read('tickets', { _id: lateId })[0]?.number)
  await contact.fill('.narrow >>> .search', number)
  await contact.tap('.narrow >>> .go-find')
  await cardOf(contact, '巷口井盖')
  expect(await contact.all('.work >>> .subject')).toHaveLength(1)
  expect(freshId).not.toBe(lateId)
}, 120_000)

test('who was called in, asked or appealed to finds it in one list, until they have answered', async () => {
  const ticketId = await taken('沿街商户油烟太大', 'office-01')
  await order(
    suite.url,
    'contact-office-01',
    'tickets.whistle',
    { ticketId, departmentId: 'ecology', task: '请现场检测' },
    version(ticketId),
  )
  const contact = await suite.phone('contact-ecology')
  await contact.open('/staff/inbox/inbox')
  await contact.tap('.segment', '待我反馈')
  await contact.tap('.work >>> .subject', '油烟')
  await press(contact, '.next')
  await contact.tap('.order >>> .chip', '办完了')
  await contact.fill('.order >>> .words', '已检测，超标，责令整改')
  await press(contact, '.order >>> .go')
  await contact.see('.notice', '已反馈')
  await contact.app.navigateBack()
  await contact.see('.empty-here >>> .title', '没有等您单位反馈的诉求')
}, 120_000)
