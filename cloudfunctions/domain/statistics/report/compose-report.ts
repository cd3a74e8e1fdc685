import type { Profile } from '../../../../typings/contract/directory'
import type { Report, ReportBrief } from '../../../../typings/contract/report'
import type { CompareRow, FlowOutput, KpiId, RateSheetOutput } from '../../../../typings/contract/supervision'
import { methodVersion } from '../kpis'
import { cellWords } from './cell-words'
import { definitionsFor } from './definitions'
import { compareTable, flowTable, kpiTable, topicTable } from './report-tables'
import type { ReportSpan } from './report-spans'

/** What a report is made from; everything as it stood at `asOf`. */
export interface ReportFigures {
  asOf: number
  all: RateSheetOutput
  flow: Pick<FlowOutput, 'funnel' | 'callsBefore'>
  departments: readonly CompareRow[]
  streets: readonly CompareRow[]
  services: readonly CompareRow[]
  /** Of the same length of time just before. */
  servicesBefore: readonly CompareRow[]
}

export function composeReport(
  span: ReportSpan,
  by: ReportBrief['by'],
  figures: ReportFigures,
  profile: Pick<Profile, 'score'>,
): Report {
  const { asOf, all, flow, departments, streets, services, servicesBefore } = figures
  return {
    ...span,
    asOf,
    methodVersion,
    by,
    sentences: sentencesOf(all, flow),
    tables: [
      kpiTable(all),
      flowTable(flow),
      compareTable('departments', '各承办单位', departments),
      compareTable('streets', '各街道、镇、园区', streets),
      compareTable('services', '各诉求类别', services),
      topicTable(services, servicesBefore),
    ],
    definitions: definitionsFor(profile),
  }
}

const told = ['response', 'repliedInTime', 'resolution', 'satisfaction'] as const satisfies KpiId[]

function sentencesOf(all: RateSheetOutput, { funnel, callsBefore }: ReportFigures['flow']): string[] {
  const calls = funnel.find(({ id }) => id === 'calls')?.count ?? 0
  const apart = calls - callsBefore
  const change = apart === 0 ? '一样多' : `${apart > 0 ? '多' : '少'} ${Math.abs(apart)} 件`
  const rates = told.flatMap((id) => {
    const rate = all.after.rates.find((one) => one.id === id)
    if (!rate) return []
    const { name, value, numerator, denominator } = rate
    return [`${name} ${cellWords(value, 'share')}（${cellWords(numerator, 'count')}/${denominator}）`]
  })
  return [
    `群众提出 ${calls} 件，和前一段同样长的时间比，${change}。`,
    `${rates.join('，')}，都是剔除后。`,
    `到期没有办、现在还没有办的 ${all.openOverdue} 件；三次没有接通的无效回访 ${all.invalidCallbacks} 次，不算满意。`,
  ]
}
