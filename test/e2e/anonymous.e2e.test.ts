import { expect, test, vi } from 'vitest'
import { press, submitCall } from './support/resident'
import { stage } from './support/stage'

vi.setConfig({ testTimeout: 60_000 })
const suite = stage()

test('an anonymous call is followed by its code on another phone, and is nobody’s in the lists', async () => {
  const phone = await suite.phone('resident-1')
  await submitCall(phone, { words: '楼道里常年堆着纸箱', secrecy: '匿名' })
  const code = (await phone.text('.code')).replace(/\s/g, '')
  expect(code).toMatch(/^\w{5}-\w{5}-\w{5}$/)
  await phone.picture()
  await phone.app.mockWxMethod('saveImageToPhotosAlbum', { errMsg: 'saveImageToPhotosAlbum:ok' })
  await press(phone, '.save')
  await phone.see('.saved', '已存到相册')
  await phone.app.callWxMethod('switchTab', { url: '/pages/my-tickets/my-tickets' })
  await phone.see('.strong', '楼道里常年堆着纸箱')
  expect(await phone.all('.mine')).toHaveLength(0)

  const other = await suite.phone('resident-2')
  await other.open('/pages/track/track')
  await other.fill('.code', 'AAAAA')
  await press(other, '.go')
  await other.see('.wrong', '15 个字母和数字')
  await other.fill('.code', `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`)
  await press(other, '.go')
  await other.see('.wrong', '没有找到这个查询码')
  await other.fill('.code', code.toLowerCase())
  await press(other, '.go')
  await other.see('.value', '匿名')
  await other.picture()
  await press(other, '.supplement')
  await other.fill('.sheet-here >>> .words', '今天又多了一堆')
  await press(other, '.sheet-here >>> .go')
  await other.see('.notice', '已补充')

  await phone.tap('.anonymous')
  await phone.see('.timeline-here >>> .text', '今天又多了一堆')
})
