import { expect, test, vi } from 'vitest'
import { dayWords } from '../../miniprogram/services/people-time'
import { choosePlace, press } from './support/resident'
import { order } from './support/staff'
import { stage } from './support/stage'
import { hand, more } from './support/walk'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })
const suite = stage()

const ticketSaying = (description: string) => suite.cloud.database.read('tickets', { description })[0]

test('a grid worker calls for somebody, with their consent, and hands them the code', async () => {
  const worker = await suite.phone('grid-worker-1')
  await worker.open('/pages/submit/submit')
  await worker.fill('.words', '自己家门口的井盖响')
  await worker.open('/staff/grid/grid')
  await worker.tap('.behalf')
  await worker.see('.relations .chip-on', '我是网格员')
  const words = '楼下路灯不亮，她夜里不敢出门'
  await worker.fill('.words', words)
  await choosePlace(worker)
  await worker.fill('.name', '王奶奶')
  await worker.fill('.phone', '13711112222')
  await press(worker, '.send')
  await worker.see('.wrong', '本人同意')
  await worker.tap('.consents .chip', '当面说的同意')
  await worker.picture()
  // Left and come back to, nothing has to be written or asked again.
  await worker.open('/square/behalf/behalf')
  await worker.see('.consents .chip-on', '当面说的同意')
  expect(await (await worker.see('.name')).value()).toBe('王奶奶')
  await press(worker, '.send')
  await worker.see('.heading', '把查询码给他')
  await worker.picture()
  expect(ticketSaying(words)).toMatchObject({
    channel: 'patrol',
    caller: { name: '王奶奶' },
    behalf: { relation: 'gridWorker', consent: 'present' },
  })
  await worker.open('/square/behalf/behalf')
  expect(await (await worker.see('.words')).value()).toBe('')
  await worker.open('/pages/submit/submit')
  expect(await (await worker.see('.words')).value()).toBe('自己家门口的井盖响')
})

test('曝光 goes to the discipline unit, not to the accused; what is verified and approved stands on the board', async () => {
  const resident = await suite.phone('resident-1')
  await resident.app.callWxMethod('switchTab', { url: '/pages/square/square' })
  await resident.tap('.board', '曝光台')
  await resident.tap('.expose')
  await resident.fill('.unit-words', '城管')
  await resident.tap('.units .chip', '城市管理')
  await resident.tap('.conducts .chip', '作风')
  const words = '执法队员让摊贩请他吃饭'
  await resident.fill('.words', words)
  await resident.fill('.phone', '13899990000')
  await resident.open('/square/expose/expose')
  await resident.see('.chosen-unit', '城市管理')
  expect(await (await resident.see('.words')).value()).toBe(words)
  await resident.picture()
  await press(resident, '.send')
  await resident.see('.heading', '已收到')
  const ticketId = String(ticketSaying(words)?._id)
  expect(ticketSaying(words)).toMatchObject({
    lead: { departmentId: 'discipline' },
    caller: { secrecy: 'confidential' },
  })

  const { url } = suite
  const version = () => Number(suite.cloud.database.read('tickets', { _id: ticketId })[0]?.version)
  await expect(order(url, 'contact-city-management', 'tickets.get', { ticketId })).rejects.toThrow(
    'TICKET_NOT_FOUND',
  )
  await order(url, 'contact-discipline', 'tickets.acknowledge', { ticketId }, version())
  const finding = { verdict: 'verified', text: '经查属实，已给予警告处分。' } as const
  await order(url, 'contact-discipline', 'tickets.recordFinding', { ticketId, ...finding }, version())

  const supervisor = await suite.phone('supervisor-1')
  await supervisor.open(`/staff/ticket/ticket?ticketId=${ticketId}`)
  await supervisor.see('.matter', '等督办员审核')
  await press(supervisor, '.next')
  await supervisor.tap('.order >>> .chip', '同意公开')
  await supervisor.fill('.order >>> .words', '事实清楚')
  await press(supervisor, '.order >>> .go')
  await supervisor.see('.notice', '已审核')
  await suite.cloud.timers.jumpTo(suite.cloud.clock.now() + 120_000)

  await resident.app.callWxMethod('switchTab', { url: '/pages/square/square' })
  await resident.tap('.board', '诉求答复')
  await resident.tap('.board', '曝光台')
  await resident.see('.publication', '已给予警告处分')
  await resident.picture()
  expect(await resident.text('.publication')).not.toContain('摊贩')

  const today = dayWords(suite.cloud.clock.now())
  const atTheBoard = async () => {
    await suite.cloud.timers.jumpTo(suite.cloud.clock.now() + 120_000)
    await resident.app.callWxMethod('switchTab', { url: '/pages/square/square' })
    await resident.tap('.board', '诉求答复')
    await resident.tap('.board', '曝光台')
  }
  const discipline = await suite.phone('contact-discipline')
  await discipline.open(`/staff/ticket/ticket?ticketId=${ticketId}`)
  await more(discipline, '更正或撤下核查结果')
  await discipline.tap('.order >>> .chip', '更正文字')
  await discipline.fill('.order >>> .text', '经查属实，已给予记过处分。')
  await discipline.fill('.order >>> .reason', '处分的种类写错了')
  await discipline.picture()
  await hand(discipline, '已交督办员审核')
  await supervisor.open(`/staff/ticket/ticket?ticketId=${ticketId}`)
  await supervisor.see('.matter', '改为：经查属实，已给予记过处分')
  await press(supervisor, '.next')
  await supervisor.tap('.order >>> .chip', '同意更正或撤下')
  await supervisor.fill('.order >>> .words', '核对无误')
  await hand(supervisor, '已审核')
  await atTheBoard()
  await resident.see('.publication', `${today}已更正：处分的种类写错了`)
  expect(await resident.text('.publication')).not.toContain('警告')
  await resident.picture()
  await resident.tap('.publication')
  await resident.see('.change', `${today}已更正`)
  await resident.picture()

  const down = { ticketId, kind: 'withdraw', reason: '当事人复核成立' } as const
  await order(url, 'contact-discipline', 'tickets.amendFinding', down, version())
  const agreed = { ticketId, grant: true, text: '同意撤下' }
  await order(url, 'supervisor-1', 'tickets.ruleFinding', agreed, version())
  await atTheBoard()
  await resident.see('.publication', `${today}已撤下：当事人复核成立`)
  expect(await resident.text('.publication')).not.toContain('记过')
  await resident.picture()
})

test('a grid worker prints a code; whoever scans it finds the place filled in', async () => {
  const worker = await suite.phone('grid-worker-1')
  await worker.open('/staff/code-sheet/code-sheet')
  await worker.see('.sheet .place', '桂桥街道')
  await worker.tap('.places >>> .open')
  await worker.tap('.places >>> .chip', '桂桥街道')
  await worker.tap('.places >>> .chip', '锦园社区')
  await worker.tap('.places >>> .chip', '都不是')
  await worker.fill('.spots', '幸福里 3 号楼\n灯杆 0123')
  await press(worker, '.make')
  await worker.see('.sheet .spot', '灯杆 0123')
  await worker.app.mockWxMethod('saveImageToPhotosAlbum', {})
  await press(worker, '.save')
  await worker.see('.notice', 'A4')
  await worker.picture()
  const [spot] = suite.cloud.database.read('spots', { address: '灯杆 0123' })
  const scanner = await suite.phone('resident-4')
  await scanner.open(`/pages/submit/submit?scene=${encodeURIComponent(`p=${String(spot?._id)}`)}`)
  await scanner.see('.places >>> .said', '桂桥街道')
  expect(await (await scanner.see('.places >>> .input')).value()).toBe('灯杆 0123')
  await scanner.tap('.places >>> .change')
  await scanner.fill('.places >>> .find-place', '惠里')
  await scanner.picture()
  await scanner.tap('.places >>> .found-place', /社区/)
  await scanner.see('.places >>> .said', '惠里')
  await scanner.open('/pages/submit/submit?scene=p%3D0123456789abcdef')
  await scanner.see('.wrong', '已经调整')
  const resident = await suite.phone('resident-3')
  await resident.open('/pages/submit/submit?scene=a%3Dgrid-0101-1%26s%3Dstreet-light')
  await resident.see('.places >>> .said', '桂桥街道')
  await resident.see('.services .chip-on', '路灯')
  await resident.picture()
  await resident.open('/square/rates/rates')
  await resident.see('.figure', '响应率')
  await resident.picture()
})

test('anybody reads the code of a day that has ended, and takes a copy of it', async () => {
  await suite.cloud.timers.jumpTo(suite.cloud.clock.now() + 86_400_000)
  const [digest] = suite.cloud.database.read('digests')
  const resident = await suite.phone('resident-4')
  await resident.open('/square/rates/rates')
  await resident.see('.code', String(digest?.digest).slice(0, 4))
  await resident.picture()
  await resident.tap('.keep')
  await resident.see('.keep', '已复制')
})
