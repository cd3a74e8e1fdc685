import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditStage } from '../../../local/audit/audit'
import { replay, type Replayed } from '../../../local/replay/replay'
import { ticketLine } from '../../../local/replay/report'
import type { Row } from '../../../local/replay/rows'

const at = (local: string) => Date.parse(`${local}+08:00`)

/** Invented messages; what matters is when they came and when they were answered. */
const rows: Row[] = [
  aRow('street-light', '2019-04-25T09:32:09', '小区门口路灯坏了不亮', '2019-05-06T17:59:59'),
  aRow('late-by-a-second', '2019-04-25T09:32:09', '小区门口路灯坏了不亮', '2019-05-06T18:00:01'),
  aRow('on-a-holiday', '2019-06-09T20:00:00', '工地夜间施工噪音扰民', '2019-06-14T18:00:00'),
  aRow('unclear', '2019-05-06T10:00:00', '请看看', '2019-05-07T10:00:00'),
]

/** No notice for 2013 in the calendar: weekends only. */
const unchartered = [aRow('no-calendar', '2013-01-04T10:00:00', '自来水停水', '2013-01-11T18:00:00')]

function aRow(id: string, time: string, detail: string, answered: string): Row {
  return {
    id,
    user: id,
    subject: '',
    detail,
    time: at(time),
    answer: { text: '已办理,请查看。', at: at(answered) },
  }
}

describe('real input lived through the functions', () => {
  const functionsDir = inject('functionsDir')
  let dataDir: string
  let replayed: Replayed
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'replay-data-'))
    replayed = await replay({ rows, profileId: 'jinan', functionsDir, dataDir, afterlifeDays: 30 })
  }, 120_000)
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  const lineOf = (id: string) => {
    const ticket = replayed.tickets.get(id)
    if (!ticket) throw new Error(`no ticket of ${id}`)
    return ticketLine(id, ticket)
  }

  it.each([
    // 五一 2019: 1–4 May off, 28 April and 5 May worked. 26, 28, 29, 30 April, 5 May.
    ['street-light', '2019-05-05T18:00', false],
    ['late-by-a-second', '2019-05-05T18:00', false],
    // 端午 2019: 7–9 June off. 10, 11, 12, 13, 14 June; answered in the last instant.
    ['on-a-holiday', '2019-06-14T18:00', true],
    ['unclear', '2019-05-13T18:00', true],
  ])('counts %s to %s', (id, due, onTime) => {
    expect(lineOf(id)).toMatchObject({ dueAt: at(due), onTime })
  })

  it('leaves a record that an audit finds whole, each night of it published', () => {
    const result = auditStage(dataDir)
    expect(result).toMatchObject({ tickets: rows.length, unsealed: 0, first: '2019-04-25', breaks: [] })
    expect(result.days).toBeGreaterThan(60)
  })

  it('marks nothing as provisional where every year has its notice', () => {
    expect(rows.filter(({ id }) => lineOf(id).provisional)).toEqual([])
  })

  it('gives the centre what nobody can place', () => {
    expect(lineOf('unclear')).toMatchObject({ service: null, department: 'centre' })
  })

  it('lets the late ones go yellow, red and up', () => {
    expect(lineOf('late-by-a-second').rungs).toEqual(
      expect.arrayContaining(['reply:1:yellow', 'reply:1:red', 'reply:1:supervise:2019-05-06']),
    )
    expect(lineOf('unclear').rungs).not.toContain('reply:1:red')
  })

  it('loses nothing, breaks nothing, scans nothing', () => {
    expect(replayed.errors).toEqual([])
    expect(replayed.broken).toEqual([])
    expect(replayed.meter.offences).toEqual([])
    expect([...replayed.tickets.values()].map(({ status }) => status)).toEqual(rows.map(() => 'closed'))
  })

  it('counts the rates from what it lived', () => {
    const rate = replayed.rates.all.before.rates.find(({ id }) => id === 'repliedInTime')
    expect(rate).toMatchObject({ numerator: 2, denominator: 4 })
  })

  it('holds the invariants when returns, leave, double sends and missed timers disturb it', async () => {
    const disturbed = await replay({
      rows,
      profileId: 'jinan',
      functionsDir,
      disturbSeed: 7,
      afterlifeDays: 15,
    })
    expect(disturbed.errors).toEqual([])
    expect(disturbed.broken).toEqual([])
    expect(disturbed.tickets.size).toBe(rows.length)
    expect(Object.values(disturbed.disturbed ?? {}).some((times) => times > 0)).toBe(true)
  }, 120_000)

  it('counts weekends only through a year without a notice, and says so', async () => {
    const { tickets } = await replay({
      rows: unchartered,
      profileId: 'jinan',
      functionsDir,
      afterlifeDays: 1,
    })
    const [[id, ticket] = []] = tickets
    expect(id && ticket && ticketLine(id, ticket)).toMatchObject({
      dueAt: at('2013-01-11T18:00'),
      onTime: true,
      provisional: true,
    })
  }, 120_000)
})
