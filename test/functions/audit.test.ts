import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import { expect, test, vi } from 'vitest'
import type { DigestsOutput } from '../../typings/contract/audit'
import { auditDump, auditStage, dumpStage } from '../../local/audit/audit'
import { monday } from '../support/builders'
import { aFolder } from '../support/cloud'
import { aStage, lightContact, type TestStage } from '../support/stage'

const day = 86_400_000
const night = { Type: 'Timer', TriggerName: 'digest' }

const digestsOf = async (stage: TestStage, who = 'resident-9') =>
  (await stage.data<DigestsOutput>(who, 'supervision.dailyDigests')).days

/** Called, answered, approved and withdrawn; a neighbour’s call merged into it; one that nobody answers. */
async function lives(stage: TestStage) {
  const one = await stage.submit('resident-1')
  const child = await stage.submit('resident-2', { serviceCode: undefined, description: '灯，不知道归谁管' })
  await stage.submit('resident-3')
  await stage.act('resident-1', 'supplement', one.ticketId, { text: '还有一盏' })
  await stage.act('dispatcher-1', 'merge', child.ticketId, { parentId: one.ticketId, text: '同一盏灯' })
  await stage.act(lightContact, 'acknowledge', one.ticketId)
  await stage.act(lightContact, 'contactResident', one.ticketId, { how: 'phone', note: '已联系王女士' })
  await stage.pass(2 * day)
  await stage.act(lightContact, 'reply', one.ticketId, { text: '灯已换好。', publish: false })
  await stage.act('dispatcher-1', 'review', one.ticketId, { approve: true, text: '属实' })
  const judged = { contacted: true, solved: true, grade: 'satisfied' } as const
  await stage.act('resident-1', 'evaluate', one.ticketId, judged)
  return one
}

test('commands, wakes, a merge and an erasure: every night is published once, and the audit is green, over a restart', async () => {
  const dataDir = aFolder()
  const first = await aStage({ dataDir })
  const { ticketId } = await lives(first)
  await first.pass(2 * day)
  const before = await digestsOf(first)
  expect(before.map(({ day: on }) => on)).toEqual(['2026-06-04', '2026-06-03', '2026-06-02', '2026-06-01'])
  expect(before.at(-1)).toMatchObject({ tickets: 3, ticketsEver: 3, previous: '' })
  expect(JSON.stringify(before)).not.toContain(first.stored(ticketId).number)

  // A doubled run changes nothing.
  expect(await first.cloud.invoke('scheduler', night)).toMatchObject({ data: { read: 0, days: [] } })
  expect(await digestsOf(first)).toEqual(before)

  await first.act('resident-1', 'erase', ticketId)
  const { history, seals = [] } = first.stored(ticketId)
  expect(seals).toHaveLength(history.length)
  expect(seals[0]).not.toHaveProperty('salt')
  first.cloud.meter.assertClean()
  await first.cloud.stop()

  const again = await aStage({ dataDir })
  await again.pass(day)
  await again.cloud.stop()
  const result = auditStage(dataDir)
  expect(result.breaks).toEqual([])
  expect(result).toMatchObject({ tickets: 3, unsealed: 0, days: 5, first: '2026-06-01', last: '2026-06-05' })
  expect(result.sealed).toBe(result.lines)
  expect(result.erased).toBeGreaterThan(2)
  expect(result.answers).toBe(1)

  const out = aFolder()
  expect(dumpStage(dataDir, out, { wordless: true })).toBe(3)
  const [dump, digests] = [join(out, 'tickets.jsonl'), join(out, 'digests')]
  expect(readFileSync(dump, 'utf8')).not.toMatch(/王女士|还有一盏|路灯/)
  const copied = before[1]!
  const known = new Map([[copied.day, copied.digest]])
  expect(readFileSync(join(out, 'facts.jsonl'), 'utf8')).not.toMatch(/satisfied|contacted/i)
  const facts = join(out, 'facts.jsonl')
  const found = await auditDump(dump, { digests, facts, known })
  expect(found).toMatchObject({ tickets: 3, days: 5, breaks: [] })
  expect(found.facts).toBeGreaterThan(3)
  rmSync(join(digests, '2026-06-03.json'))
  expect((await auditDump(dump, { digests })).breaks[0]).toEqual({ kind: 'dayGone', day: '2026-06-03' })
}, 120_000)

test('whoever changes the database is found, and the line is named', async () => {
  const dataDir = aFolder()
  const stage = await aStage({ dataDir })
  const { ticketId } = await lives(stage)
  await stage.pass(day)
  const ticket = stage.stored(ticketId)
  // As an operator would, in the console.
  const history = ticket.history.map((line) =>
    line.what === 'reply' ? { ...line, at: line.at - day } : line,
  )
  await tamper(stage, ticketId, { history })
  const fact = `${ticketId}:clock:reply:1`
  await tamper(stage, fact, { result: 'breached' }, 'facts')
  await stage.cloud.stop()
  const seq = history.findIndex(({ what }) => what === 'reply') + 1
  expect(auditStage(dataDir).breaks).toEqual([
    { kind: 'altered', number: ticket.number, seq },
    { kind: 'factAltered', number: ticket.number, fact },
  ])
}, 120_000)

test('a grade that was changed is found, though no handler ever sees it', async () => {
  const dataDir = aFolder()
  const stage = await aStage({ dataDir })
  const { ticketId } = await lives(stage)
  const { number, history } = stage.stored(ticketId)
  expect(JSON.stringify(await stage.page('dispatcher-1', ticketId))).not.toContain('proof')
  const [evaluation] = stage.cloud.database.read('evaluations', { ticketId })
  await tamper(stage, String(evaluation?._id), { grade: 'verySatisfied' }, 'evaluations')
  await stage.cloud.stop()
  const seq = history.findIndex(({ what }) => what === 'evaluate') + 1
  expect(auditStage(dataDir).breaks).toEqual([{ kind: 'answers', number, seq }])
}, 120_000)

test('missed nights are caught up, and a run that was cut short is gone on with', async () => {
  const stage = await aStage()
  await stage.submit('resident-1')
  // An outage: the clock is set past three nights, and nothing ran.
  stage.cloud.clock.set(monday + 3 * day + 60_000)
  await stage.submit('resident-2')
  // A page was read before the run was killed; what it kept is there.
  const left = { reading: { to: '2026-06-03' } }
  stage.cloud.database.fill('cursors', [{ _id: 'digest', value: left }])
  const data = { read: 2, days: ['2026-06-01', '2026-06-02', '2026-06-03'] }
  expect(await stage.cloud.invoke('scheduler', night)).toEqual({ ok: true, data })
  const days = await digestsOf(stage)
  expect(days.map(({ tickets, ticketsEver }) => [tickets, ticketsEver])).toEqual([
    [0, 1],
    [0, 1],
    [1, 1],
  ])
  expect(days[0]!.previous).toBe(days[1]!.digest)
  // Only a timer publishes.
  expect(await stage.cloud.invoke('scheduler', night, { openid: 'admin-1' })).toMatchObject({ ok: false })
  await stage.cloud.stop()
})

test('neither salts, seals nor links leave the server', async () => {
  const stage = await aStage()
  const { ticketId } = await stage.submit('resident-1')
  const { chain, seals = [] } = stage.stored(ticketId)
  const secrets = [chain?.salt ?? '?', ...seals.flatMap(({ salt, link }) => [salt ?? link, link])]
  expect(secrets.length).toBeGreaterThan(2)
  for (const by of ['resident-1', lightContact, 'dispatcher-1', 'supervisor-1']) {
    const said = JSON.stringify(await stage.page(by, ticketId))
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([])
  }
  await stage.cloud.stop()
})

async function tamper(stage: TestStage, _id: string, change: object, collection = 'tickets'): Promise<void> {
  const { envId, serviceUrl, credentials } = stage.cloud
  const app = tcb.init({ env: envId, serviceUrl, ...credentials })
  const command = app.database().command
  const [field, value] = Object.entries(change)[0]!
  // The SDK signs by the clock of the machine, which is not the stage's.
  vi.useFakeTimers({ now: stage.cloud.clock.now(), toFake: ['Date'] })
  const { updated } = await app
    .database()
    .collection(collection)
    .where({ _id })
    .update({ [field]: command.set(value) })
  vi.useRealTimers()
  expect(updated).toBe(1)
}
