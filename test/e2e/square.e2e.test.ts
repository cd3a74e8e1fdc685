import { beforeAll, expect, test, vi } from 'vitest'
import { press } from './support/resident'
import { order } from './support/staff'
import { stage } from './support/stage'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const suite = stage()
const light = 'contact-city-management'
const minute = 60_000

const words = '紫藤巷王小明先生门口的路灯不亮，请打13811112222。'
let ticketId = ''

const version = () => Number(suite.cloud.database.read('tickets', { _id: ticketId })[0]?.version)

beforeAll(async () => {
  const { url } = suite
  const call = {
    kind: 'help',
    description: words,
    serviceCode: 'street-light',
    place: { areaId: 'grid-0101-1' },
    secrecy: 'named',
    phone: '13811112222',
  } as const
  ticketId = (await order(url, 'resident-1', 'tickets.submit', call)).ticketId
  const promisedAt = suite.cloud.clock.now() + 86_400_000
  await order(url, light, 'tickets.acknowledge', { ticketId }, version())
  await order(
    url,
    light,
    'tickets.commit',
    { ticketId, type: 'repair', measure: '换成新灯头', promisedAt },
    version(),
  )
  await order(
    url,
    light,
    'tickets.reply',
    { ticketId, text: '您好，灯已修好，感谢反映。', publish: true },
    version(),
  )
  await order(url, 'dispatcher-1', 'tickets.review', { ticketId, approve: true, text: '属实' }, version())
})

test('the centre looks at the masked words, hides one more, publishes; a neighbour finds it, reads it and joins', async () => {
  const centre = await suite.phone('dispatcher-1')
  await centre.open('/staff/desk/desk')
  await centre.tap('.segment', '待公开')
  await centre.tap('.work >>> .subject', '路灯不亮')
  await centre.tap('.to-publish')
  await centre.see('.told', '某先生门口的路灯不亮，请打［')
  await centre.fill('.hide-word', '紫藤巷')
  await centre.tap('.add')
  await centre.see('.told', '［隐去］某先生')
  await centre.picture()
  await press(centre, '.go')
  await centre.see('.to-publish', '已公开')
  await suite.cloud.timers.jumpTo(suite.cloud.clock.now() + 2 * minute)

  const neighbour = await suite.phone('resident-2')
  await neighbour.app.callWxMethod('switchTab', { url: '/pages/square/square' })
  await neighbour.see('.publication', '已答复')
  await neighbour.picture()
  await neighbour.tap('.filter')
  await neighbour.tap('.filters .chip', '桂桥街道 1')
  await neighbour.see('.publication', '路灯不亮')
  await neighbour.tap('.board', '承诺')
  await neighbour.see('.publication', '换成新灯头')
  await neighbour.picture()
  await neighbour.tap('.board', '诉求答复')
  await neighbour.fill('.words-to-find', '路灯')
  await neighbour.tap('.find')
  await neighbour.tap('.publication', '路灯不亮')
  await neighbour.see('.reply', '灯已修好')
  expect(await neighbour.text('.told')).not.toMatch(/王小明|1381111|紫藤巷/)
  await press(neighbour, '.join')
  await neighbour.see('.notice', '已记下')
  await neighbour.picture()
  expect(suite.cloud.database.read('tickets', { _id: ticketId })[0]?.coSignerCount).toBe(1)
})
