import type { Finding, FindingAmendment } from '../../../typings/contract/approval'

/** What was changed about a published finding, with the supervisor's word. */
export const changesOf = ({ amendments = [] }: Finding): readonly FindingAmendment[] =>
  amendments.filter(({ approval }) => approval?.grant)

export const isTakenDown = (finding: Finding): boolean =>
  changesOf(finding).some(({ kind }) => kind === 'withdraw')

/** Whether everybody reads its words. */
export const isShown = (finding: Finding): boolean =>
  finding.approval?.grant === true && !isTakenDown(finding)

/** For the supervisor's word: on publishing it, or on what was asked of it since. */
export function findingWaits(finding: Finding | undefined): boolean {
  if (finding?.verdict !== 'verified') return false
  return !finding.approval || (finding.amendments ?? []).some(({ approval }) => !approval)
}
