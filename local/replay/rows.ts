import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { localDate } from '../../cloudfunctions/domain/calendar/local-time'
import { readLocalTime } from './local-time-forms'

/** One message of the file and its answer. Instants in ms UTC. */
export interface Row {
  id: string
  user: string
  subject: string
  detail: string
  time: number
  /** Absent where nobody ever answered. */
  answer?: { text: string; at: number }
}

/** A row that can't be lived: which line, what is wrong; never what it says. */
export interface BadRow {
  line: number
  code:
    'COLUMN_MISSING' | 'TIME_UNREADABLE' | 'REPLY_BEFORE_CALL' | 'TEXT_MISSING' | 'ID_REPEATED' | 'CSV_BROKEN'
  column?: string
}

const columns = ['id', 'user', 'subject', 'time', 'detail', 'reply', 'reply_time'] as const

type Fields = Partial<Record<(typeof columns)[number], string>>

export async function readRows(file: string): Promise<{ rows: Row[]; bad: BadRow[] }> {
  const rows: Row[] = []
  const bad: BadRow[] = []
  const seen = new Set<string>()
  const parser = createReadStream(file).pipe(
    parse({ columns: true, bom: true, info: true, relax_column_count: true, skip_empty_lines: true }),
  )
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Fields
      info: { lines: number }
    }>) {
      const read = readRow(record, info.lines)
      if ('code' in read) bad.push(read)
      else if (seen.has(read.id)) bad.push({ line: info.lines, code: 'ID_REPEATED', column: 'id' })
      else {
        seen.add(read.id)
        rows.push(read)
      }
    }
  } catch (error) {
    const { lines, code } = error as { lines?: number; code?: string }
    if (!code?.startsWith('CSV_')) throw error
    bad.push({ line: lines ?? 0, code: 'CSV_BROKEN' })
  }
  return { rows, bad }
}

function readRow(fields: Fields, line: number): Row | BadRow {
  const missing = columns.find((column) => fields[column] === undefined)
  if (missing) return { line, code: 'COLUMN_MISSING', column: missing }
  const { id, user, subject, time, detail, reply, reply_time: replied } = fields as Required<Fields>
  if (id.trim() === '') return { line, code: 'TEXT_MISSING', column: 'id' }
  if (detail.trim() === '' && subject.trim() === '') return { line, code: 'TEXT_MISSING', column: 'detail' }
  const calledAt = readLocalTime(time)
  if (calledAt === undefined) return { line, code: 'TIME_UNREADABLE', column: 'time' }
  const row = { id, user, subject: subject.trim(), detail: detail.trim() || subject.trim(), time: calledAt }
  if (reply.trim() === '' && replied.trim() === '') return row
  if (reply.trim() === '') return { line, code: 'TEXT_MISSING', column: 'reply' }
  const repliedAt = readLocalTime(replied)
  if (repliedAt === undefined) return { line, code: 'TIME_UNREADABLE', column: 'reply_time' }
  // A bare date says only which day: on the day of the call it can't have been before the call.
  const sameDay = !replied.includes(':') && localDate(repliedAt) === localDate(calledAt)
  if (repliedAt < calledAt && !sameDay) return { line, code: 'REPLY_BEFORE_CALL', column: 'reply_time' }
  return { ...row, answer: { text: reply.trim(), at: Math.max(repliedAt, calledAt) } }
}
