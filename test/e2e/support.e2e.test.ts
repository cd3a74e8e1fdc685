import { existsSync, rmSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { studioProject } from '../local/studio/a-studio'
import { stage } from './support/stage'

/** How e2e tests are written, on the studio's small project. */

const suite = stage({ project: () => studioProject })
const folder = 'artifacts/e2e/a picture is kept under the name of its test'

beforeAll(() => rmSync(folder, { recursive: true, force: true }))

test('phones of two people look at the same stage', async () => {
  const [first, second] = await Promise.all([suite.phone('resident-1'), suite.phone('resident-2')])
  expect(await first.text('.hello')).toContain('您好')
  expect(await second.path()).toBe('pages/home/home')
})

test('a page is opened, a field filled, a button tapped, and the answer seen', async () => {
  const phone = await suite.phone('resident-1')
  await phone.open('/pages/home/home')
  await phone.fill('#words', '路灯')
  await phone.tap('.send', '提交')
  await phone.see('.said', /路灯/)
  await phone.tap('.clear')
  await phone.gone('.said')
})

test('a picture is kept under the name of its test', async () => {
  const phone = await suite.phone('resident-1')
  await phone.picture()
  expect(existsSync(`${folder}/1.png`)).toBe(true)
})

test('a phone loses its network and has it back', async () => {
  const phone = await suite.phone('resident-1')
  await phone.offline(true)
  expect(await phone.app.callWxMethod('getNetworkType')).toMatchObject({ networkType: 'none' })
  await phone.offline(false)
  expect(await phone.app.callWxMethod('getNetworkType')).toMatchObject({ networkType: 'wifi' })
})
