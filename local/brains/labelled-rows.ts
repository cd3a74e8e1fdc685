import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

export interface MessageRow {
  id: string
  subject: string
  detail: string
  /** Absent where nobody has said. */
  label?: string
  /** The cross-validation split that came with the rows; absent where the command is to make one. */
  fold?: number
  /** Rows that say the same thing share it, so that a split can keep them together. */
  group?: string
  /** Every column as it stood, for commands that read more. */
  columns: Readonly<Record<string, string>>
}

/** A row that couldn't be read. Lines count from 1, the header's. */
export interface BadRow {
  line: number
  because: string
}

/** BOM, stray quotes and short or long rows are borne; a row without any text is named by its line. */
export function readMessageRows(file: string): { rows: MessageRow[]; bad: BadRow[] } {
  return parseMessageRows(readFileSync(file, 'utf8'))
}

export function parseMessageRows(text: string): { rows: MessageRow[]; bad: BadRow[] } {
  const bad: BadRow[] = []
  const records = parse(text, {
    columns: (header: string[]) => header.map((name) => name.trim()),
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    info: true,
    on_skip: (error) => {
      bad.push({ line: Number(error?.lines ?? 0), because: error?.message.split('\n')[0] ?? 'unreadable' })
      return undefined
    },
  }) as unknown as { info: { lines: number }; record: Record<string, string> }[]
  const rows: MessageRow[] = []
  for (const { info, record } of records) {
    const row = rowOf(record)
    if (row) rows.push(row)
    else bad.push({ line: info.lines, because: 'neither subject nor detail' })
  }
  return { rows, bad }
}

function rowOf(columns: Record<string, string>): MessageRow | undefined {
  const subject = columns.subject?.trim() ?? ''
  const detail = columns.detail?.trim() ?? ''
  if (subject === '' && detail === '') return undefined
  return {
    id: columns.row_id || columns.id || '',
    subject,
    detail,
    columns,
    ...(columns.label && { label: columns.label.trim() }),
    ...(columns.fold && { fold: Number(columns.fold) }),
    ...(columns.group && { group: columns.group }),
  }
}
