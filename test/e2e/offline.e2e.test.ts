import { expect, test, vi } from 'vitest'
import { press, writeCall } from './support/resident'
import { stage } from './support/stage'

vi.setConfig({ testTimeout: 60_000 })
const suite = stage()

const ticketsOf = (words: string) =>
  suite.cloud.database.read('tickets').filter((ticket) => ticket.description === words)

test('without a network a call waits on the phone, and leaves once when there is one again', async () => {
  const phone = await suite.phone('resident-1')
  const words = '公园健身器材松动'
  await writeCall(phone, { words })
  await phone.offline(true)
  await phone.see('.bar-here >>> .offline', '没有网络')
  await press(phone, '.send')
  await phone.see('.title', '已存好，有网后自动发送')
  await phone.picture()
  await phone.app.callWxMethod('switchTab', { url: '/pages/my-tickets/my-tickets' })
  await phone.see('.waiting', words)
  expect(ticketsOf(words)).toHaveLength(0)

  await phone.offline(false)
  await phone.gone('.waiting')
  await phone.see('.mine >>> .subject', words)
  expect(ticketsOf(words)).toHaveLength(1)
})

test('a network that breaks after the call arrived brings no second ticket', async () => {
  const phone = await suite.phone('resident-2')
  const words = '广场舞音响太大'
  await writeCall(phone, { words })
  // The cloud takes the call, its answer is lost on the way: the phone knows nothing.
  await phone.app.evaluate(loseAnswers)
  await press(phone, '.send')
  await phone.see('.title', '已存好，有网后自动发送')
  await expect.poll(() => ticketsOf(words).length).toBe(1)
  await phone.app.evaluate(hearAnswers)
  await press(phone, '.again')
  await phone.see('.title', '已收到')
  expect(ticketsOf(words)).toHaveLength(1)
})

test('what the words sound like is heard too late: the next call is still a call of its own', async () => {
  const phone = await suite.phone('resident-3')
  await phone.open('/pages/submit/submit')
  await phone.app.evaluate(holdSuggestions)
  await writeCall(phone, { words: '河边的护栏断了一截' })
  await phone.see('.hint', '正在看是哪一类')
  await press(phone, '.send')
  await phone.see('.title', '已收到')
  await phone.app.evaluate(letSuggestionsGo)
  await phone.app.callWxMethod('switchTab', { url: '/pages/my-tickets/my-tickets' })
  await phone.see('.mine >>> .subject', '河边的护栏断了一截')

  await writeCall(phone, { words: '菜市场门口污水横流' })
  await press(phone, '.send')
  await phone.see('.title', '已收到')
  expect(ticketsOf('河边的护栏断了一截')).toHaveLength(1)
  expect(ticketsOf('菜市场门口污水横流')).toHaveLength(1)
})

/** The app's own, where these functions run: on the phone. */
declare const wx: {
  cloud: {
    callFunction(call: { name: string; data: { op: string } }): Promise<unknown>
    kept(call: { name: string; data: { op: string } }): Promise<unknown>
    letGo(): void
  }
}

function loseAnswers(): void {
  wx.cloud.kept = wx.cloud.callFunction
  wx.cloud.callFunction = async (call) => {
    const answer = await wx.cloud.kept(call)
    if (call.data.op === 'submit') throw { errMsg: 'cloud.callFunction:fail request:fail' }
    return answer
  }
}

function hearAnswers(): void {
  wx.cloud.callFunction = wx.cloud.kept
}

function holdSuggestions(): void {
  wx.cloud.kept = wx.cloud.callFunction
  const held = new Promise<void>((letGo) => (wx.cloud.letGo = letGo))
  wx.cloud.callFunction = async (call) => {
    if (call.data.op === 'suggest') await held
    return wx.cloud.kept(call)
  }
}

function letSuggestionsGo(): void {
  wx.cloud.callFunction = wx.cloud.kept
  wx.cloud.letGo()
}
