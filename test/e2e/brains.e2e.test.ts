import { expect, test, vi } from 'vitest'
import type { SubmitInput } from '../../typings/contract/commands'
import { press } from './support/resident'
import { order } from './support/staff'
import { stage } from './support/stage'

vi.setConfig({ testTimeout: 90_000 })
const suite = stage()

const call = (openid: string, description: string, changes: Partial<SubmitInput> = {}) =>
  order(suite.url, openid, 'tickets.submit', {
    kind: 'help',
    description,
    place: { areaId: 'grid-0102-1' },
    secrecy: 'named',
    phone: '13800000000',
    ...changes,
  })
const stored = (ticketId: string) => suite.cloud.database.read('tickets', { _id: ticketId })[0]

test('urgency and suggestion: the desk sees the danger first, and sends the call by one tap on what it sounds like', async () => {
  const words = '家里突然停水了，老人急得说不想活了'
  const { ticketId } = await call('resident-1', words)
  const dispatcher = await suite.phone('dispatcher-1')
  await dispatcher.open('/staff/desk/desk')
  await dispatcher.see('.work >>> .alarm', '可能有轻生自伤')
  await dispatcher.picture()
  await dispatcher.tap('.work >>> .subject', '家里突然停水了')
  await dispatcher.see('.alarms-here >>> .alarm', '可能有轻生自伤')
  await dispatcher.see('.heard-here >>> .why', '停水')
  await dispatcher.picture()
  await dispatcher.tap('.heard-here >>> .choice', '停水')
  await dispatcher.see('.notice', '已派单')
  expect(stored(ticketId)).toMatchObject({ status: 'dispatched', serviceCode: 'tap-water' })
})

test('same trouble: the centre joins a repeated call with the first, from the hint', async () => {
  const words = '春晓花园门口的广告牌被风吹歪了，快要掉下来'
  const first = await call('resident-2', words)
  const second = await call('resident-3', `${words}，没有人管`)
  const dispatcher = await suite.phone('dispatcher-2')
  await dispatcher.open(`/staff/ticket/ticket?ticketId=${second.ticketId}`)
  await dispatcher.see('.heard-here >>> .because', '文字大部分相同')
  await dispatcher.picture()
  await press(dispatcher, '.heard-here >>> .join')
  await dispatcher.see('.heard-here >>> .join', '确定并入')
  await press(dispatcher, '.heard-here >>> .join')
  await dispatcher.see('.notice', '已并单')
  expect(stored(second.ticketId)).toMatchObject({ status: 'merged', merge: { parentId: first.ticketId } })
})

test('reply check: personal data is pointed at before sending, and the reply may still be sent', async () => {
  const { ticketId } = await call('resident-4', '路灯又不亮了')
  const contact = 'contact-city-management'
  await order(suite.url, contact, 'tickets.acknowledge', { ticketId }, 1)
  const phone = await suite.phone(contact)
  await phone.open(`/staff/reply/reply?ticketId=${ticketId}`)
  await phone.fill('.text .words', '已转交路灯所办理，联系业主13812345678。')
  await phone.see('.leak', '13812345678')
  await phone.see('.finding', '像套话')
  await phone.picture()
  await press(phone, '.send')
  await phone.see('.wrong', '个人信息')
  await press(phone, '.send')
  await vi.waitFor(() => expect(stored(ticketId)?.status).toBe('replied'), { timeout: 10_000 })
})

test('topics: what many call about is found at night and opens its calls', async () => {
  const place = { areaId: 'grid-0202-1' }
  for (const [n, words] of [
    '云梦家园楼下的烧烤店油烟太大，窗户都不敢开',
    '云梦家园楼下烧烤店的油烟直接排到我家窗户，熏得睡不着',
    '云梦家园楼下烧烤店油烟熏人，孩子天天咳嗽，窗户不敢开',
  ].entries())
    await call(`resident-${n + 5}`, words, { place, serviceCode: 'smoke' })
  await suite.cloud.timers.jumpTo(suite.cloud.clock.now() + 86_400_000)
  const supervisor = await suite.phone('supervisor-1')
  await supervisor.open('/oversight/topics/topics')
  await supervisor.tap('.topic-card', '烧烤店')
  await supervisor.see('.work >>> .subject', '云梦家园')
  await supervisor.picture()
})
