import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MessageList } from '../../typings/contract/messages'
import type { Session } from '../../typings/contract/session'
import type { RatesOutput } from '../../typings/contract/supervision'
import type { Receipt, TicketList, TicketPage } from '../../typings/contract/views'
import type { Fact } from '../../cloudfunctions/domain/statistics/fact'
import { naiveRates } from '../domain/statistics/naive-rates'
import { aStage, lightContact, type TestStage } from '../support/stage'

const minute = 60_000
const day = 86_400_000
let stage: TestStage

beforeAll(async () => void (stage = await aStage()))
afterAll(() => stage.cloud.stop())

describe('an anonymous caller', () => {
  const secret = { secrecy: 'anonymous', name: '不该留下的名字', phone: '13911112222' } as const
  let receipt: Receipt

  beforeAll(async () => void (receipt = await stage.submit('resident-20', secret)))

  test('follows the call by the receipt code, from any phone, however it is typed', async () => {
    const code = receipt.receiptCode ?? ''
    for (const receiptCode of [code, code.toLowerCase(), code.replaceAll('-', ' ')]) {
      const page = await stage.data<TicketPage>('resident-21', 'tickets.track', { receiptCode })
      expect(page.ticket).toMatchObject({ _id: receipt.ticketId, relations: ['resident', 'caller'] })
    }
  })

  test('acts with the code and not without it, not even from the same phone', async () => {
    const { ticketId, receiptCode } = receipt
    const bare = await stage.call('resident-20', 'tickets.get', { ticketId })
    expect(bare).toMatchObject({ error: { code: 'TICKET_NOT_FOUND' } })
    const input = { ticketId, text: '还有一盏', receiptCode }
    expect(
      await stage.call('resident-22', 'tickets.supplement', input, { commandId: randomUUID() }),
    ).toMatchObject({ ok: true })
  })

  test('leaves neither name nor phone anywhere, and two calls have nothing in common', async () => {
    const other = await stage.submit('resident-20', secret)
    await stage.pass(2 * minute)
    const dump = JSON.stringify(
      stage.cloud.database.collections().map((name) => stage.cloud.database.read(name)),
    )
    expect(dump).not.toMatch(/不该留下的名字|13911112222/)
    expect(stage.stored(receipt.ticketId).caller.alias).not.toBe(stage.stored(other.ticketId).caller.alias)
    expect(stage.cloud.database.read('callers', { openid: 'resident-20' })).toEqual([])
  })

  test('codes can’t be guessed: after twenty tries an hour it is enough', async () => {
    const receiptCode = receipt.receiptCode
    for (let n = 0; n < 20; n++) await stage.call('resident-23', 'tickets.track', { receiptCode })
    expect(await stage.call('resident-23', 'tickets.track', { receiptCode })).toMatchObject({
      error: { code: 'TOO_MANY_TRIES' },
    })
    await stage.pass(61 * minute)
    expect(await stage.call('resident-23', 'tickets.track', { receiptCode })).toMatchObject({ ok: true })
  })
})

describe('paging by key', () => {
  test('twenty-three tickets of one instant come once each, page by page, in lists and in searches', async () => {
    const ids = new Set<string>()
    for (let n = 0; n < 23; n++)
      ids.add((await stage.submit('resident-30', { description: '紫藤巷的井盖翻了' })).ticketId)
    for (const [path, input] of [
      ['tickets.list', { view: 'mine' }],
      ['tickets.search', { text: '紫藤巷' }],
    ] as const) {
      const met: string[] = []
      for (let cursor: string | undefined, page = 0; page === 0 || cursor; page++) {
        const list: TicketList = await stage.data('resident-30', path, { ...input, limit: 5, cursor })
        met.push(...list.tickets.map(({ _id }) => _id))
        cursor = list.cursor
      }
      expect([path, met.length, new Set(met)]).toEqual([path, 23, ids])
    }
  })

  test('messages too', async () => {
    await stage.pass(2 * minute)
    const met: string[] = []
    for (let cursor: string | undefined, page = 0; page === 0 || cursor; page++) {
      const list: MessageList = await stage.data('resident-30', 'tickets.messages', { limit: 4, cursor })
      met.push(...list.messages.map(({ _id }) => _id))
      cursor = list.cursor
    }
    expect([met.length, new Set(met).size]).toEqual([23, 23])
    await stage.data('resident-30', 'tickets.markRead', { messageId: met[0] })
    expect(await stage.call('resident-31', 'tickets.markRead', { messageId: met[1] })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
  })
})

describe('leave', () => {
  test('new and open work goes to the deputy, and back', async () => {
    const open = await stage.submit('resident-40')
    const absence = { from: stage.cloud.clock.now(), reason: '年休假' }
    const asked = async (openid: string, directoryVersion: number) => {
      const input = { view: 'inbox', limit: 100 }
      const event = { op: 'list', input, directoryVersion }
      const answer = (await stage.cloud.invoke('tickets', event, { openid })) as { data: TicketList }
      return answer.data.tickets.map(({ _id }) => _id)
    }
    const postId = lightContact
    const away = await stage.data<{ directoryVersion: number }>(lightContact, 'directory.setAbsence', {
      postId,
      absence,
    })
    expect(await asked('deputy-city-management', away.directoryVersion)).toContain(open.ticketId)
    expect(await asked(lightContact, away.directoryVersion)).toEqual([])
    const fresh = await stage.submit('resident-40')
    await stage.act('deputy-city-management', 'acknowledge', fresh.ticketId)

    const back = await stage.data<{ directoryVersion: number }>(lightContact, 'directory.setAbsence', {
      postId,
    })
    expect(await asked(lightContact, back.directoryVersion)).toContain(open.ticketId)
    expect(await asked('deputy-city-management', back.directoryVersion)).toEqual([])
  })

  test('nobody sends somebody else on leave but the centre', async () => {
    const absence = { from: stage.cloud.clock.now(), reason: '年休假' }
    const answer = await stage.call('contact-ecology', 'directory.setAbsence', {
      postId: lightContact,
      absence,
    })
    expect(answer).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
  })
})

describe('the directory', () => {
  const put = async (list: string, row: object) => {
    const { directoryVersion } = await stage.data<Session>('admin-1', 'directory.session')
    return stage.call('admin-1', 'directory.put', { list, row, directoryVersion })
  }

  test.each(['areas', 'departments', 'posts', 'services', 'profiles', 'calendars'])(
    'a row of %s with nothing in it is refused by a code',
    async (list) => {
      expect(await put(list, { _id: 'empty' })).toMatchObject({
        ok: false,
        error: { code: expect.any(String) as string },
      })
    },
  )

  test('who saw an older version changes nothing', async () => {
    const answer = await stage.call('admin-1', 'directory.put', {
      list: 'areas',
      row: { _id: 'x' },
      directoryVersion: 0,
    })
    expect(answer).toMatchObject({ error: { code: 'VERSION_CONFLICT' } })
  })
})

test('the figures equal those that are computed from the facts one by one', async () => {
  await stage.pass(9 * day)
  const from = '2026-06-01'
  const to = '2026-06-30'
  const { all } = await stage.data<RatesOutput>('supervisor-1', 'supervision.rates', { from, to })
  const facts = (stage.cloud.database.read('facts') as unknown as Fact[]).filter((fact) => !('gone' in fact))
  const naive = naiveRates(facts, { id: 'june', from, to }, stage.cloud.clock.now(), false)
  const told = Object.fromEntries(
    all.before.rates.map(({ id, numerator, denominator }) => [id, [numerator, denominator]]),
  )
  expect(told).toEqual(naive)
  expect(told.repliedInTime?.[1]).toBeGreaterThan(20)
})

test('no answer and no log holds an openid or an alias of anybody', async () => {
  const aliases = stage.cloud.database.read('callers').map(({ _id }) => String(_id))
  const logs = JSON.stringify(stage.cloud.runner.logs.read({ limit: 10_000 }))
  const ticketId = stage.cloud.database.read('tickets')[0]?._id
  const answers = JSON.stringify([
    await stage.call('dispatcher-1', 'tickets.list', { view: 'all', limit: 100 }),
    await stage.call('dispatcher-1', 'tickets.get', { ticketId }),
    await stage.call('resident-30', 'tickets.messages'),
    await stage.call('resident-30', 'tickets.list', { view: 'mine' }),
    await stage.call('resident-30', 'directory.session'),
    await stage.call(lightContact, 'tickets.list', { view: 'inbox' }),
    await stage.call('supervisor-1', 'supervision.rates'),
  ])
  for (const secret of [...aliases, 'resident-'])
    expect([secret, logs.includes(secret), answers.includes(secret)]).toEqual([secret, false, false])
  stage.cloud.meter.assertClean()
})
