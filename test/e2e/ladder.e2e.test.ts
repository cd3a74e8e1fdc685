import { expect, test } from 'vitest'
import type { Message } from '../../typings/contract/messages'
import { submitCall } from './support/resident'
import { order } from './support/staff'
import { stage } from './support/stage'

/** Monday morning, in working hours. */
const suite = stage({ clock: { startAt: Date.parse('2026-06-01T09:00:00+08:00'), rate: 1 } })

const day = 24 * 3_600_000

/** Steps of the clock at which somebody looks. */
const jump = (milliseconds: number) => suite.cloud.timers.jumpTo(suite.cloud.clock.now() + milliseconds)

const templatesSent = () =>
  new Set((suite.cloud.database.read('messages') as unknown as Message[]).map(({ template }) => template))

test('ladder to 约谈: a forgotten call turns yellow, red, and climbs the ladder; everybody on it hears of it', async () => {
  const resident = await suite.phone('resident-1')
  await submitCall(resident, { words: '小区门口的路灯坏了三天', sounds: '路灯' })

  // Acknowledged, contacted, and then forgotten: the answer is due on Monday at 18:00.
  const ticket = suite.cloud.database.read('tickets')[0]
  const on = { ticketId: String(ticket?._id) }
  const lead = 'contact-city-management'
  const { version } = await order(suite.url, lead, 'tickets.acknowledge', on, Number(ticket?.version))
  const met = { ...on, how: 'phone', note: '已电话联系' } as const
  await order(suite.url, lead, 'tickets.contactResident', met, version)
  const contact = await suite.phone(lead)
  const look = async () => {
    await contact.open('/staff/inbox/inbox')
    await contact.tap('.segment', '办理中')
  }
  await look()
  await contact.see('.work >>> .badge-here >>> .onTime', '答复')

  await jump(6.5 * day)
  await look()
  await contact.see('.work >>> .badge-here >>> .dueSoon', '还有')
  expect(templatesSent()).toContain('dueSoon')
  expect(templatesSent()).toContain('remind')
  await contact.picture()

  await jump(day)
  await look()
  await contact.see('.work >>> .badge-here >>> .overdue', '已超时')
  expect(await contact.text('.figures')).toMatch(/1\s*已超时/)
  expect(templatesSent()).toContain('overdue')
  await contact.picture()

  await jump(10 * day)
  expect([...templatesSent()]).toEqual(expect.arrayContaining(['superviseDaily', 'raised', 'interview']))
  const supervisor = await suite.phone('supervisor-1')
  await supervisor.open('/oversight/summary/summary')
  await supervisor.see('.work >>> .subject', '路灯')
  await supervisor.picture()
  await supervisor.tap('.work >>> .subject')
  await supervisor.see('.matter', '约谈')
  await supervisor.tap('.timeline-here >>> .link', '看全部')
  await supervisor.see('.timeline-here >>> .title', /答复 · .*已超期/)
  await supervisor.see('.timeline-here >>> .title', /提级督办/)
  await supervisor.picture()

  await contact.open('/pages/messages/messages')
  await contact.see('.card', '约谈')
  await contact.picture()
}, 120_000)
