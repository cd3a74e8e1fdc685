import type { Clock } from '../../typings/contract/clock'
import type { HistoryEntry, Reply } from '../../typings/contract/ticket'
import type { TicketPage, TicketView } from '../../typings/contract/views'
import type { TimelineEntry } from '../components/timeline/timeline'
import { kindWords, limitClassWords, nextStepTerms, behalfWords, secrecyWords, statusTerms } from '../labels'
import { deadlineWords, type DeadlineWords } from '../services/deadline'
import { momentWords } from '../services/people-time'
import { placeWords } from '../services/work-card'
import type { ClockWords } from './components/clock-list/clock-list'
import { handoverWords } from './handover-words'
import { trailOf } from './trail'
import { mattersOf } from './matters'
import { clockTerms, lineTerm, mannerTerms, verdictTerms, relationTerms } from './terms'

type Names = Readonly<Record<string, string>>

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
    ticketId: ticket._id,
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
    callerName: `${caller?.name ?? ''}${behalfTerms(ticket.behalf)}`,
    phone: caller?.phone ?? '',
    manner: mannerOf(ticket),
    department: names[lead?.departmentId ?? ''] ?? '',
    whyLead: lead?.reason ?? '',
    copied: (ticket.cc ?? []).map((id) => names[id] ?? '').join('、'),
    joined: joinedOf(ticket),
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
    handover: handoverWords(ticket, names, now),
    trail: trailOf(ticket, names, now),
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

/** 并单: the tickets it was joined with, to be opened. */
const joinedOf = ({ merge, absorbed = [] }: TicketView): { ticketId: string; words: string }[] => [
  ...(merge ? [{ ticketId: merge.parentId, words: '已并入另一件，点开看' }] : []),
  ...absorbed.map(({ childId }, index) => ({
    ticketId: childId,
    words: `并进来的第 ${index + 1} 件，点开看`,
  })),
]

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

/** 优先: said by the caller with how to reach them, or set by the centre. */
const mannerOf = ({ priority, priorityGroup }: TicketView): string =>
  priorityGroup ? mannerTerms[priorityGroup] : priority ? '中心定为优先，请先办、先联系' : ''

/** Who handles it talks to the person themselves. */
const behalfTerms = (behalf: TicketView['behalf']): string =>
  behalf ? `（${relationTerms[behalf.relation]}代办，${behalfWords.consent[behalf.consent]}）` : ''
