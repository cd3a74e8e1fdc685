import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MessageList } from '../../typings/contract/messages'
import type { Session } from '../../typings/contract/session'
import type { RatesOutput } from '../../typings/contract/supervision'
import type { Mentionable, Receipt, TicketList, TicketPage } from '../../typings/contract/views'
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

describe('who is called in', () => {
  const find = (openid: string, input: object) => stage.data<TicketList>(openid, 'tickets.search', input)
  const ids = ({ tickets }: TicketList) => tickets.map(({ _id }) => _id)
  let receipt: Receipt

  beforeAll(async () => {
    receipt = await stage.submit('resident-40', { description: '朝晖路桥洞下积水很深' })
    await stage.act(lightContact, 'acknowledge', receipt.ticketId)
    await stage.act(lightContact, 'assist', receipt.ticketId, { departmentId: 'ecology', task: '看现场' })
  })

  test.each([
    ['by its number', () => ({ text: receipt.number })],
    ['by words', () => ({ text: '桥洞' })],
    ['by its place', () => ({ text: '桥洞', areaId: 'grid-0101-1' })],
    ['by its service', () => ({ text: '桥洞', serviceCode: 'street-light' })],
  ])('finds the ticket %s, while the task is open and after', async (_how, wish) => {
    expect(ids(await find('contact-ecology', wish()))).toEqual([receipt.ticketId])
  })

  test('goes on finding it once it has reported; who was not called in never does', async () => {
    const coTaskId = stage
      .stored(receipt.ticketId)
      .coTasks.find(({ departmentId }) => departmentId === 'ecology')?.id
    await stage.act('contact-ecology', 'reportCoTask', receipt.ticketId, { coTaskId, text: '看过了' })
    expect(ids(await find('contact-ecology', { text: '桥洞' }))).toEqual([receipt.ticketId])
    expect(ids(await find('contact-transport', { text: '桥洞' }))).toEqual([])
    expect(ids(await find('contact-transport', { text: receipt.number }))).toEqual([])
  })

  test('own and joint tickets come on one row of pages, each once, newest first', async () => {
    const wanted: string[] = []
    for (let n = 0; n < 7; n++) {
      const { ticketId } = await stage.submit('resident-41', { description: '银杏里的路灯坏了' })
      if (n % 2)
        await stage.act(lightContact, 'assist', ticketId, { departmentId: 'ecology', task: '看现场' })
      if (n % 2) wanted.push(ticketId)
    }
    const met: string[] = []
    for (let cursor: string | undefined, page = 0; page === 0 || cursor; page++) {
      const list: TicketList = await find('contact-ecology', { text: '银杏里', limit: 2, cursor })
      met.push(...ids(list))
      cursor = list.cursor
    }
    expect([met.length, new Set(met)]).toEqual([3, new Set(wanted)])
  })

  test('a grid worker who asks for another street gets nothing of it', async () => {
    const elsewhere = { place: { areaId: 'grid-0201-1' }, description: '竹林村的路灯坏了' }
    await stage.submit('resident-42', elsewhere)
    const worker = stage.cloud.database
      .read('posts', { role: 'gridWorker' })
      .find(({ areaId }) => String(areaId).includes('0101'))?._id as string
    for (const areaId of [undefined, 'grid-0201-1', 'street-02']) {
      expect(ids(await find(worker, { text: '竹林村', ...(areaId && { areaId }) }))).toEqual([])
      const list = await stage.data<TicketList>(worker, 'tickets.list', {
        view: 'area',
        ...(areaId && { areaId }),
      })
      expect(list.tickets.every(({ place }) => String(place.path).includes('0101'))).toBe(true)
    }
  })
})

describe('who is mentioned', () => {
  test('is one of those offered, hears in the message centre, and is led to the ticket', async () => {
    const { ticketId } = await stage.submit('resident-43')
    const { people } = await stage.data<{ people: Mentionable[] }>(lightContact, 'tickets.mentionable', {
      ticketId,
    })
    expect(people.map(({ postId }) => postId)).toContain('dispatcher-1')
    expect(people.map(({ postId }) => postId)).not.toContain(lightContact)
    expect(people.map(({ postId }) => postId)).not.toContain('contact-transport')
    await stage.act(lightContact, 'note', ticketId, { text: '请留意周三', mention: ['dispatcher-1'] })
    await stage.pass(minute)
    const { messages } = await stage.data<MessageList>('dispatcher-1', 'tickets.messages')
    expect(messages.find(({ template }) => template === 'mentioned')).toMatchObject({
      ticketId,
      title: '有人提到您',
      text: expect.stringContaining('请留意周三') as string,
    })
    expect((await stage.page('dispatcher-1', ticketId)).ticket._id).toBe(ticketId)
  })

  test('whoever can’t read notes learns nothing of who can', async () => {
    const { ticketId } = await stage.submit('resident-43')
    for (const openid of ['contact-transport', 'resident-43'])
      expect(await stage.call(openid, 'tickets.mentionable', { ticketId })).toMatchObject({
        error: { code: 'TICKET_NOT_FOUND' },
      })
  })
})

describe('what somebody has looked at', () => {
  const unread = async (openid: string, ticketId: string) => {
    const { tickets } = await stage.data<TicketList>(openid, 'tickets.list', { view: 'inbox', limit: 100 })
    return tickets.find(({ _id }) => _id === ticketId)?.unread === true
  }
  const look = (openid: string, ticketId: string) =>
    stage.data(openid, 'tickets.look', { seen: [{ ticketId, version: stage.stored(ticketId).version }] })

  test('follows the person and not the phone, and is new again once something happens', async () => {
    const { ticketId } = await stage.submit('resident-44')
    expect(await unread(lightContact, ticketId)).toBe(true)
    await look(lightContact, ticketId)
    expect(await unread(lightContact, ticketId)).toBe(false)
    await stage.act('dispatcher-1', 'note', ticketId, { text: '请留意' })
    expect(await unread(lightContact, ticketId)).toBe(true)
  })

  test('costs one write apart from the ticket, and a list one read more', async () => {
    const { ticketId } = await stage.submit('resident-44')
    const { version } = stage.stored(ticketId)
    await look(lightContact, ticketId)
    const touched = (op: string) =>
      (stage.cloud.meter.last(`tickets.${op}`)?.actions ?? [])
        .map(({ collection = '' }) => collection)
        .filter((collection) => collection !== 'settings')
    expect(touched('look')).toEqual(['views'])
    expect(stage.stored(ticketId).version).toBe(version)
    await unread(lightContact, ticketId)
    expect(touched('list')).toEqual(['tickets', 'views'])
  })

  test('is kept of staff alone', async () => {
    const { ticketId } = await stage.submit('resident-44')
    const seen = [{ ticketId, version: 1 }]
    expect(await stage.call('resident-44', 'tickets.look', { seen })).toMatchObject({
      error: { code: 'NOT_ALLOWED' },
    })
    const { tickets } = await stage.data<TicketList>('resident-44', 'tickets.list', { view: 'mine' })
    expect(JSON.stringify(tickets)).not.toContain('unread')
  })
})
