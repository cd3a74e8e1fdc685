import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { TestPhone } from './support/phone'
import { press, submitCall, writeCall } from './support/resident'
import { stage } from './support/stage'

/** 从我要呼到看进展,在一部手机上。 */
vi.setConfig({ testTimeout: 60_000 })
const suite = stage()
let phone: TestPhone

beforeAll(async () => {
  phone = await suite.phone('resident-1')
})
afterAll(async () => {
  await phone.app.restoreWxMethod('chooseMedia')
  await phone.app.restoreWxMethod('getLocation')
})

test('a call becomes a receipt with number, department and date, then one of my calls, then its own page', async () => {
  await phone.open('/pages/home/home')
  await phone.see('.card', '您没有正在办的诉求')
  await writeCall(phone, { words: '小区门口的路灯坏了三天,晚上很黑' })
  await phone.see('.services .chip-on', '路灯')
  await phone.picture()
  await press(phone, '.send')
  await phone.see('.title', '已收到')
  const number = await phone.text('.number')
  expect(number).toMatch(/^\d{8}-\w+-\w$/)
  expect(await phone.text('.due')).toMatch(/最晚 .*\d{2}:\d{2}/)
  await phone.see('.value', '城市管理')
  await phone.picture()

  await phone.app.callWxMethod('switchTab', { url: '/pages/my-tickets/my-tickets' })
  await phone.see('.mine >>> .state >>> .sentence', '等待接单')
  await phone.tap('.mine >>> .card')
  await phone.see('.sentences >>> .sentence', '等待接单')
  await phone.see('.value', number)
  await phone.tap('.why >>> .link')
  await phone.see('.why >>> .day', /第 1 个工作日/)
  await phone.picture()
})

test('the next call starts at the last place, so four taps and the words are enough', async () => {
  await phone.open('/pages/home/home')
  await phone.tap('.call')
  await phone.fill('.words', '路灯不亮,请来看看')
  await phone.see('.services .chip-on', '路灯')
  await press(phone, '.send')
  await phone.see('.title', '已收到')
})

test('who stands where it is has it found and confirms it; who would not be found chooses as before', async () => {
  await phone.open('/pages/submit/submit')
  await phone.tap('.places >>> .change')
  await phone.app.mockWxMethod('getLocation', { errMsg: 'getLocation:fail auth deny' })
  await phone.tap('.places >>> .here')
  await phone.see('.places >>> .wrong', '没有允许使用位置')
  await phone.see('.places >>> .chip', '桂桥街道')
  await phone.app.mockWxMethod('getLocation', { longitude: 112.6278, latitude: 28.0503 })
  await phone.tap('.places >>> .here')
  await phone.see('.places >>> .near-place', '桂桥街道 锦园社区')
  await phone.picture()
  await phone.tap('.places >>> .near-place', '锦园社区')
  await phone.see('.places >>> .said', '桂桥街道 锦园社区')
})

test('a file that is no photo is left out and said so', async () => {
  await phone.open('/pages/submit/submit')
  await phone.app.mockWxMethod('chooseMedia', {
    type: 'image',
    tempFiles: [{ tempFilePath: 'wxfile://tmp_report.pdf', size: 2000, fileType: 'image' }],
  })
  await phone.tap('.photos-here >>> .add')
  await phone.see('.photos-here >>> .wrong', '不是照片')
  expect(await phone.all('.photos-here >>> .photo')).toHaveLength(0)
})

test('too many words are not cut: the person is told how many to take out, and nothing is lost', async () => {
  await writeCall(phone, { words: '字'.repeat(2013) })
  await phone.see('.count', '2013 / 2000')
  await press(phone, '.send')
  await phone.see('.wrong', '请删掉 13 个字')
  await phone.picture()
  await phone.open('/pages/submit/submit')
  await phone.see('.count', '2013 / 2000')
  await phone.fill('.words', '字'.repeat(20))
})

test('two taps on 提交 make one ticket', async () => {
  const words = `井盖响 ${Date.now()}`
  await writeCall(phone, { words })
  const button = await phone.see('.send >>> .van-button')
  await Promise.all([button.tap(), button.tap()])
  await phone.see('.title', '已收到')
  await phone.app.callWxMethod('switchTab', { url: '/pages/my-tickets/my-tickets' })
  await phone.see('.mine >>> .subject', words)
  const subjects = await Promise.all((await phone.all('.mine >>> .subject')).map((one) => one.text()))
  expect(subjects.filter((subject) => subject === words)).toHaveLength(1)
})

test('danger in the words puts the telephone first', async () => {
  await phone.open('/pages/submit/submit')
  await phone.fill('.words', '楼下有人晕倒了,旁边还着火')
  await phone.see('.emergency', '请先打电话')
  const numbers = await Promise.all((await phone.all('.emergency .number')).map((one) => one.text()))
  expect(numbers.join()).toMatch(/119[^]*120/)
  await phone.picture()
})

test('a supplement stands in the history, a second 催办 on one day is kindly refused, a withdrawal ends it', async () => {
  await submitCall(phone, { words: `树枝挡住信号灯 ${Date.now()}` })
  await press(phone, '.look-at')
  await press(phone, '.supplement')
  await phone.fill('.sheet-here >>> .words', '今天又掉了一根')
  await phone.tap('.sheet-here >>> .close')
  await press(phone, '.supplement')
  expect(await (await phone.see('.sheet-here >>> .words')).value()).toBe('今天又掉了一根')
  await press(phone, '.sheet-here >>> .go')
  await phone.see('.notice', '已补充')
  await phone.see('.timeline-here >>> .text', '今天又掉了一根')
  await press(phone, '.expedite')
  await phone.see('.notice', '已催')
  await press(phone, '.expedite')
  await phone.see('.notice', '今天已经催过')
  await press(phone, '.withdraw')
  await press(phone, '.sheet-here >>> .go')
  await phone.see('.sheet-here >>> .wrong', '请写一句')
  await phone.fill('.sheet-here >>> .words', '已经自己处理了')
  await press(phone, '.sheet-here >>> .go')
  await phone.see('.sentences >>> .sentence', '您已撤回')
  await phone.picture()
})
