import type { HistoryEntry } from '../../../typings/contract/ticket'
import { callOf } from '../ticket/commands/telling'

/**
 * What they said, was noted of a talk with them, or was handed over about them: goes with `erase`, and an audit finds
 * nothing wrong in that. One rule for both, or a lawful deletion would be taken for forgery.
 */
export const quotesCaller = ({ role, what, code }: HistoryEntry): boolean =>
  role === 'resident' ||
  what === 'contactResident' ||
  what === 'handOver' ||
  (what === 'tellByPhone' && callOf(code).includes(':caller:'))
