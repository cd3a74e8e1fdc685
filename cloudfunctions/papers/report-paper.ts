import type { ReadTable, Report } from '../../typings/contract/report'
import { localDate } from '../domain/calendar/local-time'
import { readTable } from '../domain/statistics/report/cell-words'
import { drawPdf } from '../platform/pdf/draw-pdf'
import type { Paper } from '../platform/pdf/paper'

/** The report on A4, as its page shows it. */
export function reportPdf(report: Report, tenantName: string, font?: string): Promise<Buffer> {
  const { name, asOf, methodVersion } = report
  const head = {
    title: `${tenantName}  ${name}`,
    foot: `截至 ${localDate(asOf)}，口径第 ${methodVersion} 版`,
    at: asOf,
  }
  return drawPdf(head, (paper) => drawReport(paper, report), font)
}

function drawReport(paper: Paper, { sentences, tables, definitions }: Report) {
  for (const sentence of sentences) paper.text(sentence)
  for (const table of tables.map(readTable)) drawTable(paper, table)
  paper.heading('怎么算的')
  paper.table(
    [0.24, 0.76],
    ['指标', '算法'],
    definitions.map(({ name, formula }) => [name, formula]),
  )
}

function drawTable(paper: Paper, { name, note, columns, rows }: ReadTable) {
  paper.heading(name)
  if (note) paper.remark(note)
  if (rows.length === 0) paper.text('这段时间没有。')
  else paper.table(widthsOf(columns), columns, rows)
}

/** Shares of the line: the first column holds names. */
function widthsOf(columns: readonly string[]): number[] {
  const first = columns.length > 5 ? 0.2 : 0.34
  return columns.map((_, index) => (index === 0 ? first : (1 - first) / (columns.length - 1)))
}
