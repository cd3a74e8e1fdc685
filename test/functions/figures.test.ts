import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  CompareOutput,
  FlowOutput,
  KpiId,
  OverviewOutput,
  StandingId,
  TrendOutput,
  WarningList,
} from '../../typings/contract/supervision'
import type { TicketList } from '../../typings/contract/views'
import { aStage, lightContact, type TestStage } from '../support/stage'

const hour = 3_600_000
const day = 24 * hour
const june = { from: '2026-06-01', to: '2026-06-30' }

let stage: TestStage

const ask = <Output>(op: string, input: object = {}) =>
  stage.data<Output>('supervisor-1', `supervision.${op}`, input)

type Parts = { numerator: number; denominator: number }

/** Every ticket behind a figure, page by page. */
async function behind(query: object, limit = 3): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | undefined; ;) {
    const page: TicketList = await ask('list', { ...query, limit, ...(cursor && { cursor }) })
    ids.push(...page.tickets.map(({ _id }) => _id))
    cursor = page.cursor
    if (cursor === undefined) return ids
  }
}

/** Four calls of one morning: answered and praised, taken on, left alone, and one nobody knows the unit of. */
beforeAll(async () => {
  stage = await aStage()
  const answered = await stage.submit('resident-1')
  const taken = await stage.submit('resident-2')
  await stage.submit('resident-3')
  await stage.submit('resident-4', { serviceCode: undefined, description: '有一件说不清的事想问问。' })
  await stage.pass(hour)
  for (const { ticketId } of [answered, taken]) await stage.act(lightContact, 'acknowledge', ticketId)
  await stage.act(lightContact, 'contactResident', answered.ticketId, { how: 'phone', note: '已联系' })
  await stage.act(lightContact, 'reply', answered.ticketId, {
    text: '三号门口的路灯已经换好，今晚会亮，请您放心。',
    publish: true,
  })
  await stage.act('dispatcher-1', 'review', answered.ticketId, { approve: true, text: '属实' })
  await stage.act('resident-1', 'evaluate', answered.ticketId, {
    contacted: true,
    solved: true,
    grade: 'satisfied',
  })
  await stage.pass(60_000)
})
afterAll(() => stage.cloud.stop())

describe('today at a glance', () => {
  test('every figure is as long as the list that it opens, of the district and of each unit', async () => {
    const { standing, departments, streets, services } = await ask<OverviewOutput>('overview')
    expect(standing).toMatchObject({ open: 3, unacknowledged: 1, uncontacted: 1, 'status:submitted': 1 })
    for (const [figure, count] of Object.entries(standing))
      expect([figure, (await behind({ figure })).length]).toEqual([figure, count])
    const rows = [
      ...departments.map(({ id, counts }) => ({ departmentId: id, counts })),
      ...streets.map(({ id, counts }) => ({ streetId: id, counts })),
      ...services.map(({ id, counts }) => ({ serviceCode: id, counts })),
    ]
    for (const { counts, ...scope } of rows) {
      const figure: StandingId = 'open'
      expect([scope, (await behind({ figure, ...scope })).length]).toEqual([scope, counts.open])
      expect((await ask<OverviewOutput>('overview', scope)).standing).toEqual(counts)
    }
  })

  test('costs three round trips, however often it is asked', async () => {
    await ask('overview')
    const { actions } = stage.cloud.meter.last('supervision.overview')!
    expect(actions.length).toBeLessThanOrEqual(4)
  })
})

describe('the tickets behind a rate', () => {
  /** What stands on pages is after 剔除; what it was before is a list of its own. */
  async function listed(id: KpiId, { numerator, denominator }: Parts, query: object) {
    // Minutes, not tickets.
    if (id === 'timeUsed') return
    const counted = async (part: string) => (await behind({ figure: id, part, ...june, ...query }, 50)).length
    expect([id, query, await counted('numerator'), await counted('denominator')]).toEqual([
      id,
      query,
      numerator,
      denominator,
    ])
  }

  const scopes = { department: 'departmentId', street: 'streetId', service: 'serviceCode' } as const

  /** Of every unit, street and service in the comparison, each number on its row. */
  async function everyRowAgrees() {
    let compared = 0
    for (const by of ['department', 'street', 'service'] as const) {
      const { rows } = await ask<CompareOutput>('compare', { ...june, by })
      for (const row of rows) {
        const scope = { [scopes[by]]: row.id }
        const late = await behind({ figure: 'openOverdue', ...june, ...scope })
        expect([scope, late.length]).toEqual([scope, row.openOverdue])
        for (const [id, figure] of Object.entries(row.figures) as [KpiId, Parts & { before?: Parts }][]) {
          await listed(id, figure, { ...scope, excluded: false })
          if (figure.before) await listed(id, figure.before, scope)
          compared += figure.denominator
        }
      }
    }
    return compared
  }

  test('are as many as its numerator and denominator, of the same day and a month later', async () => {
    const agree = async () => {
      const { all, kpis } = await ask<CompareOutput>('compare', { ...june, by: 'department' })
      for (const { id } of kpis) {
        const rate = (which: 'before' | 'after') => all[which].rates.find((one) => one.id === id)!
        await listed(id, rate('before'), {})
        await listed(id, rate('after'), { excluded: false })
      }
      const late = await behind({ figure: 'openOverdue', ...june })
      expect(late.length).toBe(all.openOverdue)
      return all
    }
    expect((await agree()).after.rates.find(({ id }) => id === 'satisfaction')).toMatchObject({
      numerator: 1,
      denominator: 1,
      ranked: false,
      interval: expect.any(Array) as unknown,
    })
    await stage.pass(12 * day)
    const later = await agree()
    expect(later.openOverdue).toBeGreaterThan(0)
    const [late] = await behind({ figure: 'openOverdue', ...june })
    const exemption = { of: 'reply:1', code: 'objective', evidence: '抢修记录' } as const
    await stage.act('supervisor-1', 'exempt', late!, exemption)
    await stage.pass(day)
    const { before, after } = await agree()
    const due = (sheet: typeof before) => sheet.rates.find(({ id }) => id === 'repliedInTime')?.denominator
    expect(due(before)).toBe((due(after) ?? 0) + 1)
    expect(await everyRowAgrees()).toBeGreaterThan(20)
  }, 120_000)

  test('the late ones are a list of their own', async () => {
    const late = await behind({ figure: 'repliedInTime', part: 'rest', ...june })
    const { all } = await ask<CompareOutput>('compare', { ...june, by: 'street' })
    const { numerator, denominator } = all.before.rates.find(({ id }) => id === 'repliedInTime')!
    expect(late.length).toBe(denominator - numerator)
  })
})

test('trend, comparison and flow tell the same of the same days', async () => {
  const { rows, all } = await ask<CompareOutput>('compare', { ...june, by: 'service' })
  const { points } = await ask<TrendOutput>('trend', { ...june, grain: 'day' })
  const period = await ask<TrendOutput>('trend', { ...june, grain: 'period' })
  const flow = await ask<FlowOutput>('flow', june)
  const calls = points.reduce((sum, point) => sum + point.calls, 0)
  expect(calls).toBe(4)
  expect(period.points.map((point) => point.calls)).toEqual([4])
  expect(flow.funnel.find(({ id }) => id === 'calls')?.count).toBe(4)
  expect(flow.heat.flatMap(({ hours }) => hours).reduce((sum, n) => sum + n, 0)).toBe(4)
  expect(await behind({ figure: 'calls', ...june, hour: 9 })).toHaveLength(4)
  for (const { id, count } of flow.funnel)
    expect([id, (await behind({ figure: id, ...june })).length]).toEqual([id, count])
  for (const { streetId, hours } of flow.heat)
    for (const [hour, count] of hours.entries())
      if (count > 0) expect(await behind({ figure: 'calls', ...june, streetId, hour })).toHaveLength(count)
  for (const { from, to, figures } of points)
    for (const [id, { denominator }] of Object.entries(figures))
      if (id !== 'timeUsed')
        expect([from, id, (await behind({ figure: id, from, to, excluded: false })).length]).toEqual([
          from,
          id,
          denominator,
        ])
  const due = (values: { repliedInTime?: { denominator: number } }[]) =>
    values.reduce((sum, { repliedInTime }) => sum + (repliedInTime?.denominator ?? 0), 0)
  const whole = all.after.rates.find(({ id }) => id === 'repliedInTime')!.denominator
  expect(due(rows.map(({ figures }) => figures))).toBe(whole)
  expect(due(points.map(({ figures }) => figures))).toBe(whole)
})

test('whoever handles calls reads neither figures nor what is behind them', async () => {
  for (const op of ['overview', 'trend', 'compare', 'flow', 'list'])
    expect([
      op,
      await stage.call(lightContact, `supervision.${op}`, { by: 'street', figure: 'overdue' }),
    ]).toEqual([
      op,
      expect.objectContaining({ error: expect.objectContaining({ code: 'NOT_ALLOWED' }) as unknown }),
    ])
  expect(await stage.call('leader-1', 'supervision.list', { figure: 'overdue' })).toMatchObject({ ok: false })
})

test.each([
  ['a figure that there is not', 'list', { figure: 'luck' }],
  ['the rest of a figure that has none', 'list', { figure: 'hops', part: 'rest' }],
  ['two scopes at once', 'overview', { departmentId: 'a', streetId: 'b' }],
  ['an end before the beginning', 'flow', { from: '2026-06-02', to: '2026-06-01' }],
  ['days of years ago, one by one', 'trend', { from: '2020-01-01', to: '2020-02-01' }],
])('%s is refused', async (_, op, input) => {
  expect(await stage.call('supervisor-1', `supervision.${op}`, input)).toMatchObject({
    error: { code: 'INVALID_INPUT' },
  })
})

test('what the night finds is listed in the morning, once a week', async () => {
  for (let n = 0; n < 8; n++)
    await stage.submit(`resident-${40 + n}`, { place: { areaId: 'grid-0101-1', address: '三号门口' } })
  // Elsewhere, of the same service: not behind it.
  await stage.submit('resident-39', { place: { areaId: 'grid-0101-2', address: '后门' } })
  await stage.pass(2 * day)
  const { warnings } = await ask<WarningList>('warnings')
  const [repeated, ...others] = warnings.filter(({ kind }) => kind === 'repeatedMatter')
  expect(others).toEqual([])
  expect(repeated).toMatchObject({ scope: { serviceCode: 'street-light' }, query: { figure: 'calls' } })
  expect(repeated?.text).toContain('8 件')
  expect(await behind(repeated!.query!)).toHaveLength(8)
  expect(await stage.call(lightContact, 'supervision.warnings')).toMatchObject({
    error: { code: 'NOT_ALLOWED' },
  })
})

test('no query of all this scans', () => stage.cloud.meter.assertClean())
