import type { ClockKind } from '../../typings/contract/directory'
import type { Due } from '../../typings/contract/ticket'
import type { TicketCard } from '../../typings/contract/views'
import type { Timestamp } from '../../typings/contract/time'
import { alarmTerms, kindWords, statusTerms } from '../labels'
import { deadlineWords, type DeadlineWords } from './deadline'
import { dayWords } from './people-time'

/** A ticket in a list of those who work on it. */
export interface WorkCard {
  ticketId: string
  version: number
  number: string
  subject: string
  status: string
  deadline: DeadlineWords
  /** Who else has to act before the reader can: 等区民呼我应中心裁定退回. */
  waiting: string
  place: string
  service: string
  unit: string
  submitted: string
  /** What sets it apart: 紧急 · 退回过 1 次 · 3 人也遇到. */
  marks: string[]
  /** 可能有险情、轻生自伤; empty without. */
  alarm: string
  toAcknowledge: boolean
  dueAt: Timestamp
}

/** What a clock asks for, in the few words of a badge. */
const dueFor: Record<ClockKind, string> = {
  promise: '答复群众',
  accept: '派单',
  acknowledge: '签收',
  firstContact: '联系群众',
  reply: '答复',
  coTask: '反馈',
  ruleReturn: '裁定退回',
  ruleExtension: '裁定延期',
  ruleBlock: '裁定挂账',
  ruleTermination: '裁定终止',
  consultation: '会商',
  opinion: '给意见',
  review: '审核',
  callback: '回访',
  supervision: '回复督办',
}

/**
 * @param mine the reader's departments: the badge then tells their own clock, and only that one makes a card red. Whose
 * turn it is otherwise is said in words. Without it (those who watch others) the earliest clock of anybody.
 */
export function workCard(
  card: TicketCard,
  names: Readonly<Record<string, string>>,
  now: Timestamp,
  mine?: readonly string[],
): WorkCard {
  const { place, lead, ownerDepartmentId, dues = [] } = card
  const due = mine ? dues.find(({ departmentId }) => mine.includes(departmentId)) : dues[0]
  const others = mine && !mine.includes(ownerDepartmentId ?? '') ? dues.filter((one) => one !== due) : []
  const waited = others.find(
    ({ departmentId, kind }) => departmentId === ownerDepartmentId && kind !== 'promise',
  )
  return {
    ticketId: card._id,
    version: card.version,
    number: card.number,
    subject: card.subject,
    status: statusTerms[card.status],
    deadline: dueWords(due, now),
    waiting: waited ? `等${names[waited.departmentId] ?? '对方'}${dueFor[waited.kind]}` : '',
    place: placeWords(place, names),
    service: names[card.serviceCode ?? ''] ?? kindWords[card.kind],
    unit: [
      names[lead?.departmentId ?? ownerDepartmentId ?? ''] ?? '',
      due && due.departmentId !== (lead?.departmentId ?? ownerDepartmentId) && !mine
        ? `等${names[due.departmentId] ?? '对方'}`
        : '',
    ]
      .filter(Boolean)
      .join(' · '),
    submitted: `${dayWords(card.submittedAt)}提交`,
    marks: marksOf(card),
    alarm: alarmWords(card.alarms),
    toAcknowledge: card.status === 'dispatched',
    dueAt: due?.dueAt ?? Number.MAX_SAFE_INTEGER,
  }
}

/** 今天 18:00 前签收 · 签收已超时 3 小时 */
function dueWords(due: Due | undefined, now: Timestamp): DeadlineWords {
  if (!due) return { state: 'none', words: '' }
  const said = deadlineWords(due, now, dueFor[due.kind])
  return said.state === 'overdue' ? { ...said, words: `${dueFor[due.kind]}${said.words}` } : said
}

/** Street, community and the words of the place; the district goes without saying. */
export function placeWords(
  place: Pick<TicketCard['place'], 'path' | 'address'>,
  names: Readonly<Record<string, string>>,
): string {
  const areas = place.path.slice(1, 3).map((id) => names[id] ?? '')
  return [...areas, place.address ?? ''].filter(Boolean).join(' ')
}

/** What to see at once, in words beside an icon. */
export const alarmWords = (alarms: TicketCard['alarms'] = []): string =>
  alarms.length > 0 ? `可能有${alarms.map(({ alarm }) => alarmTerms[alarm]).join('、')}` : ''

function marksOf({ limitClass, priority, returnCount, coSignerCount }: TicketCard): string[] {
  return [
    limitClass === 'emergency' ? '紧急' : '',
    priority ? '优先' : '',
    returnCount > 0 ? `退回过 ${returnCount} 次` : '',
    coSignerCount > 0 ? `${coSignerCount} 人也遇到` : '',
  ].filter(Boolean)
}
