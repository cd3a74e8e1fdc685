import { beforeAll, expect, test, vi } from 'vitest'
import type { SubmitInput } from '../../typings/contract/commands'
import type { Publication } from '../../typings/contract/publication'
import type { TestPhone } from './support/phone'
import { press } from './support/resident'
import { order } from './support/staff'
import { stage } from './support/stage'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const suite = stage()
const light = 'contact-city-management'
const minute = 60_000

const words = '紫藤巷王小明先生门口的路灯不亮，请打13811112222。'
let ticketId = ''

const version = () => Number(suite.cloud.database.read('tickets', { _id: ticketId })[0]?.version)

beforeAll(async () => {
  const { url } = suite
  const fileId = (await (await suite.phone('resident-1')).app.evaluate(uploadStripes)) as string
  const call = {
    kind: 'help',
    description: words,
    serviceCode: 'street-light',
    place: { areaId: 'grid-0101-1' },
    secrecy: 'named',
    phone: '13811112222',
    attachments: [{ fileId, type: 'photo' }],
  } satisfies SubmitInput
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
  await press(centre, '.go')
  await centre.see('.wrong', '还有 1 张照片没有看')
  await centre.tap('.photo', '点开看')
  await coverTheMiddle(centre)
  await centre.see('.verdict', '公开')
  await centre.picture()
  await press(centre, '.go')
  await centre.see('.to-publish', '已公开')
  await suite.cloud.timers.jumpTo(suite.cloud.clock.now() + 2 * minute)

  const neighbour = await suite.phone('resident-2')
  await neighbour.app.callWxMethod('switchTab', { url: '/pages/square/square' })
  await neighbour.see('.publication', '已答复')
  await neighbour.picture()
  await neighbour.tap('.view', '地图')
  await neighbour.see('.area-map >>> .tile', /桂桥[^]*答复 1/)
  await neighbour.picture()
  await neighbour.tap('.area-map >>> .tile', '桂桥')
  await neighbour.see('.map-title', '桂桥街道')
  await neighbour.picture()
  await neighbour.tap('.area-map >>> .shade-4')
  await neighbour.see('.filter', '社区')
  await neighbour.see('.publication', '已答复')
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
  expect(await contrasts(neighbour)).toEqual({ covered: 'flat', beside: 'striped' })
  await press(neighbour, '.join')
  await neighbour.see('.notice', '已记下')
  await neighbour.picture()
  expect(suite.cloud.database.read('tickets', { _id: ticketId })[0]?.coSignerCount).toBe(1)
})

/** From a quarter to three quarters of the photo, as a finger draws it; first a wrong one, which is taken back. */
async function coverTheMiddle(phone: TestPhone) {
  await phone.see('.covered', '还没有遮')
  const photo = await phone.see('#photo')
  const [{ left, top }, { width, height }] = (await Promise.all([
    photo.offset(),
    photo.size(),
  ])) as unknown as [Record<'left' | 'top', number>, Record<'width' | 'height', number>]
  const at = (share: number) => {
    const point = { identifier: 0, clientX: left + width * share, clientY: top + height * share }
    return { ...point, pageX: point.clientX, pageY: point.clientY }
  }
  for (const [from, to] of [
    [0.8, 0.95],
    [0.25, 0.75],
  ] as const) {
    await photo.touchstart({ touches: [at(from)], changedTouches: [at(from)] } as object)
    await photo.touchmove({ touches: [at(to)], changedTouches: [at(to)] } as object)
    await photo.touchend({ touches: [], changedTouches: [at(to)] } as object)
    await phone.see('.covered', '已遮 1 处')
    if (from > 0.5) await phone.tap('.undo')
  }
  await phone.picture()
  await press(phone, '.done')
}

/** What the pixels of the published photo say, in its covered middle and beside it. */
async function contrasts(phone: TestPhone) {
  const [publication] = suite.cloud.database.read('publications', {
    _id: ticketId,
  }) as unknown as Publication[]
  const [photo] = publication?.photos ?? []
  const [ticket] = suite.cloud.database.read('tickets', { _id: ticketId })
  expect(JSON.stringify(ticket?.attachments)).not.toContain(photo?.fileId)
  return phone.app.evaluate(brightnessOf, photo?.fileId ?? '') as Promise<object>
}

/** What follows runs on the phone. */
declare const wx: {
  cloud: {
    uploadFile(given: { cloudPath: string; filePath: string }): Promise<{ fileID: string }>
    downloadFile(given: { fileID: string }): Promise<{ tempFilePath: string }>
  }
  getFileSystemManager(): {
    writeFileSync(path: string, content: string, encoding: string): void
    readFile(asked: {
      filePath: string
      encoding: string
      success: (read: { data: string }) => void
      fail: (why: unknown) => void
    }): void
  }
}

async function uploadStripes(): Promise<string> {
  const canvas = new OffscreenCanvas(400, 300)
  const pen = canvas.getContext('2d')
  for (let at = 0; at < 400 && pen; at += 10) {
    pen.fillStyle = at % 20 ? 'black' : 'white'
    pen.fillRect(at, 0, 10, 300)
  }
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  const content = btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())))
  const filePath = 'wxfile://usr/stripes.png'
  wx.getFileSystemManager().writeFileSync(filePath, content, 'base64')
  return (await wx.cloud.uploadFile({ cloudPath: 'attachments/stripes/0.png', filePath })).fileID
}

async function brightnessOf(fileID: string): Promise<object> {
  const { tempFilePath } = await wx.cloud.downloadFile({ fileID })
  const read = await new Promise<{ data: string }>((success, fail) => {
    wx.getFileSystemManager().readFile({ filePath: tempFilePath, encoding: 'base64', success, fail })
  })
  const content = atob(read.data)
  const picture = await createImageBitmap(new Blob([Uint8Array.from(content, (one) => one.charCodeAt(0))]))
  const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
  pen?.drawImage(picture, 0, 0)
  const says = (from: number, to: number) => {
    const left = Math.round(picture.width * from)
    const top = Math.round(picture.height * from)
    const pixels = pen?.getImageData(
      left,
      top,
      picture.width * (to - from),
      picture.height * (to - from),
    ).data
    const reds = [...(pixels ?? [])].filter((_, index) => index % 4 === 0)
    return Math.max(...reds) - Math.min(...reds) < 60 ? 'flat' : 'striped'
  }
  return { covered: says(0.3, 0.7), beside: says(0.8, 0.95) }
}
