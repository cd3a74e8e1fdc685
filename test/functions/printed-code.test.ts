import { createRequire } from 'node:module'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenRatesOutput } from '../../typings/contract/supervision'
import type { PlaceAround } from '../../typings/contract/directory'
import type { Answer } from '../../typings/contract/envelope'
import type { Prefill, PrintedCode } from '../../typings/contract/printed-code'
import { aStage, type TestStage } from '../support/stage'

let stage: TestStage

beforeAll(async () => void (stage = await aStage()))
afterAll(() => stage.cloud.stop())

test('a printed code opens the form with its place and its matter filled in', async () => {
  const asked = { areaId: 'grid-0101-1', serviceCode: 'street-light' }
  const made = await stage.data<PrintedCode>('grid-worker-1', 'directory.code', asked)
  const says = await readQr(Buffer.from(made.image, 'base64'))
  const [page, scene = ''] = says.replace('wxacode:', '').split('?scene=')
  expect(page).toBe('pages/submit/submit')
  const filled = await stage.data<Prefill>('resident-1', 'directory.prefill', {
    scene: decodeURIComponent(scene),
  })
  expect(filled).toMatchObject({
    place: { areaId: 'grid-0101-1', words: made.place?.words },
    service: { serviceCode: 'street-light' },
  })
  expect(made.place?.words).toContain('桂桥街道')
})

test('one building, one lamp post: its own code says place, words and matter; printed again it is the same', async () => {
  const asked = { areaId: 'community-0101', address: '幸福里 3 号楼', serviceCode: 'street-light' }
  const made = await stage.data<PrintedCode>('grid-worker-1', 'directory.code', asked)
  expect(made.scene.length).toBeLessThanOrEqual(32)
  expect(await readQr(Buffer.from(made.image, 'base64'))).toContain(encodeURIComponent(made.scene))
  const again = { ...asked, address: ' 幸福里　３ 号楼 ' }
  expect(await stage.data<PrintedCode>('grid-worker-1', 'directory.code', again)).toMatchObject({
    scene: made.scene,
  })
  const filled = await stage.data<Prefill>('resident-1', 'directory.prefill', { scene: made.scene })
  expect(filled).toMatchObject({
    place: { areaId: 'community-0101', address: '幸福里 3 号楼' },
    service: { serviceCode: 'street-light' },
  })
  const other = await stage.data<PrintedCode>('grid-worker-1', 'directory.code', {
    areaId: 'community-0101',
    address: '灯杆 0123',
  })
  expect(other.scene).not.toBe(made.scene)
  expect(await stage.call('grid-worker-1', 'directory.code', { address: '没有说在哪里' })).toMatchObject({
    error: { code: 'AREA_NOT_FOUND' },
  })
  stage.cloud.meter.assertClean()
})

test('a phone asks around by the kilometre; a finer point is refused, so that only the phone knows where it is', async () => {
  const point = { longitude: 112.63, latitude: 28.05 }
  const { places } = await stage.data<{ places: PlaceAround[] }>('resident-1', 'directory.around', point)
  expect(places.map(({ areaId }) => areaId)).toContain('grid-0101-1')
  for (const finer of [
    { ...point, longitude: 112.6278 },
    { ...point, latitude: 28.0503 },
  ])
    expect(await stage.call('resident-1', 'directory.around', finer)).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    })
})

test('a code on a wall outlives the directory: what is gone is an empty form, and only staff make codes', async () => {
  const scene = 'a=no-such-grid&s=no-such-service'
  expect(await stage.data('resident-1', 'directory.prefill', { scene })).toEqual({ gone: 'place' })
  expect(await stage.data('resident-1', 'directory.prefill', { scene: 'p=0123456789abcdef' })).toEqual({
    gone: 'place',
  })
  expect(await stage.data('resident-1', 'directory.prefill', { scene: '' })).toEqual({})
  expect(await stage.call('resident-1', 'directory.code', { areaId: 'grid-0101-1' })).toMatchObject({
    error: { code: 'NOT_ALLOWED' },
  })
  expect(await stage.call('grid-worker-1', 'directory.code', { areaId: 'no-such-grid' })).toMatchObject({
    error: { code: 'AREA_NOT_FOUND' },
  })
})

test('the district’s rates are open to whoever asks, without any login, with numerator and denominator', async () => {
  const answer = (await stage.cloud.invoke(
    'supervision',
    { op: 'openRates', input: {} },
    {},
  )) as Answer<OpenRatesOutput>
  expect(answer).toMatchObject({ ok: true })
  const rates = answer.ok ? answer.data.after : []
  expect(rates.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['response', 'repliedInTime', 'resolution', 'satisfaction']),
  )
  const closed = await stage.cloud.invoke('supervision', { op: 'rates', input: {} }, {})
  expect(closed).toMatchObject({ error: { code: 'NOT_IDENTIFIED' } })
})

/** The reader that miniprogram-automator brings along. */
async function readQr(picture: Buffer): Promise<string> {
  const require = createRequire(createRequire(import.meta.url).resolve('miniprogram-automator'))
  const Reader = require('qrcode-reader') as new () => {
    callback: (error: unknown, value: { result: string }) => void
    decode(image: object): void
  }
  const { width, height, data } = PNG.sync.read(picture)
  return new Promise((resolve, reject) => {
    const reader = new Reader()
    reader.callback = (error, value) => (error ? reject(error as Error) : resolve(value.result))
    reader.decode({ width, height, data: new Uint8ClampedArray(data) })
  })
}
