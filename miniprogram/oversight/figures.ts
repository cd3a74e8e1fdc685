import type { FigureValue, KpiId, RateOutput, RateSheetOutput } from '../../typings/contract/supervision'
import { kpiTerms } from './terms'

/** A figure as it is read: value, parts, what to beware of. */
export interface Figure {
  id: KpiId
  name: string
  /** 98.6%, or — where there is nothing to divide by. */
  value: string
  /** 71 / 72 */
  parts: string
  /** Why it isn't to be compared. */
  caution: string
  /** 剔除前 95%（190 / 200）, where anything was excluded. */
  before: string
  /** Width of the bar, per cent. */
  width: number
}

/** Below this one call moves the figure by more than 5 points. */
const smallSample = 20

export function figuresOf(sheet: RateSheetOutput, ids?: readonly KpiId[]): Figure[] {
  return sheet.after.rates
    .filter(({ id }) => !ids || ids.includes(id))
    .map((rate) => figureOf(rate.id, { ...rate, before: beforeOf(sheet, rate) }))
    .sort((one, other) => (ids ? ids.indexOf(one.id) - ids.indexOf(other.id) : 0))
}

/** Absent where 剔除 changed nothing. */
function beforeOf(sheet: RateSheetOutput, after: RateOutput): RateOutput | undefined {
  const before = sheet.before.rates.find(({ id }) => id === after.id)
  const same = before?.numerator === after.numerator && before.denominator === after.denominator
  return same ? undefined : before
}

/** @param value absent where there was nothing to count. */
export function figureOf(
  id: KpiId,
  value: (Omit<FigureValue, 'before'> & { before?: FigureValue['before'] | undefined }) | undefined,
): Figure {
  const { numerator = 0, denominator = 0, ranked = false, before, interval } = value ?? {}
  const share = value?.value ?? null
  return {
    id,
    name: kpiTerms[id].name,
    value: valueWords(id, share),
    parts: `${rounded(numerator)} / ${rounded(denominator)}`,
    caution: share !== null && (!ranked || denominator < smallSample) ? cautionWords(interval) : '',
    before: before
      ? `剔除前 ${valueWords(id, before.value)}（${rounded(before.numerator)}/${rounded(before.denominator)}）`
      : '',
    width: Math.max(0, Math.min(100, (share ?? 0) * 100)),
  }
}

const cautionWords = (interval: readonly [number, number] | undefined): string =>
  interval
    ? `样本少，不排名：可能在 ${rounded(interval[0] * 100)}%–${rounded(interval[1] * 100)}%`
    : '样本少，不排名'

/** 平均流转次数 is how many times, all else a share. */
export const valueWords = (id: KpiId, value: number | null): string =>
  value === null
    ? '—'
    : id === 'hops'
      ? String(Math.round(value * 100 + 1e-9) / 100)
      : `${rounded(value * 100)}%`

/** One decimal at most: satisfaction counts 基本满意 as 0.9. */
export const rounded = (value: number): string => String(Math.round(value * 10 + 1e-9) / 10)

/** 比上期 +1.2 点; nothing where either has nothing to divide by. */
export function changeWords(now: FigureValue | undefined, last: FigureValue | undefined): string {
  if (typeof now?.value !== 'number' || typeof last?.value !== 'number') return ''
  const points = Math.round((now.value - last.value) * 1000) / 10
  if (points === 0) return '和上期一样'
  return `比上期${points > 0 ? '升' : '降'} ${Math.abs(points)} 个百分点`
}
