import type { DepartmentClass } from '../../../typings/contract/directory'
import type { RateOutput, RateSheetOutput, RatesOutput } from '../../../typings/contract/supervision'

/** The four that a supervisor looks at first, in this order. */
const first = ['response', 'repliedInTime', 'resolution', 'satisfaction'] as const

const classTerms: Record<DepartmentClass, string> = {
  department: '区直部门',
  utility: '水电气热企业',
  street: '街道、镇、园区',
  village: '村、社区',
  centre: '区民呼我应中心',
}

export interface Figure {
  id: string
  name: string
  /** 98.6%, or — where there is nothing to divide by. */
  value: string
  /** 71 / 72 */
  parts: string
  /** 样本少,仅供参考 */
  caution: string
  /** Width of the bar, per cent. */
  width: number
}

interface UnitRow {
  departmentId: string
  name: string
  figures: Figure[]
  openOverdue: number
}

export interface ClassTable {
  name: string
  rows: UnitRow[]
}

export const figuresOf = (sheet: RateSheetOutput): Figure[] =>
  first.flatMap((id) => {
    const rate = sheet.before.rates.find((one) => one.id === id)
    return rate ? [figureOf(rate)] : []
  })

function figureOf({ id, name, value, numerator, denominator, ranked }: RateOutput): Figure {
  const percent = value === null ? 0 : value * 100
  return {
    id,
    name,
    value: value === null ? '—' : `${rounded(percent)}%`,
    parts: `${rounded(numerator)} / ${denominator}`,
    caution: value !== null && (!ranked || denominator < smallSample) ? '样本少，仅供参考' : '',
    width: Math.min(100, percent),
  }
}

/** Below this one call moves the figure by more than 5 points. */
const smallSample = 20

/** One decimal at most: satisfaction counts 基本满意 as 0.9. */
const rounded = (value: number) => String(Math.round(value * 10 + 1e-9) / 10)

/** Units are compared inside their class only; those with the most overdue first, then the slowest. */
export function tablesOf({ departments }: RatesOutput): ClassTable[] {
  return (Object.keys(classTerms) as DepartmentClass[]).flatMap((unitClass) => {
    const rows = departments
      .filter((unit) => unit.class === unitClass)
      .map(({ departmentId, name, sheet }) => ({
        departmentId,
        name,
        figures: figuresOf(sheet),
        openOverdue: sheet.openOverdue,
        inTime: sheet.before.rates.find(({ id }) => id === 'repliedInTime')?.value ?? 1,
      }))
      .sort((a, b) => b.openOverdue - a.openOverdue || a.inTime - b.inTime)
      .map(({ inTime: _inTime, ...row }) => row)
    return rows.length > 0 ? [{ name: classTerms[unitClass], rows }] : []
  })
}
