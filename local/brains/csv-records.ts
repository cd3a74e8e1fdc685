import { parse } from 'csv-parse/sync'

export interface CsvRecord {
  /** Where it begins; the header stands on line 1. */
  line: number
  columns: Readonly<Record<string, string>>
}

/** A row that couldn't be read. */
export interface BadRow {
  line: number
  because: string
}

/** A quote that isn't closed within so many lines never will be. */
const longestRecord = 500

/**
 * Records of a CSV with a header, one at a time, so that one quote left open can't swallow the rows after it. BOM, CRLF,
 * line ends within quotes, stray quotes and short or long rows are borne; what can't be read is named by its line.
 */
export function csvRecords(text: string): { records: CsvRecord[]; bad: BadRow[] } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const records: CsvRecord[] = []
  const bad: BadRow[] = []
  let header: string[] | undefined
  for (let at = 0; at < lines.length;) {
    if (lines[at]!.trim() === '') {
      at++
      continue
    }
    const { fields, size } = recordAt(lines, at)
    if (!fields) bad.push({ line: at + 1, because: 'a quote is not closed' })
    else if (!header) header = fields.map((name) => name.trim())
    else records.push({ line: at + 1, columns: named(header, fields) })
    at += size
  }
  return { records, bad }
}

function recordAt(lines: readonly string[], at: number): { fields?: string[]; size: number } {
  let size = 1
  let joined = lines[at]!
  while (hasOpenQuote(joined) && size < longestRecord && at + size < lines.length) {
    joined += `\n${lines[at + size]!}`
    size++
  }
  const fields = hasOpenQuote(joined) ? undefined : fieldsOf(joined, false)
  if (fields) return { fields, size }
  const relaxed = hasOpenQuote(lines[at]!) ? undefined : fieldsOf(lines[at]!, true)
  return { ...(relaxed && { fields: relaxed }), size: 1 }
}

const hasOpenQuote = (text: string): boolean => (text.match(/"/g)?.length ?? 0) % 2 === 1

/** Undefined where it isn't one record. */
function fieldsOf(text: string, relaxed: boolean): string[] | undefined {
  try {
    const found = parse(text, { relax_column_count: true, relax_quotes: relaxed })
    return found.length === 1 ? found[0] : undefined
  } catch {
    return undefined
  }
}

const named = (header: readonly string[], fields: readonly string[]): Record<string, string> =>
  Object.fromEntries(header.flatMap((name, n) => (fields[n] === undefined ? [] : [[name, fields[n]]])))
