import { z } from 'zod'
import type { ReadReport, ReportBrief } from '../../typings/contract/report'
import { refuse } from '../domain/errors'
import { readTable } from '../domain/statistics/report/cell-words'
import { reportAskedFor } from '../domain/statistics/report/report-spans'
import { makeReport as make } from '../platform/make-report'
import { operation } from '../platform/operation'
import { findReport, listReports } from '../platform/stores/report-store'
import { guardReader, localDay } from './counted'

/** A year of weeks and months, and what was asked for in between. */
const listed = 100

/** 报告清单,新的在前。 */
export const reports = operation('supervision.reports', {
  input: z.object({}),
  async run(context): Promise<{ reports: ReportBrief[] }> {
    guardReader(context)
    return { reports: await listReports(listed) }
  },
})

/** 一份报告:和表格、PDF 里的数字一样。 */
export const report = operation('supervision.report', {
  input: z.object({ reportId: z.string().min(1).max(60) }),
  async run(context): Promise<ReadReport> {
    guardReader(context)
    const found = (await findReport(context.input.reportId)) ?? refuse('REPORT_NOT_FOUND', 'input.reportId')
    const { files: _files, ...read } = found
    return { ...read, tables: read.tables.map(readTable) }
  },
})

/** A longer one is made of the yearly figures, and no report. */
const daysMost = 366

/** 现在就做一份:任意一段日子。 */
export const makeReport = operation('supervision.makeReport', {
  input: z.object({ from: localDay, to: localDay }),
  async run(context): Promise<ReportBrief> {
    guardReader(context)
    const { input, directory, now } = context
    const days = (Date.parse(input.to) - Date.parse(input.from)) / 86_400_000 + 1
    if (!(days >= 1 && days <= daysMost)) refuse('INVALID_INPUT', 'input.to')
    const span = reportAskedFor(input.from, input.to, now)
    const {
      sentences: _s,
      tables: _t,
      definitions: _d,
      ...brief
    } = await make(span, 'person', directory, now)
    return brief
  },
})
