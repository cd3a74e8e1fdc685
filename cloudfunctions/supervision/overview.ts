import { z } from 'zod'
import type { OverviewOutput, StandingRow } from '../../typings/contract/supervision'
import { indexDirectory } from '../domain/routing/index-directory'
import { trendPoint } from '../domain/statistics/figure-values'
import { figureDay } from '../domain/statistics/figure-day'
import { methodVersion } from '../domain/statistics/kpis'
import { type Period, periodBefore, periodOf } from '../domain/statistics/period'
import { rateSheet } from '../domain/statistics/rates'
import type { Dimension } from '../domain/statistics/sheet'
import { ages, type Standing } from '../domain/statistics/standing'
import { rulesOf } from '../domain/ticket/rules'
import { type CallContext, operation } from '../platform/operation'
import { lastStanding } from '../platform/stores/standing-store'
import { guardReader, keptSums, keyAsked, scopeShape } from './counted'
import { namedOf } from '../platform/named'

/** The present period and a year before it. */
const periodsShown = 13

/** 今日一览:在办、今日到期、超期、未签收、未联系;本期各项率和逐期趋势。三次读取,与工单多少无关。 */
export const overview = operation('supervision.overview', {
  input: z.object(scopeShape),
  async run(context): Promise<OverviewOutput> {
    guardReader(context)
    const { input, directory, now } = context
    const { dimension, key } = keyAsked(input)
    const { profile } = rulesOf(directory)
    const [standing, sumOver] = await Promise.all([lastStanding(), keptSums(context)])
    const periods = lastPeriods(
      periodOf(figureDay(now), profile.assessmentStartsOn),
      profile.assessmentStartsOn,
    )
    const period = periods.at(-1)!
    const { counts, excluded } = sumOver(period)
    const rows = (by: Dimension) =>
      dimension === 'district' ? standingRows(standing?.standing[by] ?? {}, by, context) : []
    return {
      methodVersion,
      scope: input,
      asOf: standing?.asOf ?? now,
      standing: standing?.standing[dimension][key] ?? {},
      ages,
      departments: rows('department'),
      streets: rows('street'),
      services: rows('service'),
      period,
      sheet: rateSheet(counts, excluded, profile),
      trend: periods.map((one) => trendPoint(one, sumOver(one), profile)),
    }
  },
})

function lastPeriods(present: Period, startsOn: number): Period[] {
  const periods = [present]
  while (periods.length < periodsShown) periods.unshift(periodBefore(periods[0]!, startsOn))
  return periods
}

function standingRows(
  counted: Standing[Dimension],
  by: Dimension,
  { directory }: CallContext<unknown>,
): StandingRow[] {
  const index = indexDirectory(directory)
  return Object.entries(counted)
    .map(([id, counts]) => ({ ...namedOf(by, id, index), counts }))
    .sort(
      (a, b) =>
        (b.counts.overdue ?? 0) - (a.counts.overdue ?? 0) || (b.counts.open ?? 0) - (a.counts.open ?? 0),
    )
}
