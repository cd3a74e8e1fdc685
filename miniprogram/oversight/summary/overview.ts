import type {
  FigureValue,
  KpiId,
  OverviewOutput,
  StandingId,
  TrendPoint,
} from '../../../typings/contract/supervision'
import type { Drawing } from '../chart/drawing'
import { changeWords, rounded, valueWords } from '../figures'
import { firstKpis, kpiTerms, type StandingName, standingTerms } from '../terms'
import { spanWords } from '../view'

export interface Glance {
  id: StandingName
  name: string
  count: number
  pressing: boolean
}

/** 今日一览: what stands open now, each a list. */
export const glanceOf = ({ standing }: OverviewOutput): Glance[] =>
  (Object.keys(standingTerms) as StandingName[]).map((id) => ({
    id,
    name: standingTerms[id],
    count: standing[id] ?? 0,
    pressing: id === 'overdue' && (standing[id] ?? 0) > 0,
  }))

/** A line of a table beside a drawing; a tap opens its tickets. */
export interface Row {
  id: StandingId
  departmentId?: string
  name: string
  words: string
}

export interface TrendRow {
  from: string
  to: string
  name: string
  /** In the order of `firstKpis`. */
  cells: { id: KpiId; value: string; parts: string; before: boolean; title: string }[]
}

const periodName = ({ to }: TrendPoint, index: number): string =>
  index === 0 || to.slice(5, 7) === '01'
    ? `${to.slice(2, 4)} 年 ${Number(to.slice(5, 7))} 月`
    : `${Number(to.slice(5, 7))} 月`

export function trendOf({ trend }: OverviewOutput) {
  const [last, present] = trend.slice(-2)
  // What lies before the first call says nothing.
  const started = trend.findIndex(({ calls, figures }) => calls > 0 || Object.keys(figures).length > 0)
  const points = started < 0 ? [] : trend.slice(started)
  const drawing: Drawing & { kind: 'lines' } = {
    kind: 'lines',
    along: points.map(periodName),
    unit: '%',
    lines: firstKpis.map((id) => ({
      name: kpiTerms[id].name,
      values: points.map(({ figures }) => percent(figures[id]?.value)),
    })),
  }
  const rows = points
    .map((point, index): TrendRow => ({
      from: point.from,
      to: point.to,
      name: periodName(point, index),
      cells: firstKpis.map((id) => ({
        id,
        value: valueWords(id, point.figures[id]?.value ?? null),
        parts: partsOf(point.figures[id]),
        before: point.figures[id]?.before !== undefined,
        title: `${kpiTerms[id].name}，${spanWords(point.from, point.to)}`,
      })),
    }))
    .reverse()
  const changes: Partial<Record<KpiId, string>> = Object.fromEntries(
    firstKpis.map((id) => [id, changeWords(present?.figures[id], last?.figures[id])]),
  )
  const drawn = drawing.lines.some(({ values }) => values.some((value) => value !== null))
  return { drawing: drawn ? drawing : null, rows, changes, words: trendWords(rows) }
}

const partsOf = (figure: FigureValue | undefined): string =>
  figure ? `${rounded(figure.numerator)} / ${figure.denominator}` : ''

/** In tenths of a per cent; a gap where there is nothing to divide by. */
const percent = (value: number | null | undefined): number | null =>
  typeof value !== 'number' ? null : Math.round(value * 1000) / 10

function trendWords(rows: readonly TrendRow[]): string {
  const [present] = rows
  if (!present) return ''
  const values = present.cells.map(({ id, value }) => `${kpiTerms[id].name} ${value}`).join('，')
  return `近 ${rows.length} 期走势图。本期 ${values}。逐期数字在下面的表里。`
}

export function agesOf({ ages, standing }: OverviewOutput) {
  const rows = ages.map(({ id, fromDays, toDays }): Row & { count: number } => ({
    id,
    name:
      toDays === undefined ? `${fromDays} 天以上` : fromDays === 0 ? '不到 1 天' : `${fromDays}–${toDays} 天`,
    words: `${standing[id] ?? 0} 件`,
    count: standing[id] ?? 0,
  }))
  return { ages: barsOf(rows), ageRows: rows.filter(({ count }) => count > 0) }
}

/** More would be a list, and the comparison is one. */
const unitsMost = 8

export function unitsOf({ departments }: OverviewOutput) {
  const rows = departments
    .filter(({ counts }) => (counts.overdue ?? 0) > 0)
    .slice(0, unitsMost)
    .map(({ id, name, counts }): Row & { count: number } => ({
      id: 'overdue',
      departmentId: id,
      name,
      words: `${counts.overdue ?? 0} 件`,
      count: counts.overdue ?? 0,
    }))
  return { units: barsOf(rows, 'overdue'), unitRows: rows }
}

function barsOf(
  rows: readonly (Row & { count: number })[],
  tone: 'plain' | 'overdue' = 'plain',
): Drawing | null {
  const most = Math.max(0, ...rows.map(({ count }) => count))
  if (most === 0) return null
  return {
    kind: 'bars',
    most,
    rows: rows.map(({ name, count, words }) => ({ name, value: count, words, tone })),
  }
}
