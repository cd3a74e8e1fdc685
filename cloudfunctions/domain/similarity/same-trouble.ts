import type { Timestamp } from '../../../typings/contract/time'
import { placeNames } from './place-names'
import { bareText, containment, jaccard, shingles } from './shingles'
import type { Described } from './signature'

export interface Trouble extends Described {
  /** From the district down; shared leading ids mean a shared place. Empty where unknown. */
  path: readonly string[]
  submittedAt: Timestamp
  serviceCode?: string
}

export interface Likeness {
  /** 0 to 1; not a probability. */
  score: number
  /** A repeat of the same text, or perhaps the same trouble in other words; undefined: neither. */
  kind?: 'repeat' | 'sameTrouble'
  /** In Chinese, for the person who decides. */
  because: string[]
}

/** Measured on the groups of messages_dev (docs/brains.md). */
const repeatAt = 0.3
const sameTroubleAt = 0.45
const dayMs = 86_400_000
/** Beyond it the same place has had other troubles since. In days. */
const halfLife = 60

/** How much two calls speak of one thing, by words, place and time. Symmetric. */
export function likeness(one: Trouble, other: Trouble): Likeness {
  const words = wordLikeness(one, other)
  const names = placeNames(`${one.address ?? ''}，${one.subject ?? ''}，${one.detail}`)
  const theirs = new Set(placeNames(`${other.address ?? ''}，${other.subject ?? ''}，${other.detail}`))
  const shared = names.filter((name) => theirs.has(name))
  const depth = sharedDepth(one.path, other.path)
  const days = Math.abs(one.submittedAt - other.submittedAt) / dayMs
  const recency = 0.5 ** (days / halfLife)
  const sameService = one.serviceCode !== undefined && one.serviceCode === other.serviceCode
  const place = shared.length > 0 ? 1 : depth >= 3 ? 0.6 : 0
  const score = Math.min(1, words + place * (0.15 + (sameService ? 0.15 : 0)) * recency)
  const because = [
    ...(words >= repeatAt ? ['文字大部分相同'] : words >= repeatAt / 2 ? ['部分文字相同'] : []),
    ...(shared.length > 0 ? [`都提到“${shared[0]}”`] : depth >= 3 ? ['在同一社区（村）'] : []),
    ...(sameService ? ['类别相同'] : []),
    ...(days < 1 ? ['同一天提交'] : days <= halfLife ? [`相隔 ${Math.round(days)} 天`] : []),
  ]
  if (words >= repeatAt) return { score, kind: 'repeat', because }
  if (score >= sameTroubleAt) return { score, kind: 'sameTrouble', because }
  return { score, because }
}

/** The beginning tells: whole texts by what they share, or a short one by how much of it stands in the other. */
function wordLikeness(one: Trouble, other: Trouble): number {
  const [mine, theirs] = [one, other].map(({ subject = '', detail }) =>
    shingles(bareText(`${subject}${detail}`)),
  )
  const [subject, subjectToo] = [one, other].map(({ subject: text = '' }) => shingles(bareText(text)))
  const whole = jaccard(mine!, theirs!)
  const part = Math.min(mine!.size, theirs!.size) >= 20 ? containment(mine!, theirs!) * 0.6 : 0
  const bySubject = Math.min(subject!.size, subjectToo!.size) >= 5 ? jaccard(subject!, subjectToo!) * 0.6 : 0
  return Math.max(whole, part, bySubject)
}

function sharedDepth(one: readonly string[], other: readonly string[]): number {
  let depth = 0
  while (depth < one.length && one[depth] === other[depth]) depth++
  return depth
}
