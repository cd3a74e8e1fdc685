import type { ColumnForm, ReadTable, ReportTable } from '../../../../typings/contract/report'

/** A value as people read it, on paper and in CSV. */
export function cellWords(value: string | number | null, form: ColumnForm): string {
  if (value === null) return '—'
  if (typeof value === 'string') return value
  if (form === 'share') return `${trimmed(value * 100, 1)}%`
  return trimmed(value, form === 'times' ? 2 : 1)
}

/** Half up in decimals; the small step absorbs what binary fractions lose. */
function trimmed(value: number, places: number): string {
  const scale = 10 ** places
  return String(Math.round(value * scale + 1e-9) / scale)
}

export const rowWords = ({ columns }: ReportTable, row: ReportTable['rows'][number]): string[] =>
  columns.map(({ form }, index) => cellWords(row[index] ?? null, form))

/** On a page numerator and denominator stand in the cell of their figure. */
export function readTable(table: ReportTable): ReadTable {
  const { id, name, note, columns } = table
  const isParts = (index: number) => columns[index]?.parts === true
  const shown = columns.flatMap((column, index) => (isParts(index) ? [] : [{ column, index }]))
  return {
    id,
    name,
    ...(note && { note }),
    columns: shown.map(({ column }) => column.name),
    rows: table.rows.map((row) => {
      const words = rowWords(table, row)
      return shown.map(({ index }) =>
        isParts(index + 1) && isParts(index + 2)
          ? `${words[index]} ${words[index + 1]}/${words[index + 2]}`
          : (words[index] ?? ''),
      )
    }),
  }
}

/** A cell that a spreadsheet would take for a formula is given an apostrophe, by which it stays words (CSV injection). */
export function safeCell(words: string): string {
  const inert = /^[\s]*[=+\-@\t\r]/.test(words) && !/^-?\d+(\.\d+)?%?$/.test(words) ? `'${words}` : words
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** With the mark by which spreadsheets know UTF-8. */
export function csvOf(tables: readonly ReportTable[]): string {
  const lines = tables.flatMap((table) => [
    [table.name],
    ...(table.note ? [[table.note]] : []),
    table.columns.map(({ name }) => name),
    ...table.rows.map((row) => rowWords(table, row)),
    [],
  ])
  return `\uFEFF${lines.map((cells) => cells.map(safeCell).join(',')).join('\r\n')}\r\n`
}
