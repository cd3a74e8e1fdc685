import type { NextStep } from '../../typings/contract/ticket'
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

/** What the nearest deadline asks for; empty where the words would say nothing more than the date. */
const dueFor: Record<NextStep, string> = {
  dispatch: '派单',
  awaitConsultation: '派单',
  ruleReturn: '裁定',
  takeBack: '改派',
  acknowledge: '签收',
  contactResident: '联系群众',
  reviewBlock: '核查',
  reply: '答复',
  review: '审核',
  awaitEvaluation: '回访',
  callByPhone: '回访',
  decideRework: '决定',
  none: '到期',
}

export function workCard(
  card: TicketCard,
  names: Readonly<Record<string, string>>,
  now: Timestamp,
): WorkCard {
  const { nextDeadlineAt, place, lead, ownerDepartmentId } = card
  return {
    ticketId: card._id,
    version: card.version,
    number: card.number,
    subject: card.subject,
    status: statusTerms[card.status],
    deadline: deadlineWords(
      nextDeadlineAt === undefined ? undefined : { dueAt: nextDeadlineAt },
      now,
      dueFor[card.nextStep],
    ),
    place: placeWords(place, names),
    service: names[card.serviceCode ?? ''] ?? kindWords[card.kind],
    unit: names[lead?.departmentId ?? ownerDepartmentId ?? ''] ?? '',
    submitted: `${dayWords(card.submittedAt)}提交`,
    marks: marksOf(card),
    alarm: alarmWords(card.alarms),
    toAcknowledge: card.status === 'dispatched',
    dueAt: nextDeadlineAt ?? Number.MAX_SAFE_INTEGER,
  }
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
