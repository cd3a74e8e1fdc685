import type { Clock } from '../../typings/contract/clock'
import type { ExtensionRequest, HistoryEntry, Reply } from '../../typings/contract/ticket'
import type { TicketPage, TicketView } from '../../typings/contract/views'
import type { TimelineEntry } from '../components/timeline/timeline'
import {
  causeTerms,
  commitmentWords,
  kindWords,
  limitClassWords,
  nextStepTerms,
  secrecyWords,
  statusTerms,
} from '../labels'
import { deadlineWords, type DeadlineWords } from '../services/deadline'
import { dayWords, momentWords } from '../services/people-time'
import { placeWords } from '../services/work-card'
import type { ClockWords } from './components/clock-list/clock-list'
import {
  applicationTerms,
  clockTerms,
  coTaskTerms,
  levelTerms,
  lineTerm,
  unitTerms,
  verdictTerms,
} from './terms'

type Names = Readonly<Record<string, string>>

/** Something beside the main line: an application, a co-task, a promise; with what became of it. */
interface Matter {
  key: string
  title: string
  state: string
  text: string
  /** 催得紧: drawn red. */
  urgent: boolean
}

/** Characters: about eight lines of a phone in large letters. */
const foldedFrom = 160

/** A ticket as those who work on it read it: everything in words, ready for one setData. */
export function workWords({ ticket, names, explanations, now, description }: TicketPage) {
  const { caller, lead, place } = ticket
  const clocks = (ticket.clocks ?? [])
    .filter(({ outcome }) => outcome !== 'void')
    .sort((a, b) => a.dueAt - b.dueAt)
  const words = (clock: Clock): ClockWords => ({
    key: clock.id,
    name: clockTerms[clock.kind],
    unit: names[clock.chargedTo] ?? '',
    deadline: deadlineWords(clock, now, ''),
    paused: pauseWords(clock),
    explanation: explanations[clock.id] ?? null,
  })
  return {
    number: ticket.number,
    sentence: sentenceOf(ticket, names),
    nearest: nearestOf(clocks, ticket.ownerDepartmentId, now),
    description: description ?? ticket.description,
    isLong: (description ?? ticket.description).length > foldedFrom,
    attachments: ticket.attachments ?? [],
    place: place ? placeWords(place, names) : '',
    kind: [kindWords[ticket.kind ?? 'help'], names[ticket.serviceCode ?? '']].filter(Boolean).join(' · '),
    limitClass: limitClassWords[ticket.limitClass ?? 'general'],
    answers: Object.values(ticket.answers ?? {}).join('；'),
    secrecy: secrecyWords[caller?.secrecy ?? 'named'].name,
    callerName: caller?.name ?? '',
    phone: caller?.phone ?? '',
    department: names[lead?.departmentId ?? ''] ?? '',
    whyLead: lead?.reason ?? '',
    coSigners: ticket.coSignerCount ?? 0,
    supplements: (ticket.supplements ?? []).map(({ id, at, text, attachments }) => ({
      key: id,
      when: momentWords(at, now),
      text,
      attachments,
    })),
    running: clocks.filter(({ stoppedAt }) => stoppedAt === undefined).map(words),
    finished: clocks.filter(({ stoppedAt }) => stoppedAt !== undefined).map(words),
    matters: mattersOf(ticket, names),
    replies: (ticket.replies ?? [])
      .map((reply) => {
        const { id, at, text, attachments, departmentId } = reply
        const { internalText = '', review } = reply as Partial<Reply>
        return {
          key: id,
          unit: names[departmentId] ?? '',
          when: momentWords(at, now),
          text,
          attachments,
          internalText,
          review: review ? `${verdictTerms[review.verdict]}：${review.text}` : '',
        }
      })
      .reverse(),
    endText: ticket.end?.text ?? '',
    timeline: (ticket.history ?? []).map((entry) => lineWords(entry, names, now)).reverse(),
  }
}

export type WorkWords = ReturnType<typeof workWords>

/** Subject first: who has it, and what has to be done. */
function sentenceOf({ status, nextStep, lead, ownerDepartmentId }: TicketView, names: Names): string {
  const unit = names[ownerDepartmentId ?? lead?.departmentId ?? ''] ?? '区民呼我应中心'
  return nextStep === undefined || nextStep === 'none'
    ? statusTerms[status]
    : `${unit}：${nextStepTerms[nextStep]}`
}

/** The running deadline that comes first of whoever has to act now; of anybody, where they have none. */
function nearestOf(clocks: readonly Clock[], owner: string | undefined, now: number): DeadlineWords {
  const running = clocks.filter(
    ({ stoppedAt, pauses }) => stoppedAt === undefined && pauses.every(({ to }) => to !== undefined),
  )
  const first = running.find(({ chargedTo }) => chargedTo === owner) ?? running[0]
  if (!first) return { state: 'none', words: '' }
  const name = clockTerms[first.kind]
  const { state, words } = deadlineWords(first, now, name)
  return { state, words: state === 'overdue' ? `${name}${words}` : words }
}

function pauseWords({ pauses }: Clock): string {
  const open = pauses.find(({ to }) => to === undefined)
  return open ? `已暂停计时：${open.reason}` : ''
}

type Application = Pick<ExtensionRequest, 'state' | 'reason' | 'ruling'>

function mattersOf(ticket: TicketView, names: Names): Matter[] {
  const { objection, extension, block, termination, escalation, consultation } = ticket
  const applied = (title: string, one: Application | undefined, more = ''): Matter[] =>
    one
      ? [
          {
            key: title,
            title,
            state: applicationTerms[one.state],
            text: [one.reason, more, one.ruling ? `裁定：${one.ruling}` : ''].filter(Boolean).join('。'),
            urgent: false,
          },
        ]
      : []
  return [
    ...(ticket.supervisions ?? []).map(({ id, level, cause, text, state, answer }) => ({
      key: id,
      title: `${levelTerms[level]}（${causeTerms[cause]}）`,
      state: state === 'open' ? '等回复' : '已回复',
      text: [text, answer ? `回复：${answer}` : ''].filter(Boolean).join('。'),
      urgent: state === 'open',
    })),
    ...applied('申请退回', objection, names[objection?.suggestedDepartmentId ?? ''] ?? ''),
    ...applied(
      '申请延期',
      extension,
      extension ? `延长 ${extension.limit.amount} ${unitTerms[extension.limit.unit]}` : '',
    ),
    ...applied('挂账', block, block ? `${block.measure}，${dayWords(block.reviewAt)}核查` : ''),
    ...applied('申请终止', termination, termination?.resultText),
    ...(ticket.coTasks ?? []).map(({ id, departmentId, task, state, interim, report }) => ({
      key: id,
      title: `协办：${names[departmentId] ?? ''}`,
      state: coTaskTerms[state],
      text: [task, interim ? `阶段情况：${interim}` : '', report ? `反馈：${report}` : '']
        .filter(Boolean)
        .join('。'),
      urgent: false,
    })),
    ...(escalation
      ? [
          {
            key: 'escalation',
            title: `上报${names[escalation.toDepartmentId] ?? '上级'}`,
            state: escalation.state === 'open' ? '等意见' : '已有意见',
            text: [escalation.question, escalation.opinion ? `意见：${escalation.opinion}` : '']
              .filter(Boolean)
              .join('。'),
            urgent: false,
          },
        ]
      : []),
    ...(consultation
      ? [
          {
            key: 'consultation',
            title: '派单前会商',
            state: consultation.state === 'open' ? '等意见' : '已结束',
            text: [
              consultation.question,
              ...consultation.opinions.map(
                ({ departmentId, text }) => `${names[departmentId] ?? ''}：${text}`,
              ),
            ].join('。'),
            urgent: false,
          },
        ]
      : []),
    ...(ticket.commitments ?? []).map(({ id, measure, promisedAt, state }) => ({
      key: `promise-${id}`,
      title: `承诺 ${dayWords(promisedAt)}前`,
      state: commitmentWords[state],
      text: measure,
      urgent: state === 'broken',
    })),
  ]
}

function lineWords(
  { seq, at, what, code, text, departmentId }: HistoryEntry,
  names: Names,
  now: number,
): TimelineEntry {
  const unit = names[departmentId ?? '']
  const title = lineTerm(what, code)
  return {
    key: String(seq),
    when: momentWords(at, now),
    title: unit ? `${title} · ${unit}` : title,
    text: text ?? '',
  }
}
