import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SubmitInput } from '../../typings/contract/commands'
import type { ReplyCheckOutput } from '../../typings/contract/reply-check'
import type { TopicsOutput } from '../../typings/contract/topics'
import type { Receipt, TicketList } from '../../typings/contract/views'
import { labelledCsv } from '../../local/brains/labelled-csv'
import { parseMessageRows } from '../../local/brains/labelled-rows'
import type { Correction } from '../../cloudfunctions/platform/stores/correction-store'
import { aSampleCall, aStage, lightContact, type TestStage } from '../support/stage'

const day = 86_400_000
let stage: TestStage

beforeAll(async () => void (stage = await aStage()))
afterAll(() => stage.cloud.stop())

const say = (openid: string, description: string, changes: Partial<SubmitInput> = {}) => {
  const call = aSampleCall({ description, serviceCode: undefined, ...changes })
  return stage.data<Receipt>(openid, 'tickets.submit', call, { commandId: randomUUID() })
}

describe('what dispatchers make of a guess', () => {
  const correctionOf = (ticketId: string) =>
    stage.cloud.database.read('corrections', { _id: ticketId })[0] as unknown as Correction | undefined

  test('is kept once, without a write of its own in the command, and is what the training reads', async () => {
    const { ticketId } = await say('resident-1', '家里突然停水了')
    const cost = () => stage.cloud.meter.last('tickets.dispatch')?.actions.length
    await stage.act('dispatcher-1', 'dispatch', ticketId, {
      serviceCode: 'old-community',
      reason: '老旧小区改造',
    })
    expect(cost()).toBe(2)
    await stage.pass(60_000)
    expect(correctionOf(ticketId)).toMatchObject({
      guessed: { serviceCode: 'tap-water' },
      serviceCode: 'old-community',
      agreed: false,
    })
    await stage.act('dispatcher-1', 'reclassify', ticketId, { serviceCode: 'tap-water', reason: '还是停水' })
    await stage.pass(60_000)
    expect(correctionOf(ticketId)).toMatchObject({ serviceCode: 'tap-water', agreed: true })

    const corrections = stage.cloud.database.read('corrections') as unknown as Correction[]
    const { rows, bad } = parseMessageRows(labelledCsv(corrections, (id) => stage.stored(id)).csv)
    expect(bad).toEqual([])
    expect(rows).toMatchObject([{ id: ticketId, subject: '', detail: '家里突然停水了', label: '城乡建设' }])
  })

  test('holds no words of the call; what its caller erased is not exported', async () => {
    const { ticketId } = await say('resident-1', '半夜停电到现在还没来')
    await stage.act('dispatcher-1', 'dispatch', ticketId, { serviceCode: 'electricity', reason: '停电' })
    await stage.pass(60_000)
    const kept = correctionOf(ticketId)
    expect(JSON.stringify(kept)).not.toContain('半夜')
    const erased = { ...stage.stored(ticketId), erasedAt: 1 }
    expect(labelledCsv([kept!], () => erased).rows).toBe(0)
  })
})

describe('a reply looked at before it is sent', () => {
  const check = (openid: string, ticketId: string, text: string) =>
    stage.call<ReplyCheckOutput>(openid, 'tickets.checkReply', { ticketId, text })

  test('names what leaks first, with its place, then what is missing', async () => {
    const { ticketId } = await stage.submit('resident-1', { name: '林晓', phone: '13900001111' })
    const text = '已转相关部门。联系13812345678，林晓家在3栋2单元501室。'
    const answer = await check(lightContact, ticketId, text)
    if (!answer.ok) throw new Error(answer.error.code)
    const { findings } = answer.data
    expect(findings.slice(0, 3).map(({ kind }) => kind)).toEqual(['leak', 'leak', 'leak'])
    expect(findings.map(({ quote }) => quote)).toEqual(expect.arrayContaining(['13812345678', '林晓']))
    for (const { start, end, quote } of findings)
      expect(quote === '' || text.slice(start, end).startsWith(quote)).toBe(true)
    expect(findings.map(({ kind }) => kind)).toContain('template')
  })

  test('a good reply gets no advice', async () => {
    const { ticketId } = await stage.submit('resident-1')
    const text =
      '您好！您反映的里巷三号门口路灯不亮一事，我局于6月2日派维修人员到现场查看，发现是电缆破损，已更换电缆并恢复照明。如再有问题请拨打0579-1234567。感谢您的反映！'
    expect(await check(lightContact, ticketId, text)).toMatchObject({ data: { findings: [] } })
  })

  test('a confidential caller’s name is not told by a finding', async () => {
    const { ticketId } = await stage.submit('resident-1', { secrecy: 'confidential', name: '林晓' })
    const answer = await check(lightContact, ticketId, '您好！林晓反映的路灯已于6月2日修好。感谢！')
    expect(JSON.stringify(answer)).not.toContain('林晓')
  })

  test('is the lead’s and the centre’s, and costs one read', async () => {
    const { ticketId } = await stage.submit('resident-1')
    expect(await check('contact-ecology', ticketId, '好')).toMatchObject({
      error: { code: 'TICKET_NOT_FOUND' },
    })
    expect(await check('resident-1', ticketId, '好')).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
    expect(await check('dispatcher-1', ticketId, '好')).toMatchObject({ ok: true })
    expect(stage.cloud.meter.last('tickets.checkReply')?.actions).toHaveLength(1)
  })
})

describe('topics', () => {
  const smoke = [
    '春晓花园楼下的烧烤店油烟太大，窗户都不敢开',
    '春晓花园楼下烧烤店的油烟直接排到我家窗户，熏得睡不着',
    '春晓花园楼下烧烤店油烟熏人，孩子天天咳嗽，窗户不敢开',
  ]
  const topics = (openid: string) => stage.data<TopicsOutput>(openid, 'supervision.topics')

  test('are found at night, hottest first, with place and span, and open to their calls', async () => {
    for (const [n, words] of smoke.entries())
      await say(`resident-${n + 10}`, words, { place: { areaId: 'grid-0102-1' }, serviceCode: 'smoke' })
    await say('resident-20', `${smoke[0]!}，是你们局长收了钱`, { kind: 'report', secrecy: 'confidential' })
    await stage.pass(day)
    const { day: night, topics: found, read } = await topics('supervisor-1')
    expect(night).toBe('2026-06-02')
    expect(read).toBeGreaterThanOrEqual(3)
    const topic = found.find(({ title }) => title.includes('烧烤店'))
    expect(topic).toMatchObject({ calls: 3, place: expect.stringContaining('春晓花园') as string })
    const input = { day: night, key: topic?.key }
    const { tickets } = await stage.data<TicketList>('supervisor-1', 'supervision.topicTickets', input)
    expect(tickets).toHaveLength(3)
    expect(tickets.every(({ kind }) => kind !== 'report')).toBe(true)
  })

  test('are one read, and the night’s work stays within the rules', async () => {
    await topics('supervisor-1')
    expect(stage.cloud.meter.last('supervision.topics')?.actions).toHaveLength(1)
    stage.cloud.meter.assertClean()
  })

  test('are for those who oversee', async () => {
    for (const openid of ['resident-1', lightContact, 'grid-worker-1'])
      expect(await stage.call(openid, 'supervision.topics')).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
  })
})
