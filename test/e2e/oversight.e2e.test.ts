import { expect, test } from 'vitest'
import { order } from './support/staff'
import { stage } from './support/stage'

/** Monday morning, in working hours. */
const suite = stage({ clock: { startAt: Date.parse('2026-06-01T09:00:00+08:00'), rate: 0 } })

const at = (local: string) => suite.cloud.timers.jumpTo(Date.parse(`${local}:00+08:00`))

const streetLight = {
  kind: 'help' as const,
  serviceCode: 'street-light',
  place: { areaId: '' },
  secrecy: 'named' as const,
  phone: '13800000000',
}

async function call(resident: string, description: string) {
  const areas = suite.cloud.database.read('areas')
  const areaId = String(areas.find(({ level }) => level === 'community')?._id)
  const input = { ...streetLight, description, place: { areaId } }
  const { ticketId, version } = await order(suite.url, resident, 'tickets.submit', input)
  const [ticket] = suite.cloud.database.read('tickets', { _id: ticketId })
  const lead = (ticket as { lead?: { departmentId: string } }).lead?.departmentId
  return { on: { ticketId }, version, contact: `contact-${lead}` }
}

test('a supervisor’s ten minutes: from a number to its tickets, from the ladder to an order', async () => {
  const good = await call('resident-1', '路口的路灯修好了又坏')
  const late = await call('resident-2', '桥下的路灯三天不亮')
  let { version } = await order(suite.url, good.contact, 'tickets.acknowledge', good.on, good.version)
  const told = { ...good.on, how: 'phone', note: '已电话联系' } as const
  ;({ version } = await order(suite.url, good.contact, 'tickets.contactResident', told, version))
  const answer = { ...good.on, text: '路灯的线路已经换好，今晚起正常亮灯，谢谢您反映。', publish: false }
  ;({ version } = await order(suite.url, good.contact, 'tickets.reply', answer, version))
  const fine = { ...good.on, approve: true, text: '清楚' }
  ;({ version } = await order(suite.url, 'dispatcher-1', 'tickets.review', fine, version))
  const grade = { ...good.on, contacted: true, solved: true, grade: 'satisfied' as const }
  await order(suite.url, 'resident-1', 'tickets.evaluate', grade, version)
  await at('2026-06-09T10:00')

  const phone = await suite.phone('supervisor-1')
  await phone.open('/oversight/summary/summary')
  await phone.see('.one.pressing', /^1\s*已超时/)
  expect(await phone.text('.figures')).toMatch(/响应率\s*100%\s*1 \/ 1/)
  await phone.see('.figure', '样本少，不排名')
  expect(await phone.text('.figures')).toMatch(/按时办结率\s*50%\s*1 \/ 2/)
  await phone.picture()

  await phone.tap('.figure', '按时办结率')
  await phone.see('.work >>> .subject', '修好了又坏')
  expect(await phone.all('.work')).toHaveLength(2)
  await phone.tap('.parts .chip', '没有按时答复')
  await phone.see('.parts .chip-on', '没有按时答复')
  await phone.see('.work >>> .subject', '三天不亮')
  expect(await phone.all('.work')).toHaveLength(1)
  await phone.picture()

  await phone.open('/oversight/ladder/ladder')
  await phone.see('.climbed .reason', '每日督办')
  await phone.picture()
  await phone.tap('.climbed .act', '督办')
  await phone.see('.order >>> .heading', '督办')
  await phone.tap('.order >>> .chip', '推诿不办')
  await phone.fill('.order >>> .words', '请今天派人到现场，明早回复')
  await phone.tap('.order >>> .go >>> .van-button')
  await phone.see('.notice', '已督办')
  const [supervised] = suite.cloud.database.read('tickets', { _id: late.on.ticketId })
  expect((supervised as { supervisions?: { by: string; cause: string }[] }).supervisions).toContainEqual(
    expect.objectContaining({ by: 'person', cause: 'refuses' }),
  )
}, 120_000)

test('a matter of the month: what most call about gets a unit, measures and a date, and the unit reads it', async () => {
  const phone = await suite.phone('supervisor-1')
  await phone.open('/oversight/plans/plans')
  await phone.see('.candidate', /路灯[\s\S]*本月 2 件，上月同期 0 件/)
  await phone.tap('.choose')
  await phone.see('.unit', '选一个单位')
  await phone.tap('.go >>> .van-button')
  await phone.see('.wrong', '请选一个负责的单位')
  await phone.fill('.title', '路灯亮起来')
  await phone.fill('.words', '逐条街查一遍，坏的三天内换好')
  const { units } = await order(suite.url, 'supervisor-1', 'supervision.plans', {})
  const index = units.findIndex(({ departmentId }) => departmentId === 'city-management')
  await (await phone.see('.unit')).trigger('change', { value: String(index) })
  await phone.see('.unit', units[index]!.name)
  await (await phone.see('.due')).trigger('change', { value: '2026-07-20' })
  await phone.picture()
  await phone.tap('.go >>> .van-button')
  await phone.see('.compared', '还没有满一个月')
  await phone.see('.fact', '7 月 20 日前完成')
  await phone.tap('.months .chip', '2026 年 6 月：2 件')
  await phone.see('.work >>> .subject', '三天不亮')
  expect(await phone.all('.work')).toHaveLength(2)
  await phone.open('/oversight/plans/plans')
  await phone.see('.candidate', '已选为本月一题')
  const unit = await suite.phone('contact-city-management')
  await unit.open('/pages/me/me')
  await unit.tap('.to-plans')
  await unit.tap('.plan', '路灯亮起来')
  await unit.see('.compared', '还没有满一个月')
  expect(await unit.all('.months')).toEqual([])
}, 60_000)

test('what is compared and drawn can be sent on: the view stands in the path', async () => {
  const phone = await suite.phone('supervisor-1')
  await phone.open('/oversight/compare/compare?by=street&kpi=response&from=2026-05-01&to=2026-06-09')
  await phone.see('.segment.on', '按街道')
  await phone.see('.chip-on', '响应率')
  await phone.see('.unit', /响应率\s*100%\s*1 \/ 1/)
  await phone.picture()
  await phone.open('/oversight/flow/flow')
  await phone.see('.line', /群众提出\s*2/)
  await phone.tap('.line', '群众提出')
  await phone.see('.work >>> .subject', '三天不亮')
}, 60_000)
