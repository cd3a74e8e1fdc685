import type { HistoryEntry, Hop } from '../../typings/contract/ticket'
import type { TicketView } from '../../typings/contract/views'
import type { Timestamp } from '../../typings/contract/time'
import { momentWords } from '../services/people-time'
import { lineTerm } from './terms'

type Names = Readonly<Record<string, string>>

/** One hop, as those who work on the ticket read it: 第 2 次流转, from whom to whom, when, who sent it and why. */
export interface HopWords {
  key: string
  title: string
  way: string
  when: string
  who: string
  reason: string
}

/** Newest first. */
export function trailOf({ hops = [], history = [] }: TicketView, names: Names, now: Timestamp): HopWords[] {
  return hops
    .map((hop, index) => hopWords(hop, index + 1, senderOf(hop, history, names), names, now))
    .reverse()
}

function hopWords(
  { at, from, to, reason, stint }: Hop,
  count: number,
  who: string,
  names: Names,
  now: Timestamp,
): HopWords {
  const unit = names[to] ?? '承办单位'
  return {
    key: String(stint),
    title: `第 ${count} 次流转`,
    way:
      from === undefined
        ? `派给${unit}`
        : from === to
          ? `仍由${unit}办理`
          : `${names[from] ?? '原单位'} → ${unit}`,
    when: momentWords(at, now),
    who,
    reason,
  }
}

/** The line of the history that the hop was written with: who did it, and by which step. */
function senderOf({ at, from }: Hop, history: readonly HistoryEntry[], names: Names): string {
  const line = history.find(
    (entry) =>
      entry.at === at && sends.includes(entry.what) && (entry.what !== 'submit' || from === undefined),
  )
  if (!line) return ''
  if (line.what === 'submit') return '系统按派单目录自动派单'
  const unit = names[line.departmentId ?? ''] ?? ''
  const post = names[line.postId ?? ''] ?? ''
  return [[unit, post].filter(Boolean).join(' '), lineTerm(line.what)].filter(Boolean).join(' · ')
}

/** Steps by which a ticket changes hands. */
const sends: readonly string[] = [
  'dispatch',
  'ruleReturn',
  'takeBack',
  'review',
  'decideRework',
  'evaluate',
  'recordCall',
  'reopen',
  'submit',
]
