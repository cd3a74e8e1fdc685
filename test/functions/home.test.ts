import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HomePage } from '../../typings/contract/home'
import type { RatesOutput } from '../../typings/contract/supervision'
import type { TicketList } from '../../typings/contract/views'
import { cardWords } from '../../miniprogram/services/own-card'
import { aStage, type TestStage } from '../support/stage'

let stage: TestStage

beforeAll(async () => void (stage = await aStage()))
afterAll(() => stage.cloud.stop())

const home = (openid: string) => stage.data(openid, 'tickets.home', {}) as Promise<HomePage>

test('the first page of somebody new is empty and still says whose it is', async () => {
  expect(await home('resident-8')).toMatchObject({
    tenantName: expect.stringContaining('民呼我应'),
    posts: [],
    open: [],
    moreOpen: 0,
    unread: 0,
    answered: { numerator: 0, denominator: 0 },
  })
})

test('who works for the district is told of their posts', async () => {
  expect((await home('contact-city-management')).posts).toMatchObject([
    { role: 'contact', departmentName: expect.stringContaining('城市管理'), onLeave: false },
  ])
})

test('own open calls come newest first, at most three, and neither other people’s, ended nor anonymous ones', async () => {
  const mine = []
  for (let call = 0; call < 5; call++) {
    mine.push(await stage.submit('resident-1'))
    await stage.pass(60_000)
  }
  await stage.submit('resident-2')
  await stage.submit('resident-1', { secrecy: 'anonymous' })
  const [first] = mine
  await stage.act('resident-1', 'withdraw', first!.ticketId, { reason: '好了' })
  const { open, moreOpen, names } = await home('resident-1')
  const newest = mine.map(({ ticketId }) => ticketId).reverse()
  expect(open.map(({ _id }) => _id)).toEqual(newest.slice(0, 3))
  expect(moreOpen).toBe(1)
  expect(names[open[0]?.lead?.departmentId ?? '']).toContain('城市管理')
})

test('a caller reads the promise made to them, and no inner deadline of the handlers', async () => {
  const { ticketId, dueAt } = await stage.submit('resident-3')
  const { open } = await home('resident-3')
  const { tickets } = (await stage.data('resident-3', 'tickets.list', { view: 'mine' })) as TicketList
  for (const card of [open[0], tickets[0]]) {
    expect(card).toMatchObject({ _id: ticketId, promise: { dueAt } })
    expect(card).not.toHaveProperty('nextDeadlineAt')
    expect(card).not.toHaveProperty('clocks')
  }
})

test('of a blocked call no promised day is named, but when the centre looks again; gone on with, the promise is back', async () => {
  const { ticketId } = await stage.submit('resident-5')
  const reviewAt = stage.cloud.clock.now() + 5 * 86_400_000
  await stage.act('contact-city-management', 'acknowledge', ticketId)
  const asked = { reason: '等资金', measure: '先装临时灯', reviewAt }
  await stage.act('contact-city-management', 'block', ticketId, asked)
  const shown = async () => {
    const { open, names, now } = await home('resident-5')
    return cardWords(open[0]!, names, now)
  }
  expect((await shown()).sentence).toMatch(/承诺 .+ 前答复/)
  await stage.act('dispatcher-1', 'ruleBlock', ticketId, { grant: true, text: '同意' })
  const blocked = await shown()
  expect(blocked.sentence).toMatch(/暂时办不了，已列入跟踪$/)
  expect(blocked.deadline).toMatchObject({
    state: 'paused',
    words: expect.stringMatching(/^已挂账，\d+ 月 \d+ 日再核查一次$/),
  })
  expect(JSON.stringify(blocked)).not.toContain('前答复')
  await stage.act('dispatcher-1', 'unblock', ticketId, { reason: '资金到了' })
  expect((await shown()).sentence).toMatch(/承诺 .+ 前答复/)
})

test('the district’s answers in time are those of the days that have ended, with their denominator', async () => {
  await stage.pass(9 * 86_400_000)
  const { answered } = await home('resident-4')
  const { from, to } = answered
  const { all } = await stage.data<RatesOutput>('supervisor-1', 'supervision.rates', { from, to })
  const { numerator, denominator } = all.before.rates.find(({ id }) => id === 'repliedInTime')!
  expect(answered).toEqual({ from: '2026-06-01', to: '2026-06-09', numerator, denominator })
  expect(denominator).toBeGreaterThan(3)
})
