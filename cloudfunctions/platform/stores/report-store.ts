import type { Report, ReportBrief, ReportForm } from '../../../typings/contract/report'
import { db, insertOnce } from '../cloud'

/** A report as it was made, and where its files lie. Never changed: late facts come into the next one. */
type StoredReport = Omit<Report, 'reportId'> & {
  _id: string
  files?: Readonly<Partial<Record<ReportForm, { fileId: string; bytes: number }>>>
}

const reports = () => db.collection('reports')

/** @returns false where it was made already: the first one stands. */
export function keepReport({ reportId, ...report }: Report): Promise<boolean> {
  return insertOnce('reports', { _id: reportId, ...report })
}

export async function findReport(
  reportId: string,
): Promise<(Report & Pick<StoredReport, 'files'>) | undefined> {
  const { data } = await reports().doc(reportId).get()
  const [found] = data as StoredReport[]
  if (!found) return undefined
  const { _id, ...report } = found
  return { reportId: _id, ...report }
}

/** Which of these ids are there. */
export async function reportsKept(ids: readonly string[]): Promise<Set<string>> {
  const found = await Promise.all(ids.map((id) => reports().doc(id).field({ name: true }).get()))
  return new Set(found.flatMap(({ data }) => (data as StoredReport[]).map(({ _id }) => _id)))
}

/** The latest first. */
export async function listReports(limit: number): Promise<ReportBrief[]> {
  const fields = { kind: true, name: true, from: true, to: true, asOf: true, methodVersion: true, by: true }
  const { data } = await reports()
    .orderBy('asOf', 'desc')
    .orderBy('_id', 'desc')
    .field(fields)
    .limit(limit)
    .get()
  return (data as StoredReport[]).map(({ _id, kind, name, from, to, asOf, methodVersion, by }) => ({
    reportId: _id,
    kind,
    name,
    from,
    to,
    asOf,
    methodVersion,
    by,
  }))
}

export async function keepReportFile(
  reportId: string,
  form: ReportForm,
  file: { fileId: string; bytes: number },
): Promise<void> {
  await reports()
    .doc(reportId)
    .update({ [`files.${form}`]: file })
}
