import type { Cell, Sheet } from 'write-excel-file/node'
import type { ColumnForm, Report, ReportTable } from '../../typings/contract/report'
import { localTime } from '../domain/calendar/local-time'

const formats: Partial<Record<ColumnForm, string>> = { count: '#,##0.##', share: '0.0%', times: '0.00' }

/**
 * A sheet a table, numbers as numbers; first the sentences, last how everything is counted. Words are written as words: a
 * cell is never a formula here, whatever it begins with.
 */
export async function reportXlsx(report: Report): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return writeExcelFile([cover(report), ...report.tables.map(sheetOf), definitions(report)]).toBuffer()
}

type Row = Cell[]

const bold = (value: string): Cell => ({ type: String, value, fontWeight: 'bold' })
const words = (value: string): Cell => ({ type: String, value, wrap: true })

function cover({ name, from, to, asOf, methodVersion, sentences }: Report): Sheet<never> {
  const data: Row[] = [
    [bold(name)],
    [words(`${from} 至 ${to}，截至 ${localTime(asOf)}，口径第 ${methodVersion} 版`)],
    ...sentences.map((sentence): Row => [words(sentence)]),
  ]
  return { sheet: '说明', data, columns: [{ width: 90 }] }
}

function sheetOf({ name, note, columns, rows }: ReportTable): Sheet<never> {
  const data: Row[] = [
    columns.map((column) => bold(column.name)),
    ...rows.map((row) => columns.map(({ form }, index) => cellOf(row[index] ?? null, form))),
    ...(note ? [[words(note)]] : []),
  ]
  const width = (index: number) => (index === 0 ? 28 : 12)
  return {
    sheet: name,
    data,
    columns: columns.map((_, index) => ({ width: width(index) })),
    stickyRowsCount: 1,
  }
}

function cellOf(value: string | number | null, form: ColumnForm): Cell {
  if (value === null) return { type: String, value: '—', align: 'right' }
  if (typeof value === 'string') return { type: String, value }
  const format = formats[form]
  return { type: Number, value, ...(format && { format }) }
}

function definitions(report: Report): Sheet<never> {
  const data: Row[] = [
    [bold('指标'), bold('算法')],
    ...report.definitions.map(({ name, formula }): Row => [words(name), words(formula)]),
  ]
  return { sheet: '怎么算的', data, columns: [{ width: 24 }, { width: 70 }] }
}
