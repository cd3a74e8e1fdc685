import type { SharedMatter } from '../../typings/contract/own-records'
import type { Timestamp } from '../../typings/contract/time'
import { deadlineWords, pausedWords } from './deadline'
import { dayWords, momentWords } from './people-time'
import { standingSentence } from './sentence'

type Names = Readonly<Record<string, string>>

/** A co-signed matter in words: never the first caller's. */
export function sharedWords(matter: SharedMatter, names: Names, now: Timestamp) {
  const department = names[matter.lead?.departmentId ?? ''] ?? '承办单位'
  return {
    ticketId: matter._id,
    version: matter.version,
    title: names[matter.serviceCode ?? ''] ?? '同一件事',
    place: matter.areaIds
      .map((id) => names[id] ?? '')
      .filter(Boolean)
      .join(' '),
    sentence: standingSentence(matter, department, now),
    deadline:
      matter.reviewAt === undefined ? deadlineWords(matter.promise, now) : pausedWords(matter.reviewAt, now),
    signed: `${dayWords(matter.signedAt)}您点了“我也遇到”，一共 ${matter.coSignerCount} 位邻居也遇到。`,
    department,
    replies: matter.replies.map(({ at, text }, index) => ({ key: index, text, when: momentWords(at, now) })),
    asksEvaluation: matter.asksEvaluation,
    evaluated: matter.evaluated,
  }
}

export type SharedWords = ReturnType<typeof sharedWords>
