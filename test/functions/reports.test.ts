import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cellWords } from '../../cloudfunctions/domain/statistics/report/cell-words'
import { composeReport } from '../../cloudfunctions/domain/statistics/report/compose-report'
import type { ClimbingOutput } from '../../typings/contract/climbing'
import type { PaperFile } from '../../typings/contract/papers'
import type { ReadReport, ReportBrief, ReportForm } from '../../typings/contract/report'
import { aStage, lightContact, type TestStage } from '../support/stage'

const day = 24 * 3_600_000

let stage: TestStage

const ask = <Output>(op: string, input: object = {}, who = 'supervisor-1') =>
  stage.data<Output>(who, `supervision.${op}`, input)

const reportIds = async () =>
  (await ask<{ reports: ReportBrief[] }>('reports')).reports.map(({ reportId }) => reportId)

async function fileOf(reportId: string, form: ReportForm): Promise<{ content: Buffer; fileId: string }> {
  const { fileId } = await stage.data<PaperFile>('supervisor-1', 'papers.report', { reportId, form })
  const listed = await fetch(`${stage.cloud.url}/files`, {
    method: 'POST',
    body: JSON.stringify({ fileList: [fileId] }),
  })
  const { data } = (await listed.json()) as { data: { fileList: { tempFileURL: string }[] } }
  const file = await fetch(data.fileList[0]?.tempFileURL ?? '')
  return { content: Buffer.from(await file.arrayBuffer()), fileId }
}

/** Monday 1 June: one call is answered and praised, one is forgotten; then ten days go by. */
beforeAll(async () => {
  stage = await aStage()
  const good = await stage.submit('resident-1')
  await stage.submit('resident-2')
  await stage.act(lightContact, 'acknowledge', good.ticketId)
  await stage.act(lightContact, 'contactResident', good.ticketId, { how: 'phone', note: '已联系' })
  await stage.act(lightContact, 'reply', good.ticketId, { text: '灯已换好，今晚亮。', publish: false })
  await stage.act('dispatcher-1', 'review', good.ticketId, { approve: true, text: '清楚' })
  const grade = { contacted: true, solved: true, grade: 'satisfied' as const }
  await stage.act('resident-1', 'evaluate', good.ticketId, grade)
  await stage.pass(10 * day)
}, 60_000)
afterAll(() => stage.cloud.stop())

test('the ladder tells what climbs on a day, why, and then what waits for an answer', async () => {
  const raised = async () => {
    const { tickets, names } = await ask<ClimbingOutput>('climbing')
    expect(names['city-management']).toContain('城市管理')
    return tickets[0]
  }
  const before = await raised()
  const raise = { action: 'raise', clock: 'reply', chargedTo: 'city-management' }
  expect(before?.climbs).toContainEqual(expect.objectContaining({ ...raise, fired: false }))
  expect(before?.unanswered).toEqual([])
  await stage.pass(day / 2)
  const after = await raised()
  expect(after?.climbs).toContainEqual(expect.objectContaining({ ...raise, fired: true }))
  expect(after?.unanswered).toEqual([expect.objectContaining({ level: 'raise', by: 'ladder' })])
  expect(await stage.call(lightContact, 'supervision.climbing')).toMatchObject({
    error: { code: 'NOT_ALLOWED' },
  })
})

describe('reports by schedule', () => {
  test('the last whole week and the last whole month are there, each once', async () => {
    const ids = await reportIds()
    expect(ids.filter((id) => id === 'week:2026-06-01')).toHaveLength(1)
    expect(ids.filter((id) => id === 'month:2026-05')).toHaveLength(1)
    expect(ids).not.toContain('week:2026-06-08')
  })

  test('a week is told in sentences and tables, numerator and denominator beside each figure', async () => {
    const report = await ask<ReadReport>('report', { reportId: 'week:2026-06-01' })
    expect(report).toMatchObject({ from: '2026-06-01', to: '2026-06-07', by: 'schedule' })
    expect(report.sentences[0]).toBe('群众提出 2 件，和前一段同样长的时间比，多 2 件。')
    const kpis = report.tables.find(({ id }) => id === 'kpis')
    expect(kpis?.columns).toEqual(['指标', '剔除后', '剔除前'])
    expect(kpis?.rows).toContainEqual(['响应率', '100% 1/1', '100% 1/1'])
    expect(kpis?.rows).toContainEqual(['重办率', '0% 0/1', '0% 0/1'])
    expect(report.definitions.map(({ name }) => name)).toEqual(expect.arrayContaining(['响应率', '剔除']))
  })

  test('what becomes known later does not change it', async () => {
    const before = await ask<ReadReport>('report', { reportId: 'week:2026-06-01' })
    await stage.submit('resident-3')
    await stage.pass(2 * day)
    expect(await ask<ReadReport>('report', { reportId: 'week:2026-06-01' })).toEqual(before)
  })
})

describe('a report by hand', () => {
  let made: ReportBrief
  beforeAll(async () => {
    made = await ask<ReportBrief>('makeReport', { from: '2026-06-01', to: '2026-06-09' })
  })

  test('comes first in the list, and is made of the days asked for', async () => {
    expect((await reportIds())[0]).toBe(made.reportId)
    expect(made).toMatchObject({ kind: 'days', name: '报告 2026 年 6 月 1 日 – 6 月 9 日', by: 'person' })
  })

  test('as .xlsx has the very numbers of the page, as numbers', async () => {
    const page = await ask<ReadReport>('report', { reportId: made.reportId })
    const { content } = await fileOf(made.reportId, 'xlsx')
    const sheets = await readExcelFile(content)
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      '说明',
      ...page.tables.map(({ name }) => name),
      '怎么算的',
    ])
    const kpis = sheets.find(({ sheet }) => sheet === '各项指标')?.data ?? []
    const value = (cell: unknown, form: 'share' | 'count') =>
      typeof cell === 'number' ? cellWords(cell, form) : String(cell)
    const shown = kpis
      .slice(1)
      .filter((row) => row.filter((cell) => cell !== null).length > 1)
      .map(([name, after, n, d, before, nBefore, dBefore]) => [
        name,
        `${value(after, 'share')} ${value(n, 'count')}/${value(d, 'count')}`,
        `${value(before, 'share')} ${value(nBefore, 'count')}/${value(dBefore, 'count')}`,
      ])
    expect(shown).toEqual(page.tables.find(({ id }) => id === 'kpis')?.rows)
    expect(shown).toContainEqual(['按时办结率', '50% 1/2', '50% 1/2'])
    const departments = sheets.find(({ sheet }) => sheet === '各承办单位')?.data ?? []
    expect(departments.flat()).toContain(0.5)
  })

  test('as PDF is drawn once and kept', async () => {
    const first = await fileOf(made.reportId, 'pdf')
    expect(first.content.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await fileOf(made.reportId, 'pdf')).fileId).toBe(first.fileId)
  })

  test('of days that end before they begin, or of more than a year, is refused', async () => {
    for (const span of [
      { from: '2026-06-02', to: '2026-06-01' },
      { from: '2024-01-01', to: '2026-06-01' },
    ])
      expect(await stage.call('supervisor-1', 'supervision.makeReport', span)).toMatchObject({
        error: { code: 'INVALID_INPUT' },
      })
  })

  test('is for those who answer for the whole', async () => {
    const asked = [
      ['supervision.reports', {}],
      ['supervision.report', { reportId: made.reportId }],
      ['papers.report', { reportId: made.reportId, form: 'csv' }],
    ] as const
    for (const [op, input] of asked)
      expect(await stage.call(lightContact, op, input)).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
  })
})

test('a report of nothing has its definitions and no number out of nothing', () => {
  const rate = { score: { value: null, ranked: false }, rates: [] }
  const report = composeReport(
    { reportId: 'week:x', kind: 'week', name: '周报', from: '2026-06-01', to: '2026-06-07' },
    'schedule',
    {
      asOf: 0,
      all: { methodVersion: 3, before: rate, after: rate, invalidCallbacks: 0, openOverdue: 0 },
      flow: { funnel: [], callsBefore: 0 },
      departments: [],
      streets: [],
      services: [],
      servicesBefore: [],
    },
    { score: { response: 0.1, resolution: 0.5, satisfaction: 0.4 } },
  )
  expect(report.tables[0]?.rows[0]).toEqual(['按时签收率', null, 0, 0, null, 0, 0])
  expect(report.definitions.at(-1)?.name).toBe('比较')
})
