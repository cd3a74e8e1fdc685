import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ActionContext, Cost } from '../../local/cloudbase/action'
import { createDatabase } from '../../local/cloudbase/database/create-database'
import type { IndexDeclarations } from '../../local/cloudbase/store/index-declaration'

/**
 * What the emulator's database takes at a size: `tsx test/bench/database.bench.ts [documents] [terms]`, 100,000 and 30
 * when not said. Prints a table; not part of npm test.
 */
const documents = Number(process.argv[2] ?? 100_000)
const termsEach = Number(process.argv[3] ?? 30)

const indexes: IndexDeclarations = {
  tickets: [
    {
      name: 'by_status',
      keys: [
        ['status', 1],
        ['createdAt', -1],
      ],
    },
    {
      name: 'by_owner',
      keys: [
        ['caller', 1],
        ['createdAt', -1],
      ],
    },
    {
      name: 'by_lead',
      keys: [
        ['lead', 1],
        ['status', 1],
        ['nextDeadlineAt', 1],
      ],
    },
    { name: 'by_wake', keys: [['nextWakeAt', 1]] },
    { name: 'by_number', keys: [['number', 1]], unique: true },
    {
      name: 'by_area',
      keys: [
        ['area', 1],
        ['createdAt', -1],
      ],
    },
    ...(termsEach > 0
      ? [
          {
            name: 'by_term',
            keys: [
              ['terms', 1],
              ['createdAt', -1],
            ] as [string, 1 | -1][],
          },
        ]
      : []),
  ],
}

const START = Date.parse('2026-01-01T00:00:00Z')
const statuses = ['submitted', 'dispatched', 'acknowledged', 'replied', 'callback', 'closed']

/** mulberry32: the same documents in every run. */
let state = 1
function random(below: number): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
}

function* tickets(): Generator<Record<string, unknown>> {
  for (let n = 0; n < documents; n++) {
    yield {
      _id: `t${n}`,
      number: `20260101-${n}`,
      version: 1,
      status: n % 50 === 0 ? statuses[random(5)] : 'closed',
      caller: `r${random(documents / 3)}`,
      lead: `post${random(30)}`,
      area: `grid${random(390)}`,
      createdAt: START + n * 1000,
      nextDeadlineAt: START + n * 1000 + 86_400_000,
      ...(n % 50 === 0 ? { nextWakeAt: START + n * 1000 + 3_600_000 } : {}),
      text: '某小区三号楼水管破裂,已经停水两天。'.repeat(8),
      terms: Array.from({ length: termsEach }, () => `词${random(20_000)}`),
      history: Array.from({ length: 6 }, (_, at) => ({
        kind: 'dispatched',
        at: START + at,
        by: 'post7',
        note: '请核实后回复',
      })),
    }
  }
}

const dataDir = mkdtempSync(join(tmpdir(), 'database-bench-'))
const database = createDatabase({ dataDir, indexes })
const rows: Record<string, unknown>[] = []

function time(what: string, times: number, work: (n: number) => void): void {
  const start = performance.now()
  for (let n = 0; n < times; n++) work(n)
  const each = ((performance.now() - start) * 1000) / times
  rows.push({
    what,
    times,
    'µs each': Math.round(each),
    examined: lastCost?.documentsExamined,
    index: lastCost?.index,
  })
}

let lastCost: Cost | undefined
const context: ActionContext = { now: START, requestId: '', charge: (cost) => void (lastCost = cost) }
const act = (action: string, body: object) =>
  database.actions[`database.${action}`]!.handle({ collectionName: 'tickets', ...body }, context)
const get = (query: object, order: object | undefined, limit = 20) =>
  act('getDocument', {
    query: JSON.stringify(query),
    limit,
    ...(order ? { order: JSON.stringify(order) } : {}),
  })

try {
  const start = performance.now()
  database.fill('tickets', tickets())
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage()
  const megabytes = statSync(join(dataDir, 'database.sqlite')).size / 1e6
  const memory = process.memoryUsage().rss / 1e6
  console.log(
    `${documents} documents in ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor), ${megabytes.toFixed(0)} MB, RSS ${memory.toFixed(0)} MB`,
  )

  const at = (n: number) => (n * 7919) % documents
  time('read by id', 2000, (n) => get({ _id: `t${at(n)}` }, undefined))
  time('page of one status', 500, () => get({ status: 'replied' }, { createdAt: -1 }))
  time('own list', 500, (n) => get({ caller: `r${n}` }, { createdAt: -1 }))
  time('inbox of a post', 500, (n) =>
    get({ lead: `post${n % 30}`, status: { $in: statuses.slice(0, 4) } }, { nextDeadlineAt: 1 }),
  )
  time('sweep of 200', 50, () => get({ nextWakeAt: { $lte: START + 1e12 } }, { nextWakeAt: 1 }, 200))
  time('count of one status', 50, () =>
    act('calculateDocument', { query: JSON.stringify({ status: 'closed' }) }),
  )
  if (termsEach > 0) {
    time('all of three terms', 50, (n) =>
      get({ terms: { $all: [`词${n}`, `词${n + 1}`, `词${n + 2}`] } }, { createdAt: -1 }),
    )
    time('one term, newest first', 200, (n) => get({ terms: `词${n}` }, { createdAt: -1 }))
  }
  time('earliest wake', 2000, () => database.earliest('tickets', 'nextWakeAt'))
  const updates: unknown[] = []
  time('update by id and version', 1000, (n) =>
    updates.push(
      act('modifyDocument', {
        query: JSON.stringify({ _id: `t${at(n)}`, version: 1 }),
        data: JSON.stringify({ $inc: { version: 1 }, $set: { status: 'replied' } }),
        multi: true,
      }),
    ),
  )
  await Promise.all(updates)
  const inserts: unknown[] = []
  time('insert', 1000, (n) =>
    inserts.push(
      act('insertDocument', {
        data: [JSON.stringify({ _id: `n${n}`, number: `n${n}`, status: 'submitted', terms: ['词1'] })],
      }),
    ),
  )
  await Promise.all(inserts)
  time('group by status over an area', 20, (n) =>
    act('aggregateDocuments', {
      stages: [
        { stageKey: '$match', stageValue: JSON.stringify({ area: `grid${n}` }) },
        { stageKey: '$group', stageValue: JSON.stringify({ _id: '$status', n: { $sum: 1 } }) },
      ],
    }),
  )
  console.table(rows)
  database.close()
  const reopening = performance.now()
  createDatabase({ dataDir, indexes }).close()
  console.log(`reopened in ${(performance.now() - reopening).toFixed(0)} ms`)
} finally {
  rmSync(dataDir, { recursive: true })
}
