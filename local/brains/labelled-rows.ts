import { readFileSync } from 'node:fs'
import { csvRecords, type BadRow } from './csv-records'

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

/** Rows with a subject or a detail; the others are named by their lines. */
export function readMessageRows(file: string): { rows: MessageRow[]; bad: BadRow[] } {
  return parseMessageRows(readFileSync(file, 'utf8'))
}

export function parseMessageRows(text: string): { rows: MessageRow[]; bad: BadRow[] } {
  const { records, bad } = csvRecords(text)
  const rows: MessageRow[] = []
  for (const { line, columns } of records) {
    const row = rowOf(columns)
    if (row) rows.push(row)
    else bad.push({ line, because: 'neither subject nor detail' })
  }
  return { rows, bad: bad.toSorted((one, other) => one.line - other.line) }
}

function rowOf(columns: Readonly<Record<string, string>>): MessageRow | undefined {
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
