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
  /** In Chinese, for the person who decides; what was found in the other's words is for the centre alone. */
  because: Reason[]
}

interface Reason {
  about: 'words' | 'name' | 'area' | 'service' | 'time'
  said: string
}

/** Measured on the groups of messages_dev (docs/brains.md). */
const repeatAt = 0.3
const sameTroubleAt = 0.45
const dayMs = 86_400_000
/** Beyond it the same place has had other troubles since. In days. */
const halfLife = 60
/** What a shared place adds, and how much more where the service is the same too: then the words may differ. */
const placeWorth = 0.15
const serviceThereWorth = 0.35
/** District, street, community. */
export const communityDepth = 3
/** A name that both wrote; the same grid, the same community. */
const nearness = { name: 1, grid: 0.9, community: 0.6 }

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
  const { name, grid, community } = nearness
  const place =
    shared.length > 0 ? name : depth > communityDepth ? grid : depth >= communityDepth ? community : 0
  const score = Math.min(1, words + place * (placeWorth + (sameService ? serviceThereWorth : 0)) * recency)
  const because = reasons([
    ['words', words >= repeatAt ? '文字大部分相同' : words >= repeatAt / 2 ? '部分文字相同' : ''],
    ['name', shared.length > 0 ? `都提到“${shared[0]}”` : ''],
    ['area', depth > communityDepth ? '在同一网格' : depth >= communityDepth ? '在同一社区（村）' : ''],
    ['service', sameService ? '类别相同' : ''],
    ['time', days < 1 ? '一天之内' : days <= halfLife ? `相隔 ${Math.round(days)} 天` : ''],
  ])
  // The same words about another place are another trouble.
  const known = Math.min(one.path.length, other.path.length) >= communityDepth
  if (known && depth < communityDepth && shared.length === 0) return { score, because }
  if (words >= repeatAt) return { score, kind: 'repeat', because }
  if (score >= sameTroubleAt) return { score, kind: 'sameTrouble', because }
  return { score, because }
}

const reasons = (told: readonly (readonly [Reason['about'], string])[]): Reason[] =>
  told.flatMap(([about, said]) => (said ? [{ about, said }] : []))

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
