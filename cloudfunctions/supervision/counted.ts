import { z } from 'zod'
import type { FigureScope, FigureSpan } from '../../typings/contract/supervision'
import { addDays } from '../domain/calendar/local-time'
import { refuse } from '../domain/errors'
import { figureDay } from '../domain/statistics/figure-day'
import { periodOf } from '../domain/statistics/period'
import {
  addSums,
  type Dimension,
  type Sheet,
  type Sum,
  unpackSum,
  wholeDistrict,
} from '../domain/statistics/sheet'
import { cover, type Span } from '../domain/statistics/span'
import { rulesOf } from '../domain/ticket/rules'
import type { CallContext } from '../platform/operation'
import { daysInSeries, seriesOf, sheetOf, spanId } from '../platform/stores/sum-store'

export const localDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const id = z.string().min(1).max(80).optional()

export const spanShape = { from: localDay.optional(), to: localDay.optional() }

export const scopeShape = { departmentId: id, streetId: id, serviceCode: id }

/** Figures are read by whoever answers for the whole: the centre, its supervisors, the leaders. */
export function guardReader({ caller }: CallContext<unknown>) {
  if (!caller.actors.some(({ role }) => ['supervisor', 'leader', 'dispatcher'].includes(role)))
    refuse('NOT_ALLOWED')
}

/** What was asked for, or the present assessment period. @throws INVALID_INPUT where it ends before it begins. */
export function spanAsked({ input, directory, now }: CallContext<FigureSpan>): Span {
  const period = periodOf(figureDay(now), rulesOf(directory).profile.assessmentStartsOn)
  const span = { from: input.from ?? period.from, to: input.to ?? period.to }
  if (span.from > span.to) refuse('INVALID_INPUT', 'input.to')
  return span
}

/** @throws INVALID_INPUT where more than one is given: sums are kept by one dimension at a time. */
export function keyAsked({ departmentId, streetId, serviceCode }: FigureScope): {
  dimension: Dimension
  key: string
} {
  const asked = [
    ...(departmentId === undefined ? [] : [{ dimension: 'department' as const, key: departmentId }]),
    ...(streetId === undefined ? [] : [{ dimension: 'street' as const, key: streetId }]),
    ...(serviceCode === undefined ? [] : [{ dimension: 'service' as const, key: serviceCode }]),
  ]
  if (asked.length > 1) refuse('INVALID_INPUT', 'input')
  return asked[0] ?? { dimension: 'district', key: wholeDistrict }
}

/** The sums of one key, ready to be added up over any span; two round trips at once. */
export async function keptSums(context: CallContext<FigureScope>): Promise<(span: Span) => Sum> {
  const { dimension, key } = keyAsked(context.input)
  const today = figureDay(context.now)
  const { assessmentStartsOn } = rulesOf(context.directory).profile
  const [series, live] = await Promise.all([
    seriesOf(dimension, key),
    sheetOf([{ from: today, to: today }], dimension),
  ])
  return (span) => {
    const { segments, days } = cover(span, assessmentStartsOn, today)
    const spans = [...segments, ...days.map((day) => ({ from: day, to: day }))]
    return addSums(
      spans.flatMap((one) => {
        if (one.from === today) return live[key] ?? []
        const packed = series[spanId(one)]
        return packed === undefined ? [] : unpackSum(packed)
      }),
    )
  }
}

/** The sums of one key over spans; the sheets are asked where a series does not go back so far day by day. */
export async function keptOver(context: CallContext<FigureScope>, spans: readonly Span[]): Promise<Sum[]> {
  const today = figureDay(context.now)
  const { assessmentStartsOn } = rulesOf(context.directory).profile
  const tooOld = ({ days: [first] }: { days: readonly string[] }) =>
    first !== undefined && first < addDays(today, -daysInSeries)
  if (!spans.some((span) => tooOld(cover(span, assessmentStartsOn, today)))) {
    const sumOver = await keptSums(context)
    return spans.map(sumOver)
  }
  const { dimension, key } = keyAsked(context.input)
  const sheets = await Promise.all(spans.map((span) => sumsBy(dimension, span, context)))
  return sheets.map((sheet) => sheet[key] ?? nothing)
}

export async function keptSum(context: CallContext<FigureScope>, span: Span): Promise<Sum> {
  const [sum = nothing] = await keptOver(context, [span])
  return sum
}

const nothing: Sum = { counts: {}, excluded: {} }

/** The sums of every key of a dimension over a span; one round trip. */
export function sumsBy(
  dimension: Dimension,
  span: Span,
  { directory, now }: CallContext<unknown>,
): Promise<Sheet> {
  const { assessmentStartsOn } = rulesOf(directory).profile
  const { segments, days } = cover(span, assessmentStartsOn, figureDay(now))
  return sheetOf([...segments, ...days.map((day) => ({ from: day, to: day }))], dimension)
}
