import type { DepartmentClass } from './directory'
import type { TicketStatus } from './ticket'
import type { LocalDate, Timestamp } from './time'

export type KpiId =
  | 'acknowledgedInTime'
  | 'contactedFirst'
  | 'response'
  | 'repliedInTime'
  | 'resolution'
  | 'satisfaction'
  | 'returned'
  | 'reworked'
  | 'extended'
  | 'hops'
  | 'calledBack'
  | 'timeUsed'
  | 'onTheSpot'
  /** Of a unit that was called in (协办、被吹哨), and of the street that called (吹哨). */
  | 'coTasksInTime'
  | 'whistlesAnswered'

export interface RateOutput {
  id: KpiId
  name: string
  form: 'share' | 'times'
  numerator: number
  denominator: number
  /** Null where there is nothing to divide by: shown as “—”. */
  value: number | null
  interval?: readonly [number, number]
  ranked: boolean
}

interface RatesAndScore {
  rates: readonly RateOutput[]
  score: { value: number | null; ranked: boolean }
}

/** Every KPI of norms.md §4, before and after 剔除. */
export interface RateSheetOutput {
  methodVersion: number
  before: RatesAndScore
  after: RatesAndScore
  invalidCallbacks: number
  openOverdue: number
}

/** Cuts a figure to one unit, street or service; at most one of them. */
export interface FigureScope {
  departmentId?: string
  streetId?: string
  serviceCode?: string
}

/** Days, ends included; the present assessment period where absent. */
export interface FigureSpan {
  from?: LocalDate
  to?: LocalDate
}

/** Asked at `asOf`. Today's part was counted when the overview's `asOf` says: at most half an hour before. */
interface Counted extends Required<FigureSpan> {
  asOf: Timestamp
}

export interface RatesOutput extends Counted {
  all: RateSheetOutput
  departments: readonly {
    departmentId: string
    name: string
    class: DepartmentClass
    sheet: RateSheetOutput
  }[]
}

/** Open tickets as they stand: each is a list that `supervision.list` opens by the same id. */
export type StandingId =
  | 'open'
  | 'dueToday'
  | 'overdue'
  | 'unacknowledged'
  | 'uncontacted'
  | `status:${TicketStatus}`
  /** Whole days since submission, the youngest first: `ages` of the overview says which. */
  | `age:${number}`

/** A stage of the funnel: what happened in the span, each on its own day. */
export type FlowId = 'calls' | 'dispatched' | 'acknowledged' | 'contacted' | 'answered' | 'heard' | 'solved'

export interface StandingRow {
  id: string
  name: string
  class?: DepartmentClass
  counts: Readonly<Partial<Record<StandingId, number>>>
}

export interface OverviewOutput {
  methodVersion: number
  scope: FigureScope
  /** 今日一览, counted at this instant. */
  asOf: Timestamp
  standing: Readonly<Partial<Record<StandingId, number>>>
  /** 账龄: bounds in whole days since submission; the last has no end. */
  ages: readonly { id: StandingId; fromDays: number; toDays?: number }[]
  /** Where the open tickets lie, those with most overdue first; only what has any. Empty in a scope. */
  departments: readonly StandingRow[]
  streets: readonly StandingRow[]
  services: readonly StandingRow[]
  /** The present assessment period so far. */
  period: Required<FigureSpan> & { id: string }
  sheet: RateSheetOutput
  /** Assessment periods, oldest first, the present one last. */
  trend: readonly TrendPoint[]
}

export interface FigureValue {
  numerator: number
  denominator: number
  value: number | null
  interval?: readonly [number, number]
  ranked: boolean
  /** Before 剔除, where anything was excluded. */
  before?: { numerator: number; denominator: number; value: number | null }
}

/** Figures after 剔除 by KPI; one without a denominator is absent and shown as “—”. */
export type FigureValues = Readonly<Partial<Record<KpiId, FigureValue>>>

export interface TrendPoint extends Required<FigureSpan> {
  figures: FigureValues
  score: { value: number | null; ranked: boolean }
  calls: number
}

export interface TrendOutput extends Counted {
  grain: 'day' | 'period'
  points: readonly TrendPoint[]
}

export type Volume = 'small' | 'middle' | 'large'

export interface CompareRow {
  id: string
  name: string
  class?: DepartmentClass
  /** By dispatches in the span, in thirds of the class. Units are compared with those of the same class and volume. */
  volume: Volume
  tickets: number
  figures: FigureValues
  score: { value: number | null; ranked: boolean }
  openOverdue: number
  invalidCallbacks: number
  /** By the score inside class and volume, 1 is best; absent where the sample is too small or nobody is there to compare with. */
  rank?: { place: number; of: number }
}

export interface CompareOutput extends Counted {
  methodVersion: number
  by: 'department' | 'street' | 'service'
  /** Names of the KPIs by id, in their order. */
  kpis: readonly { id: KpiId; name: string; form: 'share' | 'times' }[]
  all: RateSheetOutput
  rows: readonly CompareRow[]
}

export interface FlowOutput extends Counted {
  funnel: readonly { id: FlowId; name: string; count: number }[]
  /** Calls by street and local hour of submission: 24 numbers a street. Of one street in the scope of one. */
  heat: readonly { streetId: string; name: string; hours: readonly number[] }[]
  /** The span before of the same length, for comparison. */
  callsBefore: number
}

/** Fell due in the span and is not answered yet. */
export type ArrearsId = 'openOverdue'

/**
 * The tickets behind a number. `part` of a KPI: what counted above the line, all below it, or below but not above;
 * figures are given before 剔除 unless `excluded` is false.
 */
export interface FigureQuery extends FigureScope, FigureSpan {
  figure: KpiId | FlowId | ArrearsId | StandingId
  part?: 'numerator' | 'denominator' | 'rest'
  excluded?: boolean
  /** Of calls: the very place, beside a service. */
  areaId?: string
  /** Of calls: the local hour of submission, a cell of the heat. */
  hour?: number
}

export type WarningKind =
  | 'driftingLate'
  | 'surge'
  | 'repeatedMatter'
  | 'gradeBurst'
  | 'gradesAboveClass'
  | 'missingContact'
  | 'uncoveredYear'
  /** 回访结果不一致: asked a second time, somebody says another thing. */
  | 'otherAnswer'

/** 预警: something that somebody should look at; never a judgement. One a kind, subject and week. */
export interface Warning {
  /** `<kind>:<subject>:<Monday>`. */
  _id: string
  kind: WarningKind
  /** What it is about: a department, street or service; absent where it is about the whole. */
  scope: FigureScope
  day: LocalDate
  at: Timestamp
  /** In Chinese, with the numbers that raised it. */
  text: string
  /** Opens the tickets behind it; absent where there are none. */
  query?: FigureQuery
  /** Where it is about one ticket. */
  ticketId?: string
}

export interface WarningList {
  warnings: readonly Warning[]
  cursor?: string
  now: Timestamp
}

/** What everybody may read of the district's figures: numerators and denominators, no unit apart from another. */
export interface OpenRatesOutput extends Required<FigureSpan> {
  asOf: Timestamp
  before: readonly RateOutput[]
  after: readonly RateOutput[]
  openOverdue: number
  invalidCallbacks: number
  /** Where the same may be read by programs, and files by month; absent where the tenant gives none. */
  openDataUrl?: string
}

/** An assessment period as it was published, and what has been corrected since. Without `asOf` it is not published. */
export interface PublishedOutput extends Required<FigureSpan> {
  methodVersion?: number
  asOf?: Timestamp
  all?: RateSheetOutput
  corrections: readonly { at: Timestamp; all: RateSheetOutput }[]
}
