import { expect, test, vi } from 'vitest'
import type { Attachment } from '../../typings/contract/ticket'
import { exif, gpsExif, owner, place, segment } from '../support/photos'
import type { TestPhone } from './support/phone'
import { press, writeCall } from './support/resident'
import { stage } from './support/stage'

/** 带照片的诉求:断网、关掉、连点、重发,都是一件,照片一张不少。 */
vi.setConfig({ testTimeout: 120_000 })
const suite = stage()

const ticketsOf = (words: string) =>
  suite.cloud.database.read('tickets').filter((ticket) => ticket.description === words)

/** The kept bytes of each photo of the only ticket with these words. */
async function photosOf(words: string): Promise<Buffer[]> {
  const tickets = ticketsOf(words)
  expect(tickets).toHaveLength(1)
  const fileList = (tickets[0]?.attachments as Attachment[]).map(({ fileId }) => fileId)
  expect(new Set(fileList).size).toBe(fileList.length)
  const answer = await fetch(`${suite.url}/files`, { method: 'POST', body: JSON.stringify({ fileList }) })
  const { data } = (await answer.json()) as { data: { fileList: { tempFileURL: string }[] } }
  return Promise.all(data.fileList.map(({ tempFileURL }) => bytesAt(tempFileURL)))
}

const bytesAt = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())

/** Photos as a camera takes them, with place and owner inside, for the album to answer with. */
async function take(phone: TestPhone, names: string[], written = exif(1)) {
  const photo = Buffer.from((await phone.app.evaluate(drawPhoto)) as string, 'base64')
  const taken = Buffer.concat([photo.subarray(0, 2), Buffer.from(segment(0xe1, written)), photo.subarray(2)])
  expect(taken.includes(owner)).toBe(true)
  const tempFiles = []
  for (const name of names) {
    const tempFilePath = `wxfile://usr/${name}.jpg`
    await phone.app.evaluate(putFile, tempFilePath, taken.toString('base64'))
    tempFiles.push({ tempFilePath, size: taken.length, fileType: 'image' })
  }
  await phone.app.mockWxMethod('chooseMedia', { type: 'image', tempFiles })
  // As on phones whose compressing keeps what the camera wrote.
  await phone.app.mockWxMethod('compressImage', ({ src }: { src: string }) => ({ tempFilePath: src }))
}

test('photos survive a lost network, an app that is killed and a double tap; the contact sees them without their place', async () => {
  const words = '健身广场的井盖没了'
  const phone = await suite.phone('resident-1')
  await writeCall(phone, { words })
  await take(phone, ['front', 'side'])
  await phone.tap('.photos-here >>> .add')
  await expect.poll(async () => (await phone.all('.photos-here >>> .picture')).length).toBe(2)
  await phone.picture()

  await phone.app.evaluate(breakAtUpload, 2, 'lost')
  const button = await phone.see('.send >>> .van-button')
  await Promise.all([button.tap(), button.tap()])
  await phone.see('.title', '已存好，有网后自动发送')
  await phone.app.evaluate(breakAtUpload, 1, 'hanging')
  await phone.offline(false)
  await phone.app.callWxMethod('switchTab', { url: '/pages/my-tickets/my-tickets' })
  await phone.see('.waiting', words)
  phone.close()
  expect(ticketsOf(words)).toHaveLength(0)

  const again = await suite.phone('resident-1')
  await again.see('.column')
  await again.app.callWxMethod('switchTab', { url: '/pages/my-tickets/my-tickets' })
  await again.see('.mine >>> .subject', words)
  await again.open('/pages/submit/submit')
  expect(await (await again.see('.words')).value()).toBe('')
  const kept = await photosOf(words)
  expect(kept).toHaveLength(2)
  for (const photo of kept) {
    expect(photo.subarray(0, 2).toString('hex')).toBe('ffd8')
    expect(photo.includes(place) || photo.includes(owner) || photo.includes('Exif')).toBe(false)
  }

  const dispatcher = await suite.phone('dispatcher-1')
  await dispatcher.open(`/staff/ticket/ticket?ticketId=${String(ticketsOf(words)[0]?._id)}`)
  await dispatcher.see('.files-here >>> .file')
  const shown = await dispatcher.all('.files-here >>> .file')
  expect(shown).toHaveLength(2)
  expect(await bytesAt(String(await shown[0]?.attribute('src')))).toEqual(kept[0])
  await dispatcher.picture()
})

test('five sendings whose answers are lost make one ticket with both of its photos', async () => {
  const words = '河边护栏断了一截'
  const phone = await suite.phone('resident-2')
  await writeCall(phone, { words })
  await take(phone, ['rail', 'post'])
  await phone.tap('.photos-here >>> .add')
  await expect.poll(async () => (await phone.all('.photos-here >>> .picture')).length).toBe(2)
  await phone.app.evaluate(loseAnswers, 5)
  await press(phone, '.send')
  await phone.see('.title', '已存好，有网后自动发送')
  for (let sent = 1; sent < 5; sent += 1) {
    await press(phone, '.again')
    await expect.poll(() => phone.app.evaluate(lostSoFar)).toBe(sent + 1)
  }
  await press(phone, '.again')
  await phone.see('.title', '已收到')
  expect(await photosOf(words)).toHaveLength(2)
})

test('a photo’s place goes along where its caller wants it, beside a photo that is as bare as ever', async () => {
  const words = '山路上的护坡塌了一块'
  const phone = await suite.phone('resident-3')
  await writeCall(phone, { words })
  await phone.tap('.with-place >>> .row-here >>> .choice')
  await take(phone, ['slope'], gpsExif([31, 10, 38.74], [121, 31, 37.96]))
  await phone.tap('.photos-here >>> .add')
  await phone.see('.with-place >>> .row-here >>> .small', '1 张照片带着拍摄地点')
  await phone.tap('.secrecies .chip', '匿名')
  await phone.see('.wrong', '可能让人猜到是您')
  await phone.picture()
  await phone.tap('.secrecies .chip', '实名')
  await press(phone, '.send')
  await phone.see('.title', '已收到')
  const [bare] = await photosOf(words)
  expect(bare?.includes(owner) || bare?.includes('Exif')).toBe(false)
  const point = { latitude: 31.1753, longitude: 121.53154 }
  expect(ticketsOf(words)[0]?.attachments).toMatchObject([{ type: 'photo', point }])

  const dispatcher = await suite.phone('dispatcher-1')
  await dispatcher.open(`/staff/ticket/ticket?ticketId=${String(ticketsOf(words)[0]?._id)}`)
  await dispatcher.see('.files-here >>> .located', '拍摄地点')
  await dispatcher.picture()
})

/** What follows runs on the phone. */
type Give = (given: { data?: { op: string } }) => Promise<unknown>
declare const wx: {
  cloud: Record<'callFunction' | 'uploadFile', Give>
  getFileSystemManager(): { writeFileSync(path: string, content: string, encoding: string): void }
  lost?: number
}

async function drawPhoto(): Promise<string> {
  const canvas = new OffscreenCanvas(400, 300)
  const pen = canvas.getContext('2d')
  if (pen)
    for (let n = 0; n < 12; n += 1) {
      pen.fillStyle = `hsl(${n * 30} 60% 50%)`
      pen.fillRect(n * 33, 0, 33, 300)
    }
  const blob = await canvas.convertToBlob({ type: 'image/jpeg' })
  return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())))
}

function putFile(path: string, content: string): void {
  wx.getFileSystemManager().writeFileSync(path, content, 'base64')
}

/** At the nth upload from now the network is lost, or nothing comes back any more. */
function breakAtUpload(nth: number, how: 'lost' | 'hanging'): void {
  const { phone } = globalThis as unknown as { phone: { network: { change(type: string): void } } }
  const upload = wx.cloud.uploadFile
  let uploads = 0
  wx.cloud.uploadFile = (given) => {
    uploads += 1
    if (uploads !== nth) return upload(given)
    if (how === 'hanging') return new Promise(() => undefined)
    const sending = upload(given)
    phone.network.change('none')
    return sending
  }
}

function loseAnswers(times: number): void {
  const call = wx.cloud.callFunction
  wx.lost = 0
  wx.cloud.callFunction = async (given) => {
    const answer = await call(given)
    if (given.data?.op !== 'submit' || (wx.lost ?? 0) >= times) return answer
    wx.lost = (wx.lost ?? 0) + 1
    throw { errMsg: 'cloud.callFunction:fail request:fail' }
  }
}

function lostSoFar(): number | undefined {
  return wx.lost
}
