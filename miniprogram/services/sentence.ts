import type { EndCode, TicketStatus } from '../../typings/contract/ticket'
import type { OwnCard, TicketView } from '../../typings/contract/views'
import type { Timestamp } from '../../typings/contract/time'
import { endWords } from '../labels'
import { momentWords } from './people-time'

interface Standing {
  status: TicketStatus
  department: string
  /** Until when the resident was promised an answer. */
  dueAt?: Timestamp
  endCode?: EndCode
  /** The round of evaluation was opened by the deadline, without a reply. */
  unanswered: boolean
  evaluated: boolean
  /** 挂账: what was promised stands still. */
  blocked: boolean
  now: Timestamp
}

/** Where a call stands, for whoever made it: subject first, never a bare status. */
const sentences: Record<TicketStatus, (standing: Standing) => string> = {
  submitted: () => '区民呼我应中心正在确定由哪个单位办理',
  dispatched: ({ department }) => `已交给${department}，等待接单`,
  acknowledged: ({ department, dueAt, now, blocked }) => {
    if (blocked) return `${department}暂时办不了，已列入跟踪`
    return dueAt === undefined || dueAt < now
      ? `${department}正在办理`
      : `${department}正在办理，承诺 ${momentWords(dueAt, now)} 前答复`
  },
  replied: ({ department }) => `${department}已办完，区民呼我应中心正在核对答复`,
  callback: ({ department, unanswered, evaluated }) => {
    if (evaluated) return '您已评价，区民呼我应中心正在决定要不要重新办理'
    return unanswered ? '约定的时间到了，请告诉我们办得怎么样' : `${department}已答复，请您说说办得怎么样`
  },
  closed: ({ department }) => `${department}已办完`,
  answered: ({ endCode }) => endWords[endCode ?? 'answeredAtOnce'],
  referred: ({ endCode }) => endWords[endCode ?? 'referLegal'],
  rejected: ({ endCode }) => endWords[endCode ?? 'outOfScope'],
  merged: ({ endCode }) => endWords[endCode ?? 'merged'],
  terminated: ({ endCode }) => endWords[endCode ?? 'terminated'],
  withdrawn: ({ endCode }) => endWords[endCode ?? 'withdrawn'],
}

const departmentOf = (id: string | undefined, names: Readonly<Record<string, string>>) =>
  names[id ?? ''] ?? '承办单位'

export function cardSentence(card: OwnCard, names: Readonly<Record<string, string>>, now: Timestamp): string {
  return standingSentence(card, departmentOf(card.lead?.departmentId, names), now)
}

/** As far as a card tells. */
export function standingSentence(
  { status, promise, reviewAt }: Pick<OwnCard, 'status' | 'promise' | 'reviewAt'>,
  department: string,
  now: Timestamp,
): string {
  const dueAt = promise && { dueAt: promise.dueAt }
  const blocked = reviewAt !== undefined
  return sentences[status]({
    status,
    department,
    ...dueAt,
    unanswered: false,
    evaluated: false,
    blocked,
    now,
  })
}

export function ticketSentence(
  ticket: TicketView,
  names: Readonly<Record<string, string>>,
  now: Timestamp,
): string {
  const promise = ticket.clocks?.find(({ kind }) => kind === 'promise')
  const { block, callback, end } = ticket
  return sentences[ticket.status]({
    status: ticket.status,
    department: departmentOf(ticket.lead?.departmentId, names),
    ...(promise && { dueAt: promise.dueAt }),
    ...(end && { endCode: end.code }),
    unanswered: callback?.because === 'deadline' && (ticket.replies ?? []).length === 0,
    evaluated: callback?.outcome !== undefined,
    blocked: block?.state === 'granted' && block.liftedAt === undefined,
    now,
  })
}
