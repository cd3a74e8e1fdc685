import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { expect, onTestFinished, test } from 'vitest'
import type { StudioState } from '../../../local/studio/state'
import { startStudio } from '../../../local/studio/studio'
import { startAt, studioProject } from './a-studio'

async function aStudioAt(dataDir: string) {
  return startStudio(studioProject, {
    dataDir,
    functionsDir: join(dataDir, 'functions'),
    clock: { startAt, rate: 0 },
  })
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'studio-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const stateOf = async (url: string): Promise<StudioState> =>
  (await (await fetch(`${url}/studio/state?person=resident-1`)).json()) as StudioState

test('data, time and name of a stage are kept from one run to the next', async () => {
  const folder = aFolder()
  const first = await aStudioAt(folder)
  const before = await stateOf(first.url)
  await fetch(`${first.url}/studio/clock`, { method: 'POST', body: '{"go":"hour"}' })
  await first.stop()
  const second = await aStudioAt(folder)
  onTestFinished(() => second.stop())
  const after = await stateOf(second.url)
  expect(after.stageId).toBe(before.stageId)
  expect(after.clock.now).toBe(startAt + 3_600_000)
  expect(second.cloud.database.read('strikes')).toHaveLength(1)
})

test('a clock order that makes no sense is refused in words', async () => {
  const studio = await aStudioAt(aFolder())
  onTestFinished(() => studio.stop())
  const answer = await fetch(`${studio.url}/studio/clock`, { method: 'POST', body: '{"go":"back"}' })
  expect([answer.status, await answer.json()]).toMatchObject([
    400,
    { error: { message: '时钟不认识这个要求。' } },
  ])
  expect((await fetch(`${studio.url}/studio/nowhere`)).status).toBe(404)
})

test('no page from elsewhere may open a phone', async () => {
  const studio = await aStudioAt(aFolder())
  onTestFinished(() => studio.stop())
  const refusal = (url: string, origin?: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = new WebSocket(url, origin === undefined ? {} : { origin })
      socket.on('error', (error) => resolve(error.message))
      socket.on('open', () => {
        socket.close()
        resolve('open')
      })
    })
  expect(await refusal(studio.automatorUrl('resident-1'), 'http://elsewhere.example')).toContain('403')
  expect(await refusal(studio.automatorUrl('resident-1').replace('automator', 'nowhere'))).toContain('404')
  expect(await refusal(studio.automatorUrl('resident-1'), studio.url)).toBe('open')
})
