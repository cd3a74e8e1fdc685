import type { Directory } from '../../typings/contract/directory'
import type { Timestamp } from '../../typings/contract/time'
import { makeReport, reportsMissing } from '../platform/make-report'
import { rollUpToday } from './roll-up-days'

/**
 * The week's and the month's reports that are not there yet. On the night after their last day that day is still counted
 * live, so it is counted once more before.
 * @returns how many were made.
 */
export async function makeReports(directory: Directory, at: Timestamp): Promise<number> {
  const missing = await reportsMissing(directory, at)
  if (missing.length > 0) await rollUpToday(at, directory)
  for (const span of missing) await makeReport(span, 'schedule', directory, at)
  return missing.length
}
