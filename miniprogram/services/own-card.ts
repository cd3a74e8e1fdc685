import type { OwnCard } from '../../typings/contract/views'
import type { Timestamp } from '../../typings/contract/time'
import { deadlineWords, type DeadlineWords, pausedWords } from './deadline'
import { dayWords } from './people-time'
import { cardSentence } from './sentence'

/** One of the caller's own, ready to be drawn. */
export interface CardWords {
  ticketId: string
  subject: string
  sentence: string
  deadline: DeadlineWords
  submitted: string
  number: string
  asksEvaluation: boolean
}

export function cardWords(card: OwnCard, names: Readonly<Record<string, string>>, now: Timestamp): CardWords {
  return {
    ticketId: card._id,
    subject: card.subject,
    sentence: cardSentence(card, names, now),
    deadline:
      card.reviewAt === undefined ? deadlineWords(card.promise, now) : pausedWords(card.reviewAt, now),
    submitted: `${dayWords(card.submittedAt)}提交`,
    number: card.number,
    asksEvaluation: card.status === 'callback',
  }
}
