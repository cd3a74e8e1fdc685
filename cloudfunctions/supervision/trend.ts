import { z } from 'zod'
import type { TrendOutput } from '../../typings/contract/supervision'
import { addDays } from '../domain/calendar/local-time'
import { refuse } from '../domain/errors'
import { figureDay } from '../domain/statistics/figure-day'
import { trendPoint } from '../domain/statistics/figure-values'
import { periodOf } from '../domain/statistics/period'
import { daysOf, type Span } from '../domain/statistics/span'
import { rulesOf } from '../domain/ticket/rules'
import { operation } from '../platform/operation'
import { daysInSeries } from '../platform/stores/sum-store'
import { guardReader, keptSums, scopeShape, spanAsked, spanShape } from './counted'

/** Three years of assessment periods. */
const periodsMost = 37

/** 趋势:逐日(最近 100 天内)或逐考核期。 */
export const trend = operation('supervision.trend', {
  input: z.object({ ...spanShape, ...scopeShape, grain: z.enum(['day', 'period']).default('day') }),
  async run(context): Promise<TrendOutput> {
    guardReader(context)
    const { input, directory, now } = context
    const { profile } = rulesOf(directory)
    const span = spanAsked(context)
    const today = figureDay(now)
    const last = span.to < today ? span.to : today
    if (input.grain === 'day' && span.from < addDays(today, -daysInSeries))
      refuse('INVALID_INPUT', 'input.from')
    const spans: Span[] =
      input.grain === 'day'
        ? daysOf({ from: span.from, to: last }).map((day) => ({ from: day, to: day }))
        : periodsOver(span, profile.assessmentStartsOn)
    if (spans.length > Math.max(periodsMost, daysInSeries)) refuse('INVALID_INPUT', 'input.from')
    const sumOver = await keptSums(context)
    return {
      ...span,
      asOf: now,
      grain: input.grain,
      points: spans.map((one) => trendPoint(one, sumOver(one), profile)),
    }
  },
})

/** Whole periods that touch the span, oldest first. */
function periodsOver({ from, to }: Span, startsOn: number): Span[] {
  const periods: Span[] = []
  for (
    let period = periodOf(from, startsOn);
    period.from <= to;
    period = periodOf(addDays(period.to, 1), startsOn)
  )
    periods.push({ from: period.from, to: period.to })
  return periods
}
