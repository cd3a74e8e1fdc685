import type { EndCode, TicketStatus } from '../../../typings/contract/ticket'

/** Which statuses are still somebody's work. Exhaustive: a new status breaks the build here. */
const isOpenStatus: Record<TicketStatus, boolean> = {
  submitted: true,
  dispatched: true,
  acknowledged: true,
  replied: true,
  callback: true,
  closed: false,
  answered: false,
  referred: false,
  rejected: false,
  merged: false,
  terminated: false,
  withdrawn: false,
}

export const isOpen = (status: TicketStatus): boolean => isOpenStatus[status]

export const openStatuses = (Object.keys(isOpenStatus) as TicketStatus[]).filter(isOpen)

/** The coded ends: each has a code and a text to the resident. `closed` has a reply and a finished callback instead. */
export const endStatusOf: Record<EndCode, TicketStatus> = {
  answeredAtOnce: 'answered',
  referLegal: 'referred',
  transferHotline: 'referred',
  repeat: 'rejected',
  explainSecret: 'rejected',
  outOfScope: 'rejected',
  unlawful: 'rejected',
  merged: 'merged',
  terminated: 'terminated',
  withdrawn: 'withdrawn',
}
