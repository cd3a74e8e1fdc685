import type { Attachment, HistoryEntry, Supplement } from '../../typings/contract/ticket'
import type { TicketPage } from '../../typings/contract/views'
import { commitmentWords, historyWords, kindWords, priorityWords, secrecyWords } from '../labels'
import type { TimelineEntry } from '../components/timeline/timeline'
import { deadlineWords, pausedWords } from './deadline'
import { dayWords, momentWords } from './people-time'
import { ticketSentence } from './sentence'

/** Characters: about ten lines of a phone in large letters. */
const foldedFrom = 160

interface ReplyWords {
  key: string
  text: string
  when: string
  attachments: readonly Attachment[]
}

interface PromiseWords {
  key: string
  measure: string
  words: string
  broken: boolean
}

/** A ticket as its caller reads it: everything in words, ready for one setData. */
export function ticketWords({ ticket, names, explanations, mayDo, now, description }: TicketPage) {
  const promise = ticket.clocks?.find(({ kind }) => kind === 'promise')
  const { block, callback, end, place } = ticket
  // Once there is an answer, the question is how it was, not how long it takes.
  const isWaiting =
    ['submitted', 'dispatched', 'acknowledged'].includes(ticket.status) && callback === undefined
  const askEvaluation = callback !== undefined && callback.outcome === undefined && mayDo.includes('evaluate')
  const sentence = ticketSentence(ticket, names, now)
  const isBlocked = block?.state === 'granted' && block.liftedAt === undefined
  // What ended without a reply was neither in time nor late.
  const deadline =
    isBlocked && !end ? pausedWords(block.reviewAt, now) : deadlineWords(end ? undefined : promise, now)
  const replies = (ticket.replies ?? [])
    .map((reply, index): ReplyWords => ({
      key: String(index),
      text: reply.text,
      when: momentWords(reply.at, now),
      attachments: reply.attachments,
    }))
    .reverse()
  return {
    version: ticket.version,
    number: ticket.number,
    sentence,
    deadline,
    /** For who can't or would rather not read: where it is, until when, and the newest reply. */
    aloud: [sentence, deadline.words, end?.text ?? '', replies[0] ? `答复说：${replies[0].text}` : '']
      .filter(Boolean)
      .join('。'),
    explanation: (!end && promise && explanations[promise.id]) || null,
    subject: ticket.subject,
    description: description ?? ticket.description,
    isLong: (description ?? ticket.description).length > foldedFrom,
    place: placeWords(place, names),
    kind: kindWords[ticket.kind ?? 'help'],
    service: names[ticket.serviceCode ?? ''] ?? '',
    secrecy: secrecyWords[ticket.caller?.secrecy ?? 'named'].name,
    priority: priorityOf(ticket),
    department: names[ticket.lead?.departmentId ?? ''] ?? '',
    attachments: ticket.attachments ?? [],
    coSigners: ticket.coSignerCount ?? 0,
    endText: end?.text ?? '',
    blocked: isBlocked ? `${block.reason}。答复的时间先停着，恢复办理以后接着算。` : '',
    replies,
    promises: (ticket.commitments ?? []).map(({ id, measure, promisedAt, state }): PromiseWords => ({
      key: id,
      measure,
      words: `${dayWords(promisedAt)}前 · ${commitmentWords[state]}`,
      broken: state === 'broken',
    })),
    timeline: (ticket.history ?? [])
      .map((entry) => timelineEntry(entry, ticket.supplements ?? [], names, now))
      .reverse(),
    askEvaluation,
    maySupplement: mayDo.includes('supplement'),
    mayExpedite: isWaiting && mayDo.includes('expedite'),
    mayWithdraw: isWaiting && mayDo.includes('withdraw'),
    mayReopen: mayDo.includes('reopen') && ticket.erasedAt === undefined,
    mayReveal: ticket.caller?.secrecy === 'anonymous' && mayDo.includes('reveal'),
    mayForgo: ticket.priority === true && mayDo.includes('forgoPriority'),
    mayErase: mayDo.includes('erase') && ticket.erasedAt === undefined,
    fileIds: [ticket.attachments ?? [], ...(ticket.supplements ?? []).map((one) => one.attachments)]
      .flat()
      .map(({ fileId }) => fileId),
  }
}

export type TicketWords = ReturnType<typeof ticketWords>

const priorityOf = ({ priority, priorityGroup }: TicketPage['ticket']): string =>
  priorityGroup ? priorityWords[priorityGroup] : priority ? '是' : ''

function placeWords(place: TicketPage['ticket']['place'], names: Readonly<Record<string, string>>): string {
  if (!place) return ''
  const areas = place.path.slice(1, 3).map((id) => names[id] ?? '')
  return [...areas, place.address ?? ''].filter(Boolean).join(' ')
}

function timelineEntry(
  entry: HistoryEntry,
  supplements: readonly Supplement[],
  names: Readonly<Record<string, string>>,
  now: number,
): TimelineEntry {
  const unit = names[entry.departmentId ?? '']
  const supplement = entry.what === 'supplement' ? supplements.find(({ at }) => at === entry.at) : undefined
  const title = historyWords(entry.what)
  return {
    key: String(entry.seq),
    when: momentWords(entry.at, now),
    title: unit ? title.replace('承办单位', unit) : title,
    text: entry.text ?? supplement?.text ?? '',
  }
}
