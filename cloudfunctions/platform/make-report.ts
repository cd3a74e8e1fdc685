import type { Directory } from '../../typings/contract/directory'
import type { Report, ReportBrief } from '../../typings/contract/report'
import type { Timestamp } from '../../typings/contract/time'
import { localDate } from '../domain/calendar/local-time'
import { indexDirectory } from '../domain/routing/index-directory'
import { compare } from '../domain/statistics/compare'
import { figureDay } from '../domain/statistics/figure-day'
import { funnelOf } from '../domain/statistics/funnel'
import { rateSheet } from '../domain/statistics/rates'
import { composeReport, type ReportFigures } from '../domain/statistics/report/compose-report'
import { type ReportSpan, reportsOwed } from '../domain/statistics/report/report-spans'
import { type Dimension, type Sheet, wholeDistrict } from '../domain/statistics/sheet'
import { cover, type Span, spanBefore } from '../domain/statistics/span'
import { rulesOf } from '../domain/ticket/rules'
import { namedOf } from './named'
import { keepReport, reportsKept } from './stores/report-store'
import { sheetOf } from './stores/sum-store'

/** Made from the sums and kept under its id; where it was there already, that one stands. */
export async function makeReport(
  span: ReportSpan,
  by: ReportBrief['by'],
  directory: Directory,
  at: Timestamp,
): Promise<Report> {
  const { profile } = rulesOf(directory)
  const report = composeReport(span, by, await figuresOf(span, directory, at), profile)
  await keepReport(report)
  return report
}

/** The week's and the month's that a schedule owes and that are not there yet. */
export async function reportsMissing(directory: Directory, at: Timestamp): Promise<ReportSpan[]> {
  const owed = reportsOwed(localDate(at), rulesOf(directory).profile.assessmentStartsOn)
  const kept = await reportsKept(owed.map(({ reportId }) => reportId))
  return owed.filter(({ reportId }) => !kept.has(reportId))
}

async function figuresOf(span: Span, directory: Directory, at: Timestamp): Promise<ReportFigures> {
  const { profile } = rulesOf(directory)
  const index = indexDirectory(directory)
  const sums = (dimension: Dimension, { from, to }: Span): Promise<Sheet> => {
    const { segments, days } = cover({ from, to }, profile.assessmentStartsOn, figureDay(at))
    return sheetOf([...segments, ...days.map((day) => ({ from: day, to: day }))], dimension)
  }
  const before = spanBefore(span)
  const [whole, wholeBefore, departments, streets, services, servicesBefore] = await Promise.all([
    sums('district', span),
    sums('district', before),
    sums('department', span),
    sums('street', span),
    sums('service', span),
    sums('service', before),
  ])
  const rows = (dimension: Dimension, sheet: Sheet) =>
    compare(
      Object.entries(sheet).map(([id, sum]) => ({ ...namedOf(dimension, id, index), sum })),
      profile,
    )
  const { counts = {}, excluded = {} } = whole[wholeDistrict] ?? {}
  return {
    asOf: at,
    all: rateSheet(counts, excluded, profile),
    flow: { funnel: funnelOf(counts), callsBefore: wholeBefore[wholeDistrict]?.counts.calls ?? 0 },
    departments: rows('department', departments),
    streets: rows('street', streets),
    services: rows('service', services),
    servicesBefore: rows('service', servicesBefore),
  }
}
