import { expect, test } from 'vitest'
import type { SubmitInput } from '../../typings/contract/commands'
import type { Ticket } from '../../cloudfunctions/domain/ticket/ticket'
import { press } from './support/resident'
import type { TestPhone } from './support/phone'
import { order } from './support/staff'
import { stage } from './support/stage'

/** A Monday morning; the clock stands still. */
const suite = stage({ clock: { startAt: Date.parse('2026-06-01T09:00:00+08:00'), rate: 0 } })

const read = (ticketId: string) => suite.cloud.database.read('tickets', { _id: ticketId })[0]

async function called(description: string, more: Partial<SubmitInput> = {}): Promise<string> {
  const { ticketId } = await order(suite.url, 'resident-1', 'tickets.submit', {
    kind: 'help',
    description,
    place: { areaId: 'community-0101' },
    secrecy: 'named',
    phone: '13800000000',
    ...more,
  })
  return ticketId
}

/** Led by a unit and taken on by it. */
async function takenOn(description: string, departmentId: string): Promise<string> {
  const ticketId = await called(description)
  await order(suite.url, 'dispatcher-1', 'tickets.dispatch', { ticketId, departmentId, reason: '属地' }, 1)
  await order(suite.url, `contact-${departmentId}`, 'tickets.acknowledge', { ticketId }, 2)
  return ticketId
}

const open = (phone: TestPhone, ticketId: string) => phone.open(`/staff/ticket/ticket?ticketId=${ticketId}`)

async function begin(phone: TestPhone, ticketId: string, action: string) {
  await open(phone, ticketId)
  await press(phone, '.others-button')
  await phone.tap('.others >>> .van-action-sheet__item', action)
}

/** Runs inside the phone: what its viewer of documents shows. */
function documentName(): string | undefined {
  const host = globalThis as unknown as {
    phone: { screen: { document: { querySelector(selector: string): { title?: string } | null } } }
  }
  return host.phone.screen.document.querySelector('.wx-document iframe')?.title
}

async function find(phone: TestPhone, what: string, typed: string, words: string) {
  await phone.fill(`.order >>> .${what}s >>> .search`, typed)
  await phone.tap(`.order >>> .${what}s >>> .found .chip`, words)
}

test('non-acceptance', async () => {
  const centre = await suite.phone('dispatcher-1')
  const ticketId = await called('邻居欠我两千块钱不还')
  await begin(centre, ticketId, '不予受理')
  for (const ground of ['重复', '秘密', '政府职责', '不合法']) {
    await centre.tap('.order >>> .chip', ground)
    await centre.see('.order >>> .ready-words .chip')
  }
  await press(centre, '.order >>> .go')
  await centre.see('.order >>> .wrong', '对群众说的话')
  await centre.tap('.order >>> .chip', '政府职责')
  await centre.tap('.order >>> .ready-words .chip', '人民调解')
  await centre.picture()
  await press(centre, '.order >>> .go')
  await centre.see('.notice', '不予受理的理由')
  expect(read(ticketId)).toMatchObject({ status: 'rejected', end: { code: 'outOfScope' } })
  const resident = await suite.phone('resident-1')
  await resident.open(`/pages/ticket/ticket?ticketId=${ticketId}`)
  await resident.see('.page', '12348')
}, 120_000)

test('a record for 信访 or a court is a file that opens on the phone', async () => {
  const contact = await suite.phone('contact-city-management')
  const ticketId = await takenOn('河边栏杆松了', 'city-management')
  await open(contact, ticketId)
  await contact.app.mockWxMethod('showActionSheet', { tapIndex: 0 })
  await contact.tap('.export', '导出')
  await expect.poll(() => contact.app.evaluate(documentName)).toBe('文档')
}, 120_000)

test('merge', async () => {
  const centre = await suite.phone('dispatcher-1')
  const parentId = await called('桥头的垃圾堆了一周没人收')
  const childId = await called('桥头垃圾很多没人管')
  await begin(centre, childId, '并单')
  await centre.fill('.order >>> .tickets >>> .search', '桥头')
  await centre.see('.order >>> .tickets >>> .found .chip', '堆了一周')
  expect(await centre.all('.order >>> .tickets >>> .found .chip')).toHaveLength(1)
  await centre.tap('.order >>> .tickets >>> .found .chip')
  await centre.tap('.order >>> .ready-words .chip')
  await centre.picture()
  await press(centre, '.order >>> .go')
  await centre.see('.notice', '已并单')
  await suite.cloud.timers.jumpTo(suite.cloud.clock.now() + 60_000)
  expect(read(parentId)).toMatchObject({ coSignerCount: 1, absorbed: [{ childId }] })
  await centre.tap('.joined')
  await centre.see('.own-words', '堆了一周')
  await centre.see('.joined', '并进来的第 1 件')
}, 120_000)

test('consult', async () => {
  const centre = await suite.phone('dispatcher-1')
  const ticketId = await called('这条小路归谁管')
  await begin(centre, ticketId, '派单前会商')
  await find(centre, 'department', '城管', '区城管局')
  await find(centre, 'department', '交通局', '区交通局')
  await centre.tap('.order >>> .ready-words .chip', '管护责任')
  await centre.picture()
  await press(centre, '.order >>> .go')
  await centre.see('.notice', '已发起会商')
  await order(suite.url, 'contact-transport', 'tickets.advise', { ticketId, ours: false, text: '不在路网内' })

  const contact = await suite.phone('contact-city-management')
  await open(contact, ticketId)
  await press(contact, '.next')
  await contact.tap('.order >>> .chip', '是')
  await contact.fill('.order >>> .words', '背街小巷由我局管护')
  await press(contact, '.order >>> .go')
  await contact.see('.notice', '已回复会商')
  await open(centre, ticketId)
  await centre.see('.matter', '背街小巷由我局管护')
  await centre.see('.next', '派单')
}, 120_000)

test('reclassify', async () => {
  const ticketId = await takenOn('广场上的音乐声音太大，睡不着', 'city-management')
  const centre = await suite.phone('dispatcher-1')
  await begin(centre, ticketId, '调整类别')
  await centre.tap('.order >>> .chip', '时限类')
  await centre.tap('.order >>> .chip', '水电气热')
  await centre.tap('.order >>> .ready-words .chip', '现场核实后确认')
  await centre.picture()
  await press(centre, '.order >>> .go')
  await centre.see('.notice', '已调整')
  await centre.see('.timeline-here >>> .text', '现场核实后确认')
  await centre.see('.facts-card', '水电气热')
  const { limitClass, clocks } = read(ticketId) as unknown as Pick<Ticket, 'limitClass' | 'clocks'>
  const promise = clocks.find(({ kind }) => kind === 'promise')
  expect([limitClass, promise?.limitClass]).toEqual(['utility', 'utility'])
}, 120_000)

test('copy', async () => {
  const centre = await suite.phone('dispatcher-1')
  const ticketId = await takenOn('学校门口放学时很堵', 'office-01')
  await begin(centre, ticketId, '抄送')
  await find(centre, 'department', '教育', '区教育局')
  await press(centre, '.order >>> .go')
  await centre.see('.notice', '已抄送')
  await centre.see('.copied', '教育局')
  const contact = await suite.phone('contact-education')
  await open(contact, ticketId)
  await contact.see('.own-words', '放学时很堵')
  expect(await contact.all('.dock')).toHaveLength(0)
}, 120_000)

test('whistle', async () => {
  const street = await suite.phone('contact-office-01')
  const ticketId = await takenOn('工地围挡占了人行道', 'office-01')
  await begin(street, ticketId, '吹哨')
  await find(street, 'department', '住建', '区住建局')
  await street.tap('.order >>> .ready-words .chip', '依职权执法')
  await street.picture()
  await press(street, '.order >>> .go')
  await street.see('.notice', '已吹哨')
  await street.see('.matter', '等反馈')
  expect(read(ticketId)?.coTasks).toMatchObject([{ by: 'whistle', departmentId: 'housing', state: 'open' }])

  const city = await suite.phone('contact-city-management')
  await open(city, await takenOn('路边树枝挡住了路灯', 'city-management'))
  await press(city, '.others-button')
  await city.see('.others >>> .van-action-sheet__item', '上报')
  const offered = await Promise.all(
    (await city.all('.others >>> .van-action-sheet__item')).map((item) => item.text()),
  )
  expect(offered).not.toContain('吹哨')
}, 120_000)

test('co-tasks', async () => {
  const contact = await suite.phone('contact-city-management')
  const ticketId = await takenOn('下水道堵了，污水漫出来', 'office-01')
  await order(
    suite.url,
    'contact-office-01',
    'tickets.assist',
    { ticketId, departmentId: 'city-management', task: '请疏通管道' },
    3,
  )
  await open(contact, ticketId)
  await press(contact, '.next')
  await contact.tap('.order >>> .chip', '先报阶段')
  await contact.fill('.order >>> .words', '已派人查看，明天疏通')
  await press(contact, '.order >>> .go')
  await contact.see('.notice', '已反馈')
  await contact.see('.matter', '阶段情况：已派人查看')
  await press(contact, '.next')
  await contact.tap('.order >>> .chip', '办完了')
  await contact.fill('.order >>> .words', '已疏通')
  await press(contact, '.order >>> .go')
  await contact.see('.matter', '反馈：已疏通')
  expect(read(ticketId)?.coTasks).toMatchObject([{ state: 'reported', report: '已疏通' }])
}, 120_000)

test('费随事转: a duty off the list goes down to a street only with its money, and the sheet asks for it', async () => {
  const ticketId = await called('路灯坏了三天，晚上很黑', { serviceCode: 'street-light' })
  const acknowledged = read(ticketId)?.version as number
  await order(suite.url, 'contact-city-management', 'tickets.acknowledge', { ticketId }, acknowledged)
  const contact = await suite.phone('contact-city-management')
  await begin(contact, ticketId, '协办')
  await find(contact, 'department', '桂桥', '桂桥')
  await contact.fill('.order >>> .text', '请代为换灯')
  await press(contact, '.order >>> .go')
  await contact.see('.order >>> .wrong', '费随事转')
  await contact.tap('.order >>> .chip', '有经费委托')
  await contact.fill('.order >>> .agreement', '委托〔2026〕1 号')
  await contact.fill('.order >>> .yuan', '两万')
  await press(contact, '.order >>> .go')
  await contact.see('.order >>> .wrong', '要写数字')
  await contact.fill('.order >>> .yuan', '20000')
  await contact.picture()
  await press(contact, '.order >>> .go')
  await contact.see('.notice', '已请对方协办')
  expect(JSON.stringify(read(ticketId)?.coTasks)).toContain('请代为换灯')
}, 120_000)

test('escalate up', async () => {
  const street = await suite.phone('contact-office-01')
  const ticketId = await takenOn('老小区没有地方停车', 'office-01')
  await begin(street, ticketId, '上报')
  await street.fill('.order >>> .words', '需要协调机关单位夜间开放车位')
  await press(street, '.order >>> .go')
  await street.see('.notice', '已上报')
  const superior = await suite.phone('contact-government-office')
  await open(superior, ticketId)
  await press(superior, '.next')
  await superior.fill('.order >>> .words', '由机关事务管理部门本周开放车位')
  await superior.picture()
  await press(superior, '.order >>> .go')
  await superior.see('.notice', '意见已送达')
  expect(read(ticketId)?.escalation).toMatchObject({ state: 'answered' })
}, 120_000)
