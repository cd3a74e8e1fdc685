import type { Profile } from '../../../typings/contract/directory'
import type { Timestamp } from '../../../typings/contract/time'
import { addCounts, type Counts, countsOf } from './counters'
import { type Fact, factsAsOf, isExcluded } from './fact'
import type { KpiId } from '../../../typings/contract/supervision'
import { type Kpi, kpis, methodVersion } from './kpis'
import { isInPeriod, type Period } from './period'

export type Weights = Pick<Profile, 'satisfaction' | 'score'>

export interface Rate {
  id: KpiId
  name: string
  form: Kpi['form']
  numerator: number
  denominator: number
  /** Null where there is nothing to divide by: shown as “—”. */
  value: number | null
  /** 95 % Wilson interval, given where the sample is too small for a rank. */
  interval?: readonly [number, number]
  /** False where the figure may be looked at but not compared. */
  ranked: boolean
}

/** 综合: the weighted sum of response, resolution and satisfaction rate. The weights are an example, no standard. */
interface Score {
  value: number | null
  weights: Profile['score']
  ranked: boolean
}

interface Rates {
  rates: readonly Rate[]
  score: Score
}

export interface RateSheet {
  methodVersion: number
  /** Over all facts, and over those that weren't excluded (剔除). */
  before: Rates
  after: Rates
  /** Shown apart, never in a rate. */
  invalidCallbacks: number
  openOverdue: number
}

/** Fewer valid callbacks than this carry an interval and no rank. */
const smallSample = 20

/** Standard normal quantile of a two-sided 95 %. */
const z = 1.959963984540054

/**
 * All figures of a period as they stand at `asOf`.
 * @param open overdue clocks and callbacks still open at `asOf` (`clockFact` gives them).
 */
export function ratesOf(
  {
    facts,
    open,
    period,
    asOf,
  }: { facts: readonly Fact[]; open: readonly Fact[]; period: Period; asOf: Timestamp },
  weights: Weights,
): RateSheet {
  const cohort = factsAsOf(facts, open, asOf).filter((fact) => isInPeriod(period, fact.day))
  return rateSheet(
    addCounts(cohort.map(countsOf)),
    addCounts(cohort.filter(isExcluded).map(countsOf)),
    weights,
  )
}

/** The same from counts, however they were summed up. @param excluded the part of `counts` that is 剔除. */
export function rateSheet(counts: Counts, excluded: Counts, weights: Weights): RateSheet {
  return {
    methodVersion,
    before: rates(counts, weights),
    after: rates(addCounts([counts, negated(excluded)]), weights),
    invalidCallbacks: counts.callbackInvalid ?? 0,
    openOverdue: counts.replyOpen ?? 0,
  }
}

/** Wilson's score interval. For the weighted satisfaction it is wider than need be, as its spread is below p(1 − p). */
export function wilson(p: number, n: number): readonly [number, number] {
  const spread = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  return [Math.max(0, centre - spread), Math.min(1, centre + spread)]
}

/** '99.0%', '1.25', or '—' where there is no value. */
export function rateWords({ value, form }: Pick<Rate, 'value' | 'form'>): string {
  if (value === null) return '—'
  if (form === 'times') return rounded(value, 2)
  return `${rounded(value * 100, 1)}%`
}

function rates(counts: Counts, weights: Weights): Rates {
  const all = kpis.map((kpi) => rate(kpi, counts, weights))
  const value = (id: KpiId) => all.find((one) => one.id === id)!.value
  const [response, resolution, satisfaction] = [value('response'), value('resolution'), value('satisfaction')]
  const { score } = weights
  const known = response !== null && resolution !== null && satisfaction !== null
  return {
    rates: all,
    score: {
      value: known
        ? score.response * response + score.resolution * resolution + score.satisfaction * satisfaction
        : null,
      weights: score,
      ranked: (counts.evaluations ?? 0) >= smallSample,
    },
  }
}

function rate(kpi: Kpi, counts: Counts, weights: Weights): Rate {
  const { id, name, form } = kpi
  const numerator = kpi.numerator(counts, weights)
  const denominator = kpi.denominator(counts)
  const shown = { id, name, form, numerator, denominator }
  if (denominator === 0) return { ...shown, value: null, ranked: false }
  const value = numerator / denominator
  if (kpi.sampled && denominator < smallSample)
    return { ...shown, value, interval: wilson(value, denominator), ranked: false }
  return { ...shown, value, ranked: true }
}

function negated(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, -n]))
}

/** Half up in decimals; the small step absorbs what binary fractions lose (90.25 is held as 90.2499…). */
function rounded(value: number, places: number): string {
  const scale = 10 ** places
  return (Math.round(value * scale + 1e-9) / scale).toFixed(places)
}
