import type { LocalDate, Timestamp } from './time'

export type ReportKind = 'week' | 'month' | 'days'

/** What is kept of a report for its list. */
export interface ReportBrief {
  /** `week:2026-06-01`, `month:2026-06`, `days:2026-06-01:2026-06-10:<asOf>`: made once, never changed. */
  reportId: string
  kind: ReportKind
  name: string
  from: LocalDate
  to: LocalDate
  /** What was known then is what stands in it; later facts come into the next one. */
  asOf: Timestamp
  methodVersion: number
  by: 'schedule' | 'person'
}

/** How a column's values are written: a count, a share of one as per cent, how many times, or words. */
export type ColumnForm = 'words' | 'count' | 'share' | 'times'

/** As kept, and as it goes into a spreadsheet: numbers are numbers. */
export interface ReportTable {
  id: string
  name: string
  /** What to know before reading it. */
  note?: string
  /** `parts`: numerator and denominator of the column before it, beside which they are written on a page. */
  columns: readonly { name: string; form: ColumnForm; parts?: true }[]
  /** Null where there is nothing to divide by: “—”. */
  rows: readonly (readonly (string | number | null)[])[]
}

/** The same as people read it: `98.6% 71/72` in one cell. */
export interface ReadTable {
  id: string
  name: string
  note?: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
}

export interface Report extends ReportBrief {
  /** The whole in a few sentences. */
  sentences: readonly string[]
  tables: readonly ReportTable[]
  /** How each figure is counted, and from what. */
  definitions: readonly { name: string; formula: string }[]
}

/** `supervision.report`: what a page shows and a PDF prints. */
export interface ReadReport extends Omit<Report, 'tables'> {
  tables: readonly ReadTable[]
}

export type ReportForm = 'xlsx' | 'pdf' | 'csv'
