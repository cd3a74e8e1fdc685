import type { CompareOutput, CompareRow, KpiId, Volume } from '../../../typings/contract/supervision'
import type { DepartmentClass } from '../../../typings/contract/directory'
import type { Drawing } from '../chart/drawing'
import { type Figure, figureOf } from '../figures'
import { firstKpis, kpiTerms } from '../terms'

const classTerms: Record<DepartmentClass, string> = {
  department: '区直部门',
  utility: '水电气热企业',
  street: '街道、镇、园区',
  village: '村、社区',
  centre: '区民呼我应中心',
}

const volumeTerms: Record<Volume, string> = { large: '件数较多', middle: '件数居中', small: '件数较少' }

interface Line {
  id: string
  name: string
  tickets: number
  openOverdue: number
  /** 第 2 名，共 6 个; why there is none otherwise. */
  rank: string
  figures: Figure[]
}

/** Units are compared inside their class and volume only (国办函〔2025〕66号). */
export interface Group {
  key: string
  name: string
  drawing: Drawing | null
  label: string
  lines: Line[]
}

export function groupsOf({ rows }: CompareOutput, kpi: KpiId): Group[] {
  const shown = [kpi, ...firstKpis.filter((id) => id !== kpi)]
  const groups = new Map<string, CompareRow[]>()
  for (const unitClass of [...(Object.keys(classTerms) as DepartmentClass[]), undefined])
    for (const volume of Object.keys(volumeTerms) as Volume[]) {
      const inside = rows.filter((row) => row.class === unitClass && row.volume === volume)
      const name = [unitClass && classTerms[unitClass], volumeTerms[volume]].filter(Boolean).join(' · ')
      if (inside.length > 0) groups.set(name, inside)
    }
  return [...groups].map(([name, inside]) => ({
    key: name,
    name,
    drawing: drawingOf(inside, kpi),
    label: `${name}：各单位${kpiTerms[kpi].name}，下面逐个列出`,
    lines: inside.map((row) => lineOf(row, shown)),
  }))
}

function lineOf(
  { id, name, tickets, openOverdue, rank, figures }: CompareRow,
  shown: readonly KpiId[],
): Line {
  return {
    id,
    name,
    tickets,
    openOverdue,
    rank: rank
      ? `综合第 ${rank.place} 名，共 ${rank.of} 个`
      : figures.response?.ranked
        ? '没有可比的'
        : '样本少，不排名',
    figures: shown.map((kpi) => figureOf(kpi, figures[kpi])),
  }
}

function drawingOf(rows: readonly CompareRow[], kpi: KpiId): Drawing | null {
  const bars = rows.flatMap(({ name, figures }) => {
    const figure = figureOf(kpi, figures[kpi])
    const value = figures[kpi]?.value ?? null
    const words = figure.caution ? `${figure.value} 样本少` : figure.value
    return value === null ? [] : [{ name, value, words }]
  })
  if (bars.length === 0) return null
  // A share is drawn against the whole; how many times, against the most.
  const most = kpi === 'hops' || kpi === 'timeUsed' ? Math.max(...bars.map(({ value }) => value)) : 1
  return { kind: 'bars', most, rows: bars.sort((one, other) => other.value - one.value) }
}
