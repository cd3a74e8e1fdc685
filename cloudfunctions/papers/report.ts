import { z } from 'zod'
import type { PaperFile } from '../../typings/contract/papers'
import type { Report, ReportForm } from '../../typings/contract/report'
import { refuse } from '../domain/errors'
import { csvOf } from '../domain/statistics/report/cell-words'
import { operation } from '../platform/operation'
import { keepFile } from '../platform/stores/file-store'
import { findReport, keepReportFile } from '../platform/stores/report-store'
import { reportPdf } from './report-paper'
import { reportXlsx } from './report-xlsx'

const makers: Record<ReportForm, (report: Report, tenantName: string) => Promise<Buffer>> = {
  xlsx: reportXlsx,
  pdf: reportPdf,
  csv: async ({ tables }) => Buffer.from(csvOf(tables)),
}

/** 报告的文件:第一次要时做好存下,以后给同一份。 */
export const report = operation('papers.report', {
  input: z.object({ reportId: z.string().min(1).max(60), form: z.enum(['xlsx', 'pdf', 'csv']) }),
  async run({ input, caller, directory }): Promise<PaperFile> {
    const { reportId, form } = input
    if (!caller.actors.some(({ role }) => ['supervisor', 'leader', 'dispatcher'].includes(role)))
      refuse('NOT_ALLOWED')
    const found = (await findReport(reportId)) ?? refuse('REPORT_NOT_FOUND', 'input.reportId')
    const kept = found.files?.[form]
    if (kept) return kept
    const content = await makers[form](found, directory.settings.tenantName)
    // Neither letters nor signs that a storage would refuse: the name is read in WeChat's own viewer.
    const name = `${found.kind}-${found.from}-${found.to}.${form}`
    const file = { fileId: await keepFile('reports', name, content), bytes: content.length }
    await keepReportFile(reportId, form, file)
    return file
  },
})
