import type { Timestamp } from '../../typings/contract/time'
import { figureDay } from '../domain/statistics/figure-day'
import { methodVersion } from '../domain/statistics/kpis'
import { periodBefore, periodOf } from '../domain/statistics/period'
import { dimensions, packSum } from '../domain/statistics/sheet'
import { cover, type Span } from '../domain/statistics/span'
import { rulesOf } from '../domain/ticket/rules'
import { loadDirectory } from '../platform/stores/directory-store'
import { correct, publish, type Rows, snapshotOf } from '../platform/stores/snapshot-store'
import { sheetOf } from '../platform/stores/sum-store'

/**
 * After the night's roll-up: the assessment period that has ended is published once, with the method and the instant. What
 * changes it later, a late fact or a 剔除, is set beside it as a dated correction; the published figure stays.
 */
export async function publishFigures(at: Timestamp): Promise<void> {
  const { assessmentStartsOn } = rulesOf(await loadDirectory()).profile
  const today = figureDay(at)
  const { from, to } = periodBefore(periodOf(today, assessmentStartsOn), assessmentStartsOn)
  const { segments } = cover({ from, to }, assessmentStartsOn, today)
  const rows = await rowsOf(segments)
  if (await publish({ from, to, methodVersion, asOf: at, rows, corrections: [] })) return
  const snapshot = await snapshotOf({ from, to })
  if (!snapshot) return
  const known = new Map([...snapshot.rows, ...snapshot.corrections.flatMap((one) => one.rows)])
  const changed = rows.filter(([key, packed]) => known.get(key) !== packed)
  const standing = new Set(rows.map(([key]) => key))
  const gone = [...known].filter(([key, packed]) => packed !== '' && !standing.has(key))
  if (changed.length + gone.length > 0)
    await correct(snapshot, [...changed, ...gone.map(([key]) => [key, ''] as const)], at)
}

async function rowsOf(spans: readonly Span[]): Promise<Rows> {
  const sheets = await Promise.all(
    dimensions.map(async (dimension) => [dimension, await sheetOf(spans, dimension)] as const),
  )
  return sheets.flatMap(([dimension, sheet]) =>
    Object.entries(sheet).map(([key, sum]) => [`${dimension}:${key}`, packSum(sum)] as const),
  )
}
