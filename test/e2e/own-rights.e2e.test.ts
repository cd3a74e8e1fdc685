import { expect, test, vi } from 'vitest'
import type { SubmitInput } from '../../typings/contract/commands'
import { press, writeCall } from './support/resident'
import { order } from './support/staff'
import { stage } from './support/stage'

/** 邻居遇到的同一件事,公开身份,举报,带走和删除自己的信息。 */
vi.setConfig({ testTimeout: 120_000 })
const suite = stage()
const contact = 'contact-city-management'

const ticketOf = (words: string) => {
  const ticket = suite.cloud.database.read('tickets').findLast(({ description }) => description === words)
  if (!ticket) throw new Error(`nobody called: ${words}`)
  return ticket
}

const aLight = (description: string, changes: Partial<SubmitInput> = {}): SubmitInput => ({
  kind: 'help',
  description,
  serviceCode: 'street-light',
  place: { areaId: 'grid-0101-1', address: '锦园东门公交站' },
  secrecy: 'named',
  phone: '13800000000',
  ...changes,
})

/** Acknowledged, contacted, answered and checked. */
async function answer(ticketId: string) {
  const on = { ticketId }
  const version = Number(suite.cloud.database.read('tickets', { _id: ticketId })[0]?.version)
  let brief = await order(suite.url, contact, 'tickets.acknowledge', on, version)
  const called = { ...on, how: 'phone', note: '约好今晚' } as const
  brief = await order(suite.url, contact, 'tickets.contactResident', called, brief.version)
  const reply = { ...on, text: '东门的路灯今晚已换好，恢复照明。', publish: true }
  brief = await order(suite.url, contact, 'tickets.reply', reply, brief.version)
  await order(
    suite.url,
    'dispatcher-1',
    'tickets.review',
    { ...on, approve: true, text: '同意' },
    brief.version,
  )
}

test('who meets the same trouble joins it with one tap, follows it among their own, and says how it is', async () => {
  const first = await order(
    suite.url,
    'resident-9',
    'tickets.submit',
    aLight('锦园东门公交站的路灯坏了，我住二单元，晚上看不见'),
  )
  const phone = await suite.phone('resident-1')
  await writeCall(phone, { words: '锦园东门公交站路灯坏了，晚上太黑', sounds: '路灯' })
  await phone.see('.alike-here >>> .strong', '附近 1 位居民反映过同一件事')
  await phone.picture()
  await press(phone, '.alike-here >>> .join')
  await phone.see('.alike-here >>> .strong', '已记上')
  await press(phone, '.alike-here >>> .look')
  await phone.see('.sentences >>> .sentence', '等待接单')
  expect(await phone.text('.column')).not.toMatch(/二单元|看不见/)

  await answer(first.ticketId)
  await phone.app.callWxMethod('switchTab', { url: '/pages/my-tickets/my-tickets' })
  await phone.see('.shared', '请您说说办得怎么样')
  await phone.picture()
  await phone.tap('.shared')
  await phone.see('.reply', '今晚已换好')
  await phone.tap('.evaluation >>> .solved-no')
  await phone.tap('.evaluation >>> .dissatisfied')
  await phone.picture()
  await press(phone, '.evaluation >>> .go')
  await phone.see('.notice', '谢谢您的评价')
  expect(ticketOf('锦园东门公交站的路灯坏了，我住二单元，晚上看不见')).toMatchObject({
    coSignerCount: 1,
    coSignerVerdicts: { solved: 0, unsolved: 1 },
  })
})

test('a 举报 is confidential of itself and never comes before the unit it is about', async () => {
  const words = '路灯养护的人收了钱不办事'
  const phone = await suite.phone('resident-2')
  await writeCall(phone, { words })
  await phone.tap('.kinds .chip', '举报')
  await phone.see('.secrecies .chip-on', '保密')
  const picker = await phone.see('.accused-here >>> .unit')
  const { departments } = await order(suite.url, 'resident-2', 'directory.departments', {})
  const accused = departments.findIndex(({ _id }) => _id === 'city-management')
  await picker.trigger('change', { value: String(accused) })
  await phone.see('.accused-here >>> .chip', '城市管理')
  await phone.picture()
  await press(phone, '.send')
  await phone.see('.title', '已收到')
  const { _id, lead } = ticketOf(words)
  expect((lead as { departmentId: string } | undefined)?.departmentId).not.toBe('city-management')

  const unit = await suite.phone(contact)
  await unit.open('/staff/inbox/inbox')
  await unit.see('.segment')
  expect(await unit.text('.column')).not.toContain(words)
  await unit.open(`/staff/ticket/ticket?ticketId=${String(_id)}`)
  await unit.see('.not-open >>> .title', '没有打开')
})

test('an anonymous caller says who they are, takes their records along, and deletes what they said', async () => {
  const words = '锦绣里的路灯一闪一闪'
  const phone = await suite.phone('resident-3')
  await writeCall(phone, { words, secrecy: '匿名', sounds: '路灯' })
  await press(phone, '.send')
  await press(phone, '.look-at')
  await phone.tap('.reveal')
  await phone.fill('.phone', '13912345678')
  await phone.picture()
  await press(phone, '.go')
  await phone.see('.value', '保密')
  await phone.app.callWxMethod('switchTab', { url: '/pages/my-tickets/my-tickets' })
  await phone.see('.mine >>> .subject', words)

  const { _id } = ticketOf(words)
  await answer(String(_id))
  await phone.open('/pages/my-records/my-records')
  await phone.see('.hint', '还在办的 1 件现在不能删')
  const judged = { ticketId: String(_id), contacted: true, solved: true, grade: 'satisfied' } as const
  await order(suite.url, 'resident-3', 'tickets.evaluate', judged, Number(ticketOf(words).version))
  await phone.open('/pages/my-records/my-records')
  await phone.see('.subject', words)
  await phone.picture()
  await phone.app.mockWxMethod('shareFileMessage', { errMsg: 'shareFileMessage:ok' })
  await press(phone, '.take')
  await phone.see('.notice', '文件做好了')
  expect(await phone.app.evaluate(readRecords)).toMatch(
    /锦绣里的路灯一闪一闪[^]*13912345678|13912345678[^]*锦绣里/,
  )
  await phone.app.mockWxMethod('showModal', { confirm: true, cancel: false })
  await phone.tap('.erase')
  await phone.see('.notice', '已删除')
  await phone.see('.hint', '现在没有可以删的')
  expect(suite.cloud.database.read('tickets', { _id })[0]).toMatchObject({ description: '（本人已删除）' })
})

/** What follows runs on the phone. */
declare const wx: {
  getFileSystemManager(): { readFile(given: object): void }
}

function readRecords(): Promise<string> {
  return new Promise((resolve) => {
    const filePath = 'wxfile://usr/my-records.txt'
    const success = ({ data }: { data: string }) => resolve(data)
    wx.getFileSystemManager().readFile({ filePath, encoding: 'utf8', success })
  })
}
