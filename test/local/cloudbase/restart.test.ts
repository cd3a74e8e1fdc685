import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { aFolder, builtFunctions } from '../../support/cloud'

let functionsDir = ''
beforeAll(async () => {
  functionsDir = await builtFunctions('test/local/cloudbase/fixtures')
})
afterAll(() => rmSync(functionsDir, { recursive: true }))

interface Running {
  url: string
  process: ChildProcess
  exit: Promise<unknown[]>
}

/** `npm run cloud`, as a process of its own. */
async function runCloud(dataDir: string, ...options: string[]): Promise<Running> {
  const args = [
    '--import',
    'tsx',
    'local/cli/cloud.ts',
    '--port',
    '0',
    '--data',
    dataDir,
    '--functions',
    functionsDir,
  ]
  const child = spawn(process.execPath, [...args, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const exit = once(child, 'exit')
  let said = ''
  for await (const chunk of child.stdout) {
    said += String(chunk)
    const [, url] = /emulator on (http:\S+),/.exec(said) ?? []
    if (url !== undefined && said.includes('secretKey')) return { url, process: child, exit }
  }
  throw new Error(`The emulator did not start: ${said}`)
}

async function call(url: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) })
  return response.json()
}

/** A process that has ended but was not yet reaped by whoever inherited it counts as ended. */
function alive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  const state = (stdout ?? '').trim()
  return state !== '' && !state.startsWith('Z')
}

describe('npm run cloud', { timeout: 60_000 }, () => {
  test('killed in the middle of writing, comes back with every acknowledged write, file and its clock', async () => {
    const dataDir = aFolder()
    const first = await runCloud(dataDir, '--now', '2026-10-08T09:00:00+08:00', '--rate', '0')
    await call(first.url, '/invoke/reader', { create: true, times: 0, collection: 'notes' })
    const { process: pid } = (await call(first.url, '/invoke/whoami', {})) as { process: number }
    await fetch(`${first.url}/files/a.txt`, { method: 'PUT', body: 'kept' })
    await call(first.url, '/clock', { advance: 90_000 })

    const acknowledged: string[] = []
    const writing = (async () => {
      for (let n = 0; ; n += 1) {
        await call(first.url, '/invoke/reader', { times: 0, collection: 'notes', add: { _id: `d${n}` } })
        acknowledged.push(`d${n}`)
      }
    })()
    const ended = expect(writing).rejects.toThrow()
    await expect.poll(() => acknowledged.length).toBeGreaterThan(20)
    first.process.kill('SIGKILL')
    await Promise.all([ended, first.exit])
    await expect.poll(() => alive(pid)).toBe(false)

    const second = await runCloud(dataDir)
    const clock = (await (await fetch(`${second.url}/clock`)).json()) as { local: string; mode: string }
    expect(clock).toMatchObject({ local: '2026-10-08T09:01:30.000+08:00', mode: 'frozen' })
    const found = await Promise.all(
      acknowledged.map((_id) =>
        call(second.url, '/invoke/reader', { times: 1, collection: 'notes', where: { _id } }),
      ),
    )
    expect(found.filter((count) => count !== 1)).toEqual([])
    const fileList = ['cloud://local-env.6c6f-local-1250000000/a.txt']
    expect(await call(second.url, '/invoke/files', { op: 'download', fileList })).toBe('kept')
  })

  test('ends cleanly on Ctrl-C, and leaves no process behind', async () => {
    const running = await runCloud(aFolder())
    const { process: pid } = (await call(running.url, '/invoke/whoami', {})) as { process: number }
    running.process.kill('SIGINT')
    expect((await running.exit)[0]).toBe(0)
    await expect.poll(() => alive(pid)).toBe(false)
  })
})
