import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MessageList } from '../../typings/contract/messages'
import type { TicketList, TicketPage } from '../../typings/contract/views'
import { cardsOf, everything } from '../../miniprogram/staff/narrowing'
import { tallyOf } from '../../miniprogram/staff/inbox/tally'
import { aStage, lightContact, type TestStage } from '../support/stage'

const day = 86_400_000
let stage: TestStage

beforeAll(async () => void (stage = await aStage()))
afterAll(() => stage.cloud.stop())

const titles = async (openid: string) =>
  (await stage.data<MessageList>(openid, 'tickets.messages')).messages.map(({ template }) => template)

describe('a call is answered', () => {
  test('submitted, dispatched by the catalogue, acknowledged, contacted, replied, reviewed, evaluated, closed', async () => {
    const receipt = await stage.submit('resident-1')
    expect(receipt).toMatchObject({ status: 'dispatched', department: '望汀区城市管理和综合执法局' })
    expect(receipt.explanation.sentence).toContain('工作日')

    const { ticketId } = receipt
    await stage.act(lightContact, 'acknowledge', ticketId)
    await stage.act(lightContact, 'contactResident', ticketId, { how: 'phone', note: '约好今晚去看' })
    await stage.act(lightContact, 'reply', ticketId, { text: '灯已修好。', publish: true })
    expect((await stage.page('resident-1', ticketId)).ticket.replies).toEqual([])
    await stage.act('dispatcher-1', 'review', ticketId, { approve: true, text: '属实' })
    const page = await stage.page('resident-1', ticketId)
    expect(page.ticket).toMatchObject({ status: 'callback', nextStep: 'awaitEvaluation' })
    expect(page.ticket.replies).toMatchObject([{ text: '灯已修好。' }])
    expect(page.mayDo).toContain('evaluate')

    const closed = await stage.act('resident-1', 'evaluate', ticketId, {
      contacted: true,
      solved: true,
      grade: 'verySatisfied',
    })
    expect(closed.status).toBe('closed')
    await stage.pass(5 * 60_000)
    expect(await titles('resident-1')).toEqual(
      expect.arrayContaining(['received', 'acknowledged', 'answered', 'pleaseEvaluate', 'closed']),
    )
    expect(await titles(lightContact)).toContain('dispatchedToYou')
    expect(stage.stored(ticketId).outbox).toEqual([])
  })

  test('a person who is about to act is not told to look again because messages were delivered meanwhile', async () => {
    const { ticketId, version } = await stage.submit('resident-2')
    await stage.pass(10 * 60_000)
    expect(stage.stored(ticketId)).toMatchObject({ version, outbox: [] })
  })

  test('an unhappy resident gets it done again', async () => {
    const { ticketId } = await stage.submit('resident-3')
    await stage.act(lightContact, 'acknowledge', ticketId)
    await stage.act(lightContact, 'reply', ticketId, { text: '已处理。', publish: true })
    await stage.act('dispatcher-1', 'review', ticketId, { approve: true, text: '属实' })
    const again = await stage.act('resident-3', 'evaluate', ticketId, {
      contacted: true,
      solved: false,
      grade: 'dissatisfied',
    })
    expect(again.status).toBe('acknowledged')
    expect(stage.stored(ticketId).reworkCount).toBe(1)
  })

  test('merged: the parent counts it, and its caller hears of the parent', async () => {
    const parent = await stage.submit('resident-4')
    const child = await stage.submit('resident-5')
    await stage.act('dispatcher-1', 'merge', child.ticketId, { parentId: parent.ticketId, text: '同一件事' })
    await stage.pass(2 * 60_000)
    expect(stage.stored(parent.ticketId)).toMatchObject({
      coSignerCount: 1,
      absorbed: [{ childId: child.ticketId }],
    })
    expect(stage.stored(child.ticketId).merge).toMatchObject({ done: true })
    await stage.act(lightContact, 'acknowledge', parent.ticketId)
    await stage.act(lightContact, 'contactResident', parent.ticketId, { how: 'message', note: '私下的话' })
    await stage.act(lightContact, 'reply', parent.ticketId, { text: '灯已修好。', publish: true })
    await stage.act('dispatcher-1', 'review', parent.ticketId, { approve: true, text: '属实' })
    await stage.pass(2 * 60_000)
    const heard = await titles('resident-5')
    expect(heard).toContain('answered')
    expect(heard).not.toContain('contacted')
  })

  test('it is not merged into one that has ended, nor into one that is not there', async () => {
    const ended = await stage.submit('resident-6')
    await stage.act('resident-6', 'withdraw', ended.ticketId, { reason: '好了' })
    const { ticketId, version } = await stage.submit('resident-6')
    const into = async (parentId: string) =>
      stage.call(
        'dispatcher-1',
        'tickets.merge',
        { ticketId, parentId, text: '并' },
        {
          commandId: randomUUID(),
          version,
        },
      )
    expect(await into(ended.ticketId)).toMatchObject({ error: { code: 'MERGE_TARGET_ENDED' } })
    expect(await into('nowhere')).toMatchObject({
      error: { code: 'TICKET_NOT_FOUND', path: 'input.parentId' },
    })
  })

  test('我也遇到 counts each person once, however often they tap', async () => {
    const { ticketId } = await stage.submit('resident-7')
    const commandId = randomUUID()
    for (const id of [commandId, commandId, randomUUID()])
      await stage.data('resident-8', 'tickets.coSign', { ticketId }, { commandId: id })
    await stage.data('resident-9', 'tickets.coSign', { ticketId }, { commandId: randomUUID() })
    expect(stage.stored(ticketId)).toMatchObject({ coSignerCount: 2, history: { length: 2 } })
    const own = await stage.call('resident-7', 'tickets.coSign', { ticketId }, { commandId: randomUUID() })
    expect(own).toMatchObject({ error: { code: 'OWN_TICKET' } })
  })

  test('nobody answers the phone on three days: invalid, closed, and never counted as satisfied', async () => {
    const { ticketId } = await stage.submit('resident-10')
    await stage.act(lightContact, 'acknowledge', ticketId)
    await stage.act(lightContact, 'reply', ticketId, { text: '已处理。', publish: true })
    await stage.act('dispatcher-1', 'review', ticketId, { approve: true, text: '属实' })
    for (const _try of [1, 2, 3]) {
      await stage.pass(day)
      await stage.act('dispatcher-1', 'recordCall', ticketId, { answered: false })
    }
    expect(stage.stored(ticketId)).toMatchObject({ status: 'closed', callback: { outcome: 'invalid' } })
    const page: TicketPage = await stage.page('resident-10', ticketId)
    expect(page.mayDo).toContain('reopen')
  })
})

test('what the banner of the inbox counts is what it opens, and what the server finds due', async () => {
  // Late to acknowledge, returned and waiting for the centre, acknowledged, and new.
  const late = await stage.submit('resident-11')
  const { ticketId: returnedId } = await stage.submit('resident-12')
  await stage.act(lightContact, 'sendBack', returnedId, { reason: '不在辖区' })
  await stage.pass(day)
  const handled = await stage.submit('resident-13')
  await stage.act(lightContact, 'acknowledge', handled.ticketId)
  await stage.submit('resident-14')
  const listed = (input: object) =>
    stage.data<TicketList>(lightContact, 'tickets.list', { view: 'inbox', limit: 100, ...input })
  const whole = await listed({})
  const mine = ['city-management']
  const own = ({ dues = [] }: TicketList['tickets'][number]) =>
    dues.find(({ departmentId }) => mine.includes(departmentId))?.dueAt ?? Infinity
  const tally = tallyOf(whole.tickets, whole.now, false, own)
  for (const only of ['overdue', 'today'] as const) {
    const idsOf = (list: TicketList) =>
      cardsOf(list, { ...everything, only }, mine).map((one) => one.ticketId)
    expect([only, idsOf(await listed({ due: only }))]).toEqual([only, idsOf(whole)])
    expect([only, String(idsOf(whole).length)]).toEqual([only, tally[only]])
  }
  expect(Number(tally.overdue)).toBeGreaterThan(0)
  expect(Number(tally.today)).toBeGreaterThan(0)
  const overdue = cardsOf(whole, { ...everything, only: 'overdue' }, mine).map(({ ticketId }) => ticketId)
  expect(overdue).toContain(late.ticketId)
})

test('no query of the journey scans', async () => {
  await stage.data<TicketList>('dispatcher-1', 'tickets.list', { view: 'desk' })
  stage.cloud.meter.assertClean()
})
