import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Calendar } from '../../typings/contract/time'
import type { Catalogue, Post } from '../../typings/contract/directory'
import type { MessageList } from '../../typings/contract/messages'
import type { Session } from '../../typings/contract/session'
import type { Receipt, TicketList, TicketPage } from '../../typings/contract/views'
import { aStage, aSampleCall, lightContact, type TestStage } from '../support/stage'

const day = 86_400_000
let stage: TestStage

beforeAll(async () => void (stage = await aStage()))
afterAll(() => stage.cloud.stop())

const seenVersion = async () => (await stage.data<Session>('admin-1', 'directory.session')).directoryVersion

async function put(list: string, row: object): Promise<void> {
  await stage.data('admin-1', 'directory.put', { list, row, directoryVersion: await seenVersion() })
}

/** The warm instance hears of the newest directory. */
async function catchUp(): Promise<void> {
  const event = { op: 'home', input: {}, directoryVersion: await seenVersion() }
  expect(await stage.cloud.invoke('tickets', event, { openid: 'resident-9' })).toMatchObject({ ok: true })
}

const stored = <Row>(collection: string, _id: string) =>
  stage.cloud.database.read(collection, { _id })[0] as unknown as Row

/** Nobody holds the post any more. */
async function vacate(postId: string): Promise<() => Promise<void>> {
  const post = stored<Post>('posts', postId)
  const { personId: _gone, ...vacant } = post
  await put('posts', vacant)
  return () => put('posts', post)
}

/** What the timer does every minute. */
async function sweep(): Promise<void> {
  expect(await stage.cloud.invoke('scheduler', { Type: 'Timer', TriggerName: 'sweep' })).toMatchObject({
    ok: true,
  })
}

const heard = async (openid: string) =>
  (await stage.data<MessageList>(openid, 'tickets.messages')).messages.map(({ template }) => template)

/** One more day off, in the calendar that the promise runs on. */
async function dayOff(ticketId: string, date: string): Promise<void> {
  const { calendarId } = stage.stored(ticketId).clocks[0]!
  const calendar = stored<Calendar>('calendars', calendarId)
  const year = calendar.years['2026']!
  const holidays = [...year.holidays, { date, name: '临时放假' }]
  await put('calendars', {
    ...calendar,
    version: calendar.version + 1,
    years: { ...calendar.years, 2026: { ...year, holidays } },
  })
}

const promisedAt = (ticketId: string) =>
  stage.stored(ticketId).clocks.find(({ kind }) => kind === 'promise')?.dueAt

// First in this file: no sweep has been yet, and so no cursor is kept.
test('a run that was cut short is gone on with where it stopped; the last pass is one that finds nothing', async () => {
  const { ticketId, dueAt } = await stage.submit('resident-3')
  await dayOff(ticketId, '2026-06-02')
  const { version } = stored<{ version: number }>('settings', 'tenant')
  const since = stage.cloud.clock.now()
  const after = { deadlineAt: stage.stored(ticketId).nextDeadlineAt ?? 0, id: ticketId }
  stage.cloud.database.fill('cursors', [
    { _id: 'counted', value: { version, since, after, found: 0, done: false } },
  ])
  await sweep()
  expect(promisedAt(ticketId)).toBe(dueAt)
  await sweep()
  expect(promisedAt(ticketId)).toBe(dueAt + day)
  const cursor = () => stored<{ value: object }>('cursors', 'counted').value
  // Some instances may still decide by the old directory.
  expect(cursor()).toMatchObject({ version, done: false })
  await stage.pass(3 * 60_000)
  await sweep()
  expect(cursor()).toMatchObject({ version, done: true })
})

describe('a calendar changed under open tickets', () => {
  test('what still runs is counted anew and told, what is over stays, and a second sweep changes nothing', async () => {
    await catchUp()
    const open = await stage.submit('resident-1')
    const done = await stage.submit('resident-2')
    await stage.act(lightContact, 'acknowledge', done.ticketId)
    await stage.act(lightContact, 'reply', done.ticketId, { text: '灯已修好。', publish: true })
    await stage.act('dispatcher-1', 'review', done.ticketId, { approve: true, text: '属实' })
    await stage.act('resident-2', 'evaluate', done.ticketId, {
      contacted: true,
      solved: true,
      grade: 'satisfied',
    })
    await sweep()
    const closed = stage.stored(done.ticketId)

    const before = promisedAt(open.ticketId) ?? 0
    await dayOff(open.ticketId, '2026-06-03')
    await sweep()
    const moved = stage.stored(open.ticketId)
    expect(promisedAt(open.ticketId)).toBe(before + day)
    expect(moved.history.at(-1)).toMatchObject({ what: 'recalculate', role: 'system' })
    expect(await heard('resident-1')).toContain('recalculated')
    expect(stage.stored(done.ticketId)).toEqual(closed)
    // The page explains the date it now shows by the day off.
    const page = await stage.page('resident-1', open.ticketId)
    expect(JSON.stringify(page.explanations.promise)).toContain('临时放假')

    await sweep()
    expect(stage.stored(open.ticketId).version).toBe(moved.version)
  })
})

describe('a contact removed while holding tickets', () => {
  test('the deputy goes on; where there is none either, the centre finds it on its desk and takes it back', async () => {
    const { ticketId, dueAt } = await stage.submit('resident-4')
    await stage.act(lightContact, 'acknowledge', ticketId)
    const back = await vacate(lightContact)
    await sweep()
    const event = { op: 'get', input: { ticketId }, directoryVersion: await seenVersion() }
    const left = await stage.cloud.invoke('tickets', event, { openid: lightContact })
    expect(left).toMatchObject({ error: { code: 'TICKET_NOT_FOUND' } })
    const input = { how: 'phone', note: 'B角接着联系' } as const
    await stage.act('deputy-city-management', 'contactResident', ticketId, input)

    const deputyBack = await vacate('deputy-city-management')
    await sweep()
    const desk = await stage.data<TicketList>('dispatcher-1', 'tickets.list', { view: 'desk', limit: 100 })
    expect(desk.tickets.find(({ _id }) => _id === ticketId)).toMatchObject({ nextStep: 'takeBack' })
    await stage.act('dispatcher-1', 'takeBack', ticketId, { text: '单位暂无专员', departmentId: 'transport' })
    const taken = stage.stored(ticketId)
    expect(taken).toMatchObject({ status: 'dispatched', lead: { departmentId: 'transport', stint: 2 } })
    expect(taken.clocks.find(({ kind }) => kind === 'promise')?.startedAt).toBe(taken.submittedAt)
    expect(dueAt).toBeGreaterThan(0)
    await stage.act('contact-transport', 'acknowledge', ticketId)
    await back()
    await deputyBack()
  })

  test('somebody who is there keeps the ticket: the centre is told so', async () => {
    const { ticketId } = await stage.submit('resident-4')
    const act = stage.act('dispatcher-1', 'takeBack', ticketId, { text: '试一试' })
    await expect(act).rejects.toThrow('UNIT_REACHABLE')
  })
})

test('a new edition of the catalogue: later calls go by it, earlier ones keep theirs', async () => {
  const before = await stage.submit('resident-5')
  const { entries, version } = await stage.data<Catalogue>('dispatcher-1', 'directory.catalogue')
  const next = entries.map((row) =>
    row.serviceCode === 'street-light' && row.areaId === undefined
      ? { ...row, lead: { by: 'department', departmentId: 'transport' }, basis: '区交通局权责清单第 9 项' }
      : row,
  )
  const directoryVersion = await seenVersion()
  const published = { entries: next, directoryVersion }
  const answer = await stage.data<{ directoryVersion: number }>(
    'admin-1',
    'directory.publishCatalogue',
    published,
  )
  expect(answer.directoryVersion).toBeGreaterThan(directoryVersion)
  const event = {
    op: 'submit',
    commandId: 'after-the-catalogue',
    input: aSampleCall(),
    directoryVersion: answer.directoryVersion,
  }
  const after = (await stage.cloud.invoke('tickets', event, { openid: 'resident-5' })) as { data: Receipt }
  expect(stage.stored(after.data.ticketId).lead).toMatchObject({
    departmentId: 'transport',
    catalogueVersion: version + 1,
  })
  expect(stage.stored(before.ticketId).lead).toMatchObject({
    departmentId: 'city-management',
    catalogueVersion: version,
  })
  const stale = await stage.call('admin-1', 'directory.publishCatalogue', published)
  expect(stale).toMatchObject({ error: { code: 'VERSION_CONFLICT' } })
  const other = await stage.call('dispatcher-1', 'directory.publishCatalogue', published)
  expect(other).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
})

test.each(['hotline', 'letter', 'visit'] as const)(
  'who takes a call down from the %s is not its caller: it is followed by its code and evaluated by telephone',
  async (channel) => {
    const receipt = await stage.submit('dispatcher-2', { channel, serviceCode: 'noise-shop' })
    const { ticketId, receiptCode } = receipt
    expect(receiptCode).toMatch(/^\w{5}-\w{5}-\w{5}$/)
    const { tickets } = await stage.data<TicketList>('dispatcher-2', 'tickets.list', { view: 'mine' })
    expect(tickets.map(({ _id }) => _id)).not.toContain(ticketId)
    const page = await stage.page('dispatcher-2', ticketId)
    expect(page.ticket.relations).not.toContain('caller')
    expect(page.ticket.caller).toMatchObject({ secrecy: 'named', phone: '13800000000' })
    for (const op of ['withdraw', 'evaluate', 'reopen', 'expedite']) expect(page.mayDo).not.toContain(op)
    const byCode = await stage.data<TicketPage>('resident-6', 'tickets.track', { receiptCode })
    expect(byCode.ticket).toMatchObject({ _id: ticketId, relations: ['resident', 'caller'] })
    expect(await heard('dispatcher-2')).not.toContain('acknowledged')
  },
)
