import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OwnRecords, SharedMatters } from '../../typings/contract/own-records'
import type { Receipt, TicketList, TicketPage } from '../../typings/contract/views'
import { aStage, lightContact, type TestStage } from '../support/stage'

/** 本人的权利:公开身份、看全、带走、删除;附议的人知道结果、也能评价。 */
const minute = 60_000
let stage: TestStage

beforeAll(async () => void (stage = await aStage()))
afterAll(() => stage.cloud.stop())

async function answered(ticketId: string) {
  await stage.act(lightContact, 'acknowledge', ticketId)
  await stage.act(lightContact, 'contactResident', ticketId, { how: 'phone', note: '已联系王女士' })
  await stage.act(lightContact, 'reply', ticketId, { text: '三号门口的灯已换好。', publish: true })
  await stage.act('dispatcher-1', 'review', ticketId, { approve: true, text: '属实' })
}

const mine = async (openid: string) =>
  (await stage.data<TicketList>(openid, 'tickets.list', { view: 'mine' })).tickets.map(({ _id }) => _id)

describe('an anonymous caller who says who they are', () => {
  const openid = 'resident-shy'
  const phone = '13611112222'
  let receipt: Receipt
  let other: Receipt
  beforeAll(async () => {
    receipt = await stage.submit(openid, { secrecy: 'anonymous' })
    other = await stage.submit(openid, { secrecy: 'anonymous' })
  })
  const reveal = (by: string, input: object) =>
    stage.call(by, 'tickets.reveal', input, {
      commandId: randomUUID(),
      version: stage.stored(receipt.ticketId).version,
    })

  test('needs the code: nobody else can put their name on it', async () => {
    const { ticketId } = receipt
    const answer = await reveal('resident-thief', { ticketId, secrecy: 'named', phone })
    expect(answer).toMatchObject({ error: { code: 'TICKET_NOT_FOUND' } })
  })

  test('has the call among their own, and can be called back; the other call stays nobody’s', async () => {
    const { ticketId, receiptCode } = receipt
    expect(await mine(openid)).toEqual([])
    await stage.act(openid, 'reveal', ticketId, { secrecy: 'named', phone, receiptCode } as object)
    expect(await mine(openid)).toEqual([ticketId])
    const { ticket } = await stage.page(lightContact, ticketId)
    expect(ticket.caller).toEqual({ secrecy: 'named', notify: true, phone })
    expect(stage.stored(other.ticketId).caller).toMatchObject({ secrecy: 'anonymous', notify: false })
    // The code on paper still opens it.
    const { ticket: tracked } = await stage.data<TicketPage>('resident-other', 'tickets.track', {
      receiptCode,
    })
    expect(tracked._id).toBe(ticketId)
  })

  test('does so once', async () => {
    const { ticketId } = receipt
    expect(await reveal(openid, { ticketId, secrecy: 'named', phone })).toMatchObject({
      error: { code: 'NOT_ANONYMOUS' },
    })
  })

  test('kept from the unit, the centre alone reads the number', async () => {
    const { ticketId, receiptCode } = other
    await stage.act(openid, 'reveal', ticketId, { secrecy: 'confidential', phone, receiptCode } as object)
    expect((await stage.page(lightContact, ticketId)).ticket.caller).not.toHaveProperty('phone')
    expect((await stage.page('dispatcher-1', ticketId)).ticket.caller).toMatchObject({ phone })
  })
})

describe('what a person said', () => {
  const openid = 'resident-tidy'
  const words = '三号门口的路灯坏了，我是住三单元的王女士'
  let ticketId = ''
  beforeAll(async () => {
    const attachments = [{ fileId: 'cloud://a/1.jpg', type: 'photo' as const }]
    const about = { name: '王女士', phone: '13622223333', description: words, attachments }
    ticketId = (await stage.submit(openid, about)).ticketId
    await stage.act(openid, 'supplement', ticketId, { text: '还是王女士：又灭了一盏' })
    await answered(ticketId)
  })

  test('can be read whole, with what they answered when asked', async () => {
    const judged = { contacted: true, solved: true, grade: 'satisfied', comment: '谢谢，王女士' } as const
    await stage.act(openid, 'evaluate', ticketId, judged)
    const records = await stage.data<OwnRecords>(openid, 'tickets.myRecords')
    expect(records.tickets).toHaveLength(1)
    expect(records.tickets[0]).toMatchObject({ description: words, caller: { phone: '13622223333' } })
    expect(records.evaluations).toMatchObject([{ ticketId, ...judged }])
    expect(JSON.stringify(records)).not.toContain(stage.stored(ticketId).caller.alias)
  })

  test('is nobody else’s to read', async () => {
    const records = await stage.data<OwnRecords>('resident-curious', 'tickets.myRecords')
    expect(records.tickets).toEqual([])
  })

  test('is given page by page, none twice and none left out', async () => {
    const many = await Promise.all(Array.from({ length: 23 }, () => stage.submit('resident-many')))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const input = cursor === undefined ? {} : { cursor }
      const page = await stage.data<OwnRecords>('resident-many', 'tickets.myRecords', input)
      seen.push(...page.tickets.map(({ _id }) => _id))
      cursor = page.cursor
    } while (cursor !== undefined)
    expect(seen.sort()).toEqual(many.map((one) => one.ticketId).sort())
  })

  test('cannot go while somebody still works on it', async () => {
    const open = await stage.submit(openid)
    const version = stage.stored(open.ticketId).version
    const answer = await stage.call(
      openid,
      'tickets.erase',
      { ticketId: open.ticketId },
      { commandId: randomUUID(), version },
    )
    expect(answer).toMatchObject({ error: { code: 'ILLEGAL_TRANSITION' } })
  })

  test('goes from everywhere once it is over; number, times, reply and grade stay', async () => {
    await stage.pass(2 * minute)
    const { number, submittedAt } = stage.stored(ticketId)
    await stage.act(openid, 'erase', ticketId)
    await stage.pass(2 * minute)
    const { database } = stage.cloud
    const telling = database
      .collections()
      .filter((name) => /王女士|13622223333|cloud:\/\/a/.test(JSON.stringify(database.read(name))))
    expect(telling).toEqual([])
    const { ticket } = await stage.page(openid, ticketId)
    expect(ticket).toMatchObject({ number, submittedAt, description: '（本人已删除）', attachments: [] })
    expect(ticket.replies?.[0]?.text).toBe('三号门口的灯已换好。')
    expect(database.read('evaluations', { ticketId })).toMatchObject([{ grade: 'satisfied' }])
  })

  test('gone, it can’t be opened again', async () => {
    const version = stage.stored(ticketId).version
    const options = { commandId: randomUUID(), version }
    const answer = await stage.call(openid, 'tickets.reopen', { ticketId, newFact: '又坏了' }, options)
    expect(answer).toMatchObject({ error: { code: 'ERASED' } })
  })
})

describe('whoever meets the same trouble', () => {
  const openid = 'resident-also'
  let ticketId = ''
  beforeAll(async () => {
    const words = { description: '路灯坏了，我家住二楼', name: '李先生', phone: '13633334444' }
    ticketId = (await stage.submit('resident-first', words)).ticketId
    await stage.data(openid, 'tickets.coSign', { ticketId }, { commandId: randomUUID() })
  })
  const shared = async () =>
    (await stage.data<SharedMatters>(openid, 'tickets.coSigned', { ticketId })).matters[0]
  const judge = (by: string, input: object) =>
    stage.call(by, 'tickets.judgeShared', { ticketId, ...input }, { commandId: randomUUID() })
  const unhappy = { solved: false, grade: 'dissatisfied' }

  test('sees how it goes, and nothing of who called first or in which words', async () => {
    const matter = await shared()
    expect(matter).toMatchObject({ _id: ticketId, status: 'dispatched', coSignerCount: 1 })
    expect(JSON.stringify(matter)).not.toMatch(/二楼|李先生|13633334444/)
    const none = await stage.data<SharedMatters>('resident-curious', 'tickets.coSigned')
    expect(none.matters).toEqual([])
  })

  test('reads the answer and says how it is, once; the centre hears of who is not helped', async () => {
    await answered(ticketId)
    expect(await shared()).toMatchObject({
      asksEvaluation: true,
      replies: [{ text: '三号门口的灯已换好。' }],
    })
    expect(await judge('resident-curious', unhappy)).toMatchObject({ error: { code: 'NOT_CO_SIGNER' } })
    expect(await judge(openid, unhappy)).toMatchObject({ ok: true })
    expect(await judge(openid, unhappy)).toMatchObject({ ok: true })
    expect(await shared()).toMatchObject({ asksEvaluation: false, evaluated: true })
    const centre = await stage.page('dispatcher-1', ticketId)
    expect(centre.ticket.coSignerVerdicts).toEqual({ solved: 0, unsolved: 1 })
    const handler = await stage.page(lightContact, ticketId)
    expect(handler.ticket).not.toHaveProperty('coSignerVerdicts')
  })

  test('does not weigh in the rates, which count calls', async () => {
    await stage.pass(2 * minute)
    const facts = stage.cloud.database.read('facts', { ticketId, kind: 'evaluation' })
    expect(facts).toEqual([])
  })
})
