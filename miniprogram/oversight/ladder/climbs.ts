import type { Climb, ClimbingOutput, ClimbingTicket, Unanswered } from '../../../typings/contract/climbing'
import type { ClockKind, RungAction } from '../../../typings/contract/directory'
import type { Timestamp } from '../../../typings/contract/time'
import { causeTerms } from '../../labels'
import { momentWords, spanWords } from '../../services/people-time'
import { type WorkCard, workCard } from '../../services/work-card'

const actionTerms: Record<RungAction, string> = {
  yellow: '黄色提醒',
  remind: '催办',
  red: '超期变红',
  supervise: '每日督办',
  raise: '提级到分管领导',
  interview: '约谈',
}

const levelTerms: Record<Unanswered['level'], string> = {
  supervise: '督办',
  raise: '提级督办',
  interview: '约谈',
}

const clockTerms: Record<ClockKind, string> = {
  promise: '对群众的承诺',
  accept: '派单',
  acknowledge: '签收',
  firstContact: '先行联系',
  reply: '答复',
  coTask: '协办',
  ruleReturn: '退回裁定',
  ruleExtension: '延期裁定',
  ruleBlock: '挂账裁定',
  ruleTermination: '终止裁定',
  consultation: '会商',
  opinion: '上级意见',
  review: '审核',
  callback: '回访',
  supervision: '督办回复',
}

/** A ticket on the ladder, in words: what happens today, why, and what was asked and not answered. */
export interface LadderEntry {
  key: string
  card: WorkCard
  reasons: { key: string; words: string; strong: boolean }[]
  questions: { key: string; words: string; late: boolean }[]
}

export interface LadderWords {
  /** Fired today. */
  climbed: LadderEntry[]
  /** Will, before the day is over. */
  climbing: LadderEntry[]
  /** Nothing today, but an answer is owed. */
  waiting: LadderEntry[]
}

export function ladderWords({ tickets, names, asOf }: ClimbingOutput): LadderWords {
  const entries = tickets.map((ticket) => ({ ticket, entry: entryOf(ticket, names, asOf) }))
  const pick = (fits: (ticket: ClimbingTicket) => boolean) =>
    entries.filter(({ ticket }) => fits(ticket)).map(({ entry }) => entry)
  const didClimb = ({ climbs }: ClimbingTicket) => climbs.some(({ fired }) => fired)
  const willClimb = ({ climbs }: ClimbingTicket) => climbs.some(({ fired }) => !fired)
  return {
    climbed: pick(didClimb),
    climbing: pick((ticket) => !didClimb(ticket) && willClimb(ticket)),
    waiting: pick((ticket) => !didClimb(ticket) && !willClimb(ticket)),
  }
}

function entryOf(
  { card, climbs, unanswered }: ClimbingTicket,
  names: Readonly<Record<string, string>>,
  now: Timestamp,
): LadderEntry {
  return {
    key: card._id,
    card: workCard(card, names, now),
    reasons: climbs.map((climb, index) => ({
      key: String(index),
      words: reasonWords(climb, names, now),
      strong: ['supervise', 'raise', 'interview'].includes(climb.action),
    })),
    questions: unanswered.map((asked) => ({
      key: asked.id,
      words: questionWords(asked, now),
      late: (asked.dueAt ?? Infinity) < now,
    })),
  }
}

/** 今天 09:00 每日督办：区城管局的答复应在 6 月 3 日 18:00 前，已超时 2 天。 */
function reasonWords(
  { action, at, fired, clock, chargedTo, dueAt }: Climb,
  names: Readonly<Record<string, string>>,
  now: Timestamp,
): string {
  const when = fired
    ? `${momentWords(at, now)} 已${actionTerms[action]}`
    : `${momentWords(at, now)} 要${actionTerms[action]}`
  const late = now > dueAt ? `，已超时 ${spanWords(now - dueAt)}` : ''
  return `${when}：${names[chargedTo] ?? '承办单位'}的${clockTerms[clock]}应在 ${momentWords(dueAt, now)} 前${late}`
}

function questionWords({ level, cause, text, by, dueAt }: Unanswered, now: Timestamp): string {
  const whose = by === 'ladder' ? '系统' : '督办员'
  const due =
    dueAt === undefined
      ? ''
      : now > dueAt
        ? `，回复已超时 ${spanWords(now - dueAt)}`
        : `，${momentWords(dueAt, now)} 前回复`
  return `${whose}${levelTerms[level]}（${causeTerms[cause]}）：${text}${due}`
}
