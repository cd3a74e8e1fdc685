import type { FigureValues, KpiId, TrendPoint } from '../../../typings/contract/supervision'
import { type Rate, type RateSheet, rateSheet, type Weights } from './rates'
import type { Sum } from './sheet'
import type { Span } from './span'

/** A sum's figures without their names: what rows of a comparison and points of a trend are made of. */
export function figureValues({ before, after }: RateSheet): FigureValues {
  const values: Partial<Record<KpiId, FigureValues[KpiId]>> = {}
  for (const [i, rate] of after.rates.entries()) {
    const earlier = before.rates[i]
    if (rate.denominator === 0 && !earlier?.denominator) continue
    values[rate.id] = { ...bare(rate), ...(earlier && differs(rate, earlier) && { before: above(earlier) }) }
  }
  return values
}

export function trendPoint(span: Span, sum: Sum, weights: Weights): TrendPoint {
  const sheet = rateSheet(sum.counts, sum.excluded, weights)
  const { value, ranked } = sheet.after.score
  return {
    from: span.from,
    to: span.to,
    figures: figureValues(sheet),
    score: { value, ranked },
    calls: sum.counts.calls ?? 0,
  }
}

const bare = ({ numerator, denominator, value, interval, ranked }: Rate) => ({
  numerator,
  denominator,
  value,
  ranked,
  ...(interval && { interval }),
})

const above = ({ numerator, denominator, value }: Rate) => ({ numerator, denominator, value })

const differs = (one: Rate, other: Rate) =>
  one.numerator !== other.numerator || one.denominator !== other.denominator
