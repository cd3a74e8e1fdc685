import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SubmitInput } from '../../typings/contract/commands'
import type { MessageList } from '../../typings/contract/messages'
import type { TicketPage } from '../../typings/contract/views'
import { aSampleCall, aStage, lightContact, type TestStage } from '../support/stage'

let stage: TestStage

beforeAll(async () => void (stage = await aStage()))
afterAll(() => stage.cloud.stop())

const forGrandmother = (changes: Partial<SubmitInput> = {}): Partial<SubmitInput> => ({
  name: '王奶奶',
  phone: '13711112222',
  channel: 'patrol',
  behalf: { relation: 'gridWorker', consent: 'present' },
  ...changes,
})

describe('代办', () => {
  test('the consent is recorded, the lead calls the person, the result reaches both, and only the person judges', async () => {
    const { ticketId, receiptCode = '' } = await stage.submit('grid-worker-1', forGrandmother())
    expect(stage.stored(ticketId)).toMatchObject({
      channel: 'patrol',
      behalf: {
        relation: 'gridWorker',
        consent: 'present',
        consentedAt: stage.cloud.clock.now(),
        postId: 'grid-worker-1',
      },
    })
    await stage.act(lightContact, 'acknowledge', ticketId)
    const { ticket } = await stage.page(lightContact, ticketId)
    expect(ticket).toMatchObject({
      caller: { name: '王奶奶', phone: '13711112222' },
      behalf: { consent: 'present' },
    })
    await stage.act(lightContact, 'reply', ticketId, { text: '灯已修好。', publish: false })
    await stage.act('dispatcher-1', 'review', ticketId, { approve: true, text: '属实' })
    await stage.pass(2 * 60_000)
    const { messages } = await stage.data<MessageList>('grid-worker-1', 'tickets.messages')
    expect(messages.map(({ template }) => template)).toContain('answered')
    const texts = stage.sms.read('13711112222').map(({ text }) => text)
    expect(texts).toHaveLength(2)
    expect(texts.join()).toMatch(/网格员替您反映的事\d{8}-\S+已收到，凭查询码/)
    expect(texts.join()).toMatch(/网格员替您反映的事\d{8}-\S+有了答复/)
    expect(texts.join()).not.toContain('灯')

    const judged = { contacted: true, solved: true, grade: 'satisfied' } as const
    const { version } = stage.stored(ticketId)
    const byWorker = await stage.call(
      'grid-worker-1',
      'tickets.evaluate',
      { ticketId, receiptCode, ...judged },
      { commandId: randomUUID(), version },
    )
    expect(byWorker).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
    const page = await stage.data<TicketPage>('resident-grandmother', 'tickets.track', { receiptCode })
    expect(page.ticket.replies).toMatchObject([{ text: '灯已修好。' }])
    const closed = await stage.data<{ status: string }>(
      'resident-grandmother',
      'tickets.evaluate',
      { ticketId, receiptCode, ...judged },
      { commandId: randomUUID(), version },
    )
    expect(closed.status).toBe('closed')
  })

  test.each([
    ['nobody passes for a grid worker', forGrandmother({ channel: 'wechat' }), 'NOT_ALLOWED'],
    [
      'the person can be called back',
      forGrandmother({ phone: undefined, channel: 'wechat' }),
      'INVALID_INPUT',
    ],
    [
      'nobody is helped anonymously',
      forGrandmother({ secrecy: 'anonymous', channel: 'wechat' }),
      'INVALID_INPUT',
    ],
  ])('%s', async (_what, changes, code) => {
    const answer = await stage.call('resident-1', 'tickets.submit', aSampleCall(changes), {
      commandId: randomUUID(),
    })
    expect(answer).toMatchObject({ error: { code } })
  })

  test('a child calls for its parents, and a priority by their consent shortens the first steps', async () => {
    const { ticketId, receiptCode } = await stage.submit('resident-child', {
      ...forGrandmother({ channel: 'wechat' }),
      behalf: { relation: 'family', consent: 'telephone' },
      priority: true,
    })
    expect(receiptCode).toMatch(/^\w{5}-\w{5}-\w{5}$/)
    const plain = await stage.submit('resident-child')
    const dueOf = (id: string) =>
      stage.stored(id).clocks.find(({ kind }) => kind === 'acknowledge')?.dueAt ?? 0
    expect(stage.stored(ticketId).behalf).not.toHaveProperty('postId')
    expect(dueOf(ticketId)).toBeLessThan(dueOf(plain.ticketId))
  })
})
