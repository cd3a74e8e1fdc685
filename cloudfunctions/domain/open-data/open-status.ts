import type { OpenStatus } from '../../../typings/contract/open-data'
import type { TicketStatus } from '../../../typings/contract/ticket'

/** Our twelve states as Open311's two, and what a state means to whoever reads it there. Exhaustive. */
export const openStatus: Record<TicketStatus, { status: OpenStatus; notes: string }> = {
  submitted: { status: 'open', notes: '正在确定由哪个单位办理。' },
  dispatched: { status: 'open', notes: '已交给承办单位，等待接单。' },
  acknowledged: { status: 'open', notes: '承办单位正在办理。' },
  replied: { status: 'open', notes: '承办单位已答复，中心正在核对。' },
  callback: { status: 'open', notes: '已答复，正在请反映人评价。' },
  closed: { status: 'closed', notes: '已办结。' },
  answered: { status: 'closed', notes: '已当场答复。' },
  referred: { status: 'closed', notes: '已告知应当走的渠道。' },
  rejected: { status: 'closed', notes: '没有受理，原因已告知反映人。' },
  merged: { status: 'closed', notes: '与别人反映的同一件事合并办理。' },
  terminated: { status: 'closed', notes: '已终止办理，原因已告知反映人。' },
  withdrawn: { status: 'closed', notes: '反映人已撤回。' },
}
