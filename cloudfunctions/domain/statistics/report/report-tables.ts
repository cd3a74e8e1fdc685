import type { DepartmentClass } from '../../../../typings/contract/directory'
import type { ReportTable } from '../../../../typings/contract/report'
import type {
  CompareRow,
  FlowOutput,
  KpiId,
  RateSheetOutput,
  Volume,
} from '../../../../typings/contract/supervision'
import { kpis } from '../kpis'

type Column = ReportTable['columns'][number]
type Cell = ReportTable['rows'][number][number]

const words = (name: string): Column => ({ name, form: 'words' })
const count = (name: string): Column => ({ name, form: 'count' })
const share = (name: string): Column => ({ name, form: 'share' })
const parts: readonly Column[] = [
  { name: '分子', form: 'count', parts: true },
  { name: '分母', form: 'count', parts: true },
]

/** Every figure of the span, before and after 剔除. */
export function kpiTable({ before, after }: RateSheetOutput): ReportTable {
  return {
    id: 'kpis',
    name: '各项指标',
    note: '先列剔除后，再列剔除前；没有分母的写“—”。',
    columns: [words('指标'), share('剔除后'), ...parts, share('剔除前'), ...parts],
    rows: kpis.map(({ id, name, form }) => {
      const cells = (sheet: RateSheetOutput['after']): Cell[] => {
        const rate = sheet.rates.find((one) => one.id === id)
        const { value = null, numerator = 0, denominator = 0 } = rate ?? {}
        // How many times is no share: written out, as it stands in a column of shares.
        const shown = form === 'times' && value !== null ? String(Math.round(value * 100) / 100) : value
        return [shown, numerator, denominator]
      }
      return [name, ...cells(after), ...cells(before)]
    }),
  }
}

export function flowTable({ funnel }: Pick<FlowOutput, 'funnel'>): ReportTable {
  return {
    id: 'flow',
    name: '从提出到解决',
    note: '每一步按发生的那天算。',
    columns: [words('步骤'), count('件数')],
    rows: funnel.map(({ name, count: n }) => [name, n]),
  }
}

const classTerms: Record<DepartmentClass, string> = {
  department: '区直部门',
  utility: '水电气热企业',
  street: '街道、镇、园区',
  village: '村、社区',
  centre: '区民呼我应中心',
}

const volumeTerms: Record<Volume, string> = { large: '较多', middle: '居中', small: '较少' }

const compared = ['response', 'repliedInTime', 'resolution', 'satisfaction'] as const satisfies KpiId[]

/** Units, streets or services beside each other; those of one class and volume together. */
export function compareTable(id: string, name: string, rows: readonly CompareRow[]): ReportTable {
  const nameOf = (kpi: KpiId) => kpis.find((one) => one.id === kpi)?.name ?? kpi
  const hasClass = rows.some((row) => row.class !== undefined)
  return {
    id,
    name,
    note: '只在同类、件数相近的之间排名；有效回访不到 20 的不排名。',
    columns: [
      words('名称'),
      ...(hasClass ? [words('类')] : []),
      words('件数'),
      count('派出'),
      ...compared.flatMap((kpi) => [share(nameOf(kpi)), ...parts]),
      count('到期未答复'),
      words('名次'),
    ],
    rows: [...rows].sort(inGroups).map((row) => [
      row.name,
      ...(hasClass ? [row.class ? classTerms[row.class] : ''] : []),
      volumeTerms[row.volume],
      row.tickets,
      ...compared.flatMap((kpi): Cell[] => {
        const { value = null, numerator = 0, denominator = 0 } = row.figures[kpi] ?? {}
        return [value, numerator, denominator]
      }),
      row.openOverdue,
      row.rank ? `${row.rank.place}/${row.rank.of}` : '样本少',
    ]),
  }
}

const volumes: readonly Volume[] = ['large', 'middle', 'small']

function inGroups(one: CompareRow, other: CompareRow): number {
  return (
    (one.class ?? '').localeCompare(other.class ?? '') ||
    volumes.indexOf(one.volume) - volumes.indexOf(other.volume) ||
    (one.rank?.place ?? Infinity) - (other.rank?.place ?? Infinity) ||
    other.tickets - one.tickets ||
    (one.id < other.id ? -1 : 1)
  )
}

/** Fewer in a span are no trend. */
const fewest = 3

const candidatesMost = 10

/** 每月一题: what is called about most and what has grown most, with the volume before and after. */
export function topicTable(now: readonly CompareRow[], before: readonly CompareRow[]): ReportTable {
  const earlier = new Map(before.map(({ id, tickets }) => [id, tickets]))
  const rows = now
    .filter(({ tickets }) => tickets >= fewest)
    .map(({ id, name, tickets }) => ({ id, name, tickets, then: earlier.get(id) ?? 0 }))
    .sort((one, other) => weight(other) - weight(one) || (one.id < other.id ? -1 : 1))
    .slice(0, candidatesMost)
  return {
    id: 'topics',
    name: '每月一题候选',
    note: '按本段件数加比前一段的增量排列；前一段是紧挨着的同样长的时间。',
    columns: [words('类别'), count('本段'), count('前一段'), count('增减')],
    rows: rows.map(({ name, tickets, then }) => [name, tickets, then, tickets - then]),
  }
}

const weight = ({ tickets, then }: { tickets: number; then: number }): number =>
  tickets + Math.max(0, tickets - then)
