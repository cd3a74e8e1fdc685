import { describe, expect, test } from 'vitest'
import {
  cellWords,
  csvOf,
  readTable,
  safeCell,
} from '../../../cloudfunctions/domain/statistics/report/cell-words'
import { kpiDefinitions } from '../../../cloudfunctions/domain/statistics/report/definitions'
import { reportsOwed } from '../../../cloudfunctions/domain/statistics/report/report-spans'
import { topicTable } from '../../../cloudfunctions/domain/statistics/report/report-tables'
import { kpis } from '../../../cloudfunctions/domain/statistics/kpis'
import { kpiTerms } from '../../../miniprogram/oversight/terms'
import type { CompareRow } from '../../../typings/contract/supervision'
import type { ReportTable } from '../../../typings/contract/report'

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+86 1390000', "'+86 1390000"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1+1', "' =1+1"],
  ['\t=1', "'\t=1"],
  ['-12', '-12'],
  ['-1.5%', '-1.5%'],
  ['甲，乙', '甲，乙'],
  ['a,b', '"a,b"'],
  ['两行\n字', '"两行\n字"'],
])('a CSV cell of %j is written as %j: never a formula', (words, written) => {
  expect(safeCell(words)).toBe(written)
})

test.each([
  [null, 'share', '—'],
  [0.9854, 'share', '98.5%'],
  [1, 'share', '100%'],
  [179.1, 'count', '179.1'],
  [1.256, 'times', '1.26'],
  ['样本少', 'share', '样本少'],
] as const)('%s as %s reads %s', (value, form, words) => {
  expect(cellWords(value, form)).toBe(words)
})

describe('a table', () => {
  const table: ReportTable = {
    id: 't',
    name: '各单位',
    note: '说明',
    columns: [
      { name: '名称', form: 'words' },
      { name: '满意率', form: 'share' },
      { name: '分子', form: 'count', parts: true },
      { name: '分母', form: 'count', parts: true },
      { name: '超时', form: 'count' },
    ],
    rows: [
      ['甲', 0.8955, 179.1, 200, 0],
      ['乙', null, 0, 0, 3],
    ],
  }

  test('on a page has numerator and denominator in the cell of their figure', () => {
    expect(readTable(table)).toMatchObject({
      columns: ['名称', '满意率', '超时'],
      rows: [
        ['甲', '89.6% 179.1/200', '0'],
        ['乙', '— 0/0', '3'],
      ],
    })
  })

  test('in CSV has a line a row, and the mark of UTF-8', () => {
    const csv = csvOf([table])
    expect(csv.startsWith('\uFEFF各单位\r\n说明\r\n名称,满意率,分子,分母,超时\r\n')).toBe(true)
    expect(csv).toContain('甲,89.6%,179.1,200,0\r\n')
  })
})

test.each([
  ['a Monday', '2026-06-08', 1, 'week:2026-06-01', 'month:2026-05'],
  ['a Sunday', '2026-06-14', 1, 'week:2026-06-01', 'month:2026-05'],
  ['the first of a year', '2027-01-01', 1, 'week:2026-12-21', 'month:2026-12'],
  ['the 19th, where periods begin on it', '2026-06-19', 19, 'week:2026-06-08', 'month:2026-06'],
  ['the day before', '2026-06-18', 19, 'week:2026-06-08', 'month:2026-05'],
])('on %s the last whole week and period are owed', (_, today, startsOn, week, month) => {
  expect(reportsOwed(today, startsOn).map(({ reportId }) => reportId)).toEqual([week, month])
})

test('candidates for 每月一题 are what is called about most and grew most, before and after beside each other', () => {
  const row = (id: string, tickets: number) => ({ id, name: id, tickets }) as CompareRow
  const now = [row('路灯', 30), row('噪声', 25), row('停水', 2), row('垃圾', 20)]
  const before = [row('路灯', 30), row('噪声', 5), row('垃圾', 28)]
  expect(topicTable(now, before).rows).toEqual([
    ['噪声', 25, 5, 20],
    ['路灯', 30, 30, 0],
    ['垃圾', 20, 28, -8],
  ])
})

test('phone and report say the same of every figure', () => {
  for (const { id, name } of kpis) {
    const { above, below, name: said } = kpiTerms[id]
    expect([said, above, below]).toEqual([name, kpiDefinitions[id].above, kpiDefinitions[id].below])
  }
})
