import { addCounts, type Counts } from './counters'
import { packCounts, packNumbers, unpackCounts, unpackNumbers } from './packed-counts'
import { notKnown } from './fact'
import type { DayRollup } from './rollup'

/** What sums are kept by. `district` has one row, `all`. */
export type Dimension = 'district' | 'department' | 'street' | 'service'

export const dimensions: readonly Dimension[] = ['district', 'department', 'street', 'service']

/** What was counted of one unit, street or service, or of the whole district. */
export interface Sum {
  counts: Counts
  /** The part of `counts` that is 剔除. */
  excluded: Counts
  /** Calls by local hour of submission, 24; absent where there were none. */
  hours?: readonly number[]
}

/** Sums of a span of days, by the keys of one dimension. */
export type Sheet = Readonly<Record<string, Sum>>

export type Sheets = Readonly<Record<Dimension, Sheet>>

/** The one key of the district's sheets. */
export const wholeDistrict = 'all'

type Row = Pick<DayRollup, 'departmentId' | 'areaId' | 'serviceCode' | 'counts' | 'excluded' | 'hours'>

/** A day's rows added up four times. @param streetOf the street of an area; undefined where it is in none. */
export function sheetsOf(rows: readonly Row[], streetOf: (areaId: string) => string | undefined): Sheets {
  const by = (keyOf: (row: Row) => string): Sheet => {
    const groups = new Map<string, Row[]>()
    for (const row of rows) {
      const key = keyOf(row)
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
    return Object.fromEntries([...groups].map(([key, group]) => [key, addSums(group)]))
  }
  return {
    district: by(() => wholeDistrict),
    department: by(({ departmentId }) => departmentId),
    street: by(({ areaId }) => streetOf(areaId) ?? notKnown),
    service: by(({ serviceCode }) => serviceCode),
  }
}

export function addSums(sums: readonly Sum[]): Sum {
  const hours = sums.flatMap((sum) => (sum.hours ? [sum.hours] : []))
  return {
    counts: addCounts(sums.map(({ counts }) => counts)),
    excluded: addCounts(sums.map(({ excluded }) => excluded)),
    ...(hours.length > 0 && {
      hours: Array.from({ length: 24 }, (_, hour) =>
        hours.reduce((total, one) => total + (one[hour] ?? 0), 0),
      ),
    }),
  }
}

export function addSheets(sheets: readonly Sheet[]): Sheet {
  const keys = new Set(sheets.flatMap((sheet) => Object.keys(sheet)))
  return Object.fromEntries(
    [...keys].sort().map((key) => [key, addSums(sheets.flatMap((sheet) => sheet[key] ?? []))]),
  )
}

/** `counts;excluded;hours`, each packed; the ends are left out where there is nothing. */
export function packSum({ counts, excluded, hours = [] }: Sum): string {
  return [packCounts(counts), packCounts(excluded), packNumbers(hours)].join(';').replace(/;+$/, '')
}

export function unpackSum(packed: string): Sum {
  const [counts = '', excluded = '', hours = ''] = packed.split(';')
  return {
    counts: unpackCounts(counts),
    excluded: unpackCounts(excluded),
    ...(hours !== '' && { hours: unpackNumbers(hours, 24) }),
  }
}
