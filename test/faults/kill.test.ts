import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, inject, test } from 'vitest'
import type { Answer } from '../../typings/contract/envelope'
import { lightContact, aSampleCall } from '../support/stage'

/** The emulator in a process of its own, over a data folder that outlives it. */
interface Emulator {
  url: string
  process: ChildProcess
}

const folder = mkdtempSync(join(tmpdir(), 'killed-'))
let emulator: Emulator | undefined

afterEach(() => {
  emulator?.process.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<Emulator> {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      'local/cli/cloud.ts',
      '--port',
      String(port),
      '--data',
      folder,
      '--functions',
      inject('functionsDir'),
    ],
    { stdio: 'ignore' },
  )
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 600; tries++) {
    if (
      await fetch(`${url}/clock`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return (emulator = { url, process: child })
    await sleep(100)
  }
  throw new Error('the emulator did not start')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** One ticket's life, step by step under command ids that a retry repeats. */
const steps: readonly { op: string; by: (n: number) => string; input: object }[] = [
  { op: 'submit', by: (n) => `resident-${n}`, input: aSampleCall() },
  { op: 'acknowledge', by: () => lightContact, input: {} },
  { op: 'contactResident', by: () => lightContact, input: { how: 'phone', note: '约好今晚去看' } },
  { op: 'reply', by: () => lightContact, input: { text: '灯已修好。', publish: true } },
]

interface Result {
  ticketId: string
  version: number
}

const tickets = 24
const lanes = 4

/** Lives every ticket on; what is answered is kept in `answered`, and a dead emulator ends it. */
async function live(url: string, answered: Map<string, Result>, onAnswer: () => void): Promise<void> {
  const lane = async (first: number) => {
    for (let n = first; n < tickets; n += lanes) {
      let last: Result | undefined
      for (const { op, by, input } of steps) {
        const commandId = `fault-${n}-${op}`
        const body = {
          op,
          commandId,
          ...(last && { version: last.version }),
          input: { ...input, ...(last && { ticketId: last.ticketId }) },
        }
        const response = await fetch(`${url}/invoke/tickets?openid=${by(n)}`, {
          method: 'POST',
          body: JSON.stringify(body),
        })
        const answer = (await response.json()) as Answer<Result>
        if (!answer.ok) throw new Error(`${commandId}: ${JSON.stringify(answer)}`)
        last = answer.data
        const before = answered.get(commandId)
        // A repeated submit shows the ticket as it is by now; a repeated command, what it brought the first time.
        if (before) expect(last).toMatchObject(op === 'submit' ? { ticketId: before.ticketId } : before)
        answered.set(commandId, { ticketId: last.ticketId, version: last.version })
        onAnswer()
      }
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, n) => lane(n)))
}

test.each([10, 35, 60])(
  'killed after %i answers and begun again: nothing is lost, nothing happens twice',
  async (after) => {
    rmSync(folder, { recursive: true, force: true })
    const answered = new Map<string, Result>()
    const first = await start()
    const work = live(first.url, answered, () => {
      if (answered.size === after) first.process.kill('SIGKILL')
    })
    await expect(work).rejects.toThrow()
    await sleep(500)
    const kept = answered.size
    expect(kept).toBeGreaterThanOrEqual(after)

    const second = await start()
    await live(second.url, answered, () => undefined)
    expect(answered.size).toBe(tickets * steps.length)

    const ids = [...new Set([...answered.values()].map(({ ticketId }) => ticketId))]
    expect(ids).toHaveLength(tickets)
    for (const ticketId of ids) {
      const body = JSON.stringify({ op: 'get', input: { ticketId } })
      const response = await fetch(`${second.url}/invoke/tickets?openid=${lightContact}`, {
        method: 'POST',
        body,
      })
      const { data } = (await response.json()) as { data: { ticket: { history: { what: string }[] } } }
      expect(data.ticket.history.map(({ what }) => what)).toEqual([
        'submit',
        'dispatch',
        'acknowledge',
        'contactResident',
        'reply',
      ])
    }
    second.process.kill('SIGKILL')
    await sleep(500)
  },
)
