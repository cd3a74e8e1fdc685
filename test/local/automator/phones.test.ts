import { join } from 'node:path'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DrivenProject, driveProject } from '../../support/driven-phone'

let project: DrivenProject

beforeAll(async () => {
  project = await driveProject(join(import.meta.dirname, 'fixtures/driven'))
})
afterAll(() => project.stop())

/** A reply of the protocol, asked for by hand. */
async function ask(socket: WebSocket, request: object): Promise<unknown> {
  const reply = new Promise((resolve) =>
    socket.once('message', (text: Buffer) => resolve(JSON.parse(text.toString()))),
  )
  socket.send(JSON.stringify(request))
  return reply
}

describe('phones', () => {
  test('are opened by connecting, live side by side, and end with their connection', async () => {
    const [first, second] = await Promise.all([project.connect('resident-1'), project.connect('resident-2')])
    expect(await project.phonesOpen()).toBe(2)
    await first.callWxMethod('navigateTo', { url: '/pages/other/other' })
    expect((await first.currentPage())?.path).toBe('pages/other/other')
    expect((await second.currentPage())?.path).toBe('pages/home/home')
    first.disconnect()
    await expect.poll(() => project.phonesOpen()).toBe(1)
    await second.close()
    await expect.poll(() => project.phonesOpen()).toBe(0)
  })

  test('follow the clock of the stage, from their first page on', async () => {
    const year = 365 * 86_400_000
    const phone = await project.connect('resident-1')
    const before = new Date().getFullYear()
    await project.moveClock(2 * year + 86_400_000)
    const page = await phone.currentPage()
    await page!.setData({ title: '过了两年' })
    expect(await page!.callMethod('year')).toBe(before + 2)
    phone.disconnect()
  })
})

describe('a connection', () => {
  test('that says nonsense is told so and goes on', async () => {
    const socket = new WebSocket(project.endpoint('resident-3'))
    await new Promise((resolve) => socket.once('open', resolve))
    expect(await ask(socket, ['nonsense'])).toEqual({ error: { message: 'not a request of the protocol' } })
    expect(await ask(socket, { id: '1', method: 'Page.fly', params: {} })).toEqual({
      id: '1',
      error: { message: 'Page.fly is not answered by this phone' },
    })
    expect(
      await ask(socket, { id: '2', method: 'Element.tap', params: { elementId: 'element-99' } }),
    ).toEqual({
      id: '2',
      error: { message: 'there is no element element-99' },
    })
    socket.close()
  })
})
