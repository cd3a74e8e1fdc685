import type { Warning, WarningKind } from '../../../typings/contract/supervision'
import { dateWords, pathOf } from '../view'

const kinds: Record<WarningKind, { name: string; icon: string }> = {
  driftingLate: { name: '按时办结在下滑', icon: 'chart-trending-o' },
  surge: { name: '突然增多', icon: 'fire-o' },
  repeatedMatter: { name: '反复有人反映', icon: 'replay' },
  gradeBurst: { name: '评价扎堆', icon: 'star-o' },
  gradesAboveClass: { name: '评价高出同类很多', icon: 'star-o' },
  missingContact: { name: '没有专员', icon: 'contact-o' },
  uncoveredYear: { name: '工作日安排没有录入', icon: 'calendar-o' },
  otherAnswer: { name: '回访结果不一致', icon: 'phone-o' },
}

/** A warning as it is read; `path` opens the tickets behind it, where there are any. */
export interface WarningLine {
  key: string
  name: string
  icon: string
  text: string
  day: string
  path: string
}

export function warningLine(
  { _id, kind, scope, day, text, query, ticketId }: Warning,
  seesTickets: boolean,
): WarningLine {
  const { name, icon } = kinds[kind]
  const { hour, excluded: _all, ...asked } = query ?? {}
  const listed = query
    ? pathOf('tickets', { title: name, ...(hour !== undefined && { hour: String(hour) }) }, scope, asked)
    : ''
  const path = ticketId === undefined ? listed : `/staff/ticket/ticket?ticketId=${ticketId}`
  return { key: _id, name, icon, text, day: dateWords(day), path: seesTickets ? path : '' }
}
