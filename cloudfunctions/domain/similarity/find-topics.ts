import type { Timestamp } from '../../../typings/contract/time'
import { heatOf } from './heat'
import { mergeOfOnePlace } from './merge-clusters'
import { placeNames } from './place-names'
import { cosine, nearby, vectorsOf, type Text, type Vector } from './text-vectors'

export interface Call extends Text {
  id: string
  at: Timestamp
  /** Who agrees (我也遇到, 点赞) and who doesn't. */
  likes: number
  against: number
}

export interface Topic {
  /** The subject of the member nearest to all others. */
  title: string
  /** Most members name it; absent where they don't agree. */
  place?: string
  from: Timestamp
  to: Timestamp
  heat: number
  /** Members in the last third of the span over a third of all; above 1 it grows. */
  growth: number
  memberIds: readonly string[]
}

/** Chosen on hot_issues_dev by reading (docs/brains.md). */
const alike = 0.22
const alikeToAll = 0.2
/** Added where two calls name the same place; taken away where both name places and none is shared. */
const samePlace = 0.08
const otherPlace = -0.06
const heaviest = 24
const mostHolders = 80
const leastMembers = 2
/** Where it is, is said at the beginning. In characters. */
const placesRead = 200
const dayMs = 86_400_000
/** The same words after a quiet quarter are another story. In days. */
const longestPause = 120

/** Clusters of calls about one thing at one place, hottest first. Work grows with the calls that share rare words. */
export function findTopics(calls: readonly Call[]): Topic[] {
  const vectors = vectorsOf(calls)
  const names = calls.map(
    ({ subject, detail }) => new Set(placeNames(`${subject}，${detail.slice(0, placesRead)}`)),
  )
  const likeness: Likeness = (one, other) =>
    cosine(vectors[one]!, vectors[other]!) + placeBonus(names[one]!, names[other]!)
  const found = clusters(calls, vectors, likeness).filter((members) => members.length >= leastMembers)
  const places = (members: readonly number[]) => placesOf(members, calls, names)
  return mergeOfOnePlace(found, places, vectors, (mine, theirs) => meet(mine, theirs, calls))
    .map((members) => topicOf(members, calls, names, likeness))
    .sort((one, other) => other.heat - one.heat)
}

/** Of two calls, by their numbers. */
type Likeness = (one: number, other: number) => number

function placeBonus(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  for (const name of one) if (other.has(name)) return samePlace
  return otherPlace
}

/** Nearest pairs join first; two clusters join where their members are alike on average, and not too long apart. */
function clusters(calls: readonly Call[], vectors: readonly Vector[], likeness: Likeness): number[][] {
  const pairs = nearby(vectors, heaviest, mostHolders)
    .flatMap((others, one) => others.map((other) => ({ one, other, score: likeness(one, other) })))
    .filter(({ score }) => score >= alike)
    .sort((left, right) => right.score - left.score)
  const clusterOf = calls.map((_, call) => call)
  const members = new Map(calls.map((_, call) => [call, [call]]))
  for (const { one, other } of pairs) {
    const [left, right] = [clusterOf[one]!, clusterOf[other]!]
    if (left === right) continue
    const [mine, theirs] = [members.get(left)!, members.get(right)!]
    if (!meet(mine, theirs, calls) || meanLikeness(mine, theirs, likeness) < alikeToAll) continue
    for (const call of theirs) clusterOf[call] = left
    members.set(left, [...mine, ...theirs])
    members.delete(right)
  }
  return [...members.values()]
}

/** Some two of them lie within the longest pause. */
const meet = (mine: readonly number[], theirs: readonly number[], calls: readonly Call[]) =>
  mine.some((one) =>
    theirs.some((other) => Math.abs(calls[one]!.at - calls[other]!.at) <= longestPause * dayMs),
  )

function meanLikeness(mine: readonly number[], theirs: readonly number[], likeness: Likeness): number {
  let sum = 0
  for (const one of mine) for (const other of theirs) sum += likeness(one, other)
  return sum / (mine.length * theirs.length)
}

function topicOf(
  members: readonly number[],
  calls: readonly Call[],
  names: readonly ReadonlySet<string>[],
  likeness: Likeness,
): Topic {
  const ordered = members.toSorted((one, other) => calls[one]!.at - calls[other]!.at)
  const own = ordered.map((call) => calls[call]!)
  const from = own[0]!.at
  const to = own.at(-1)!.at
  const [place] = placesOf(ordered, calls, names)
  return {
    title: calls[nearestToAll(ordered, likeness)]!.subject,
    ...(place !== undefined && { place }),
    from,
    to,
    ...heatOf(own, from, to),
    memberIds: own.map(({ id }) => id),
  }
}

const nearestToAll = (members: readonly number[], likeness: Likeness): number =>
  members
    .map((call) => ({ call, mean: meanLikeness([call], members, likeness) }))
    .reduce((best, next) => (next.mean > best.mean ? next : best)).call

/** Names that half of them give, and two at least; the most told first, one in the subject counts twice. */
function placesOf(
  members: readonly number[],
  calls: readonly Call[],
  names: readonly ReadonlySet<string>[],
): string[] {
  const tally = new Map<string, { named: number; weight: number }>()
  for (const call of members)
    for (const name of names[call]!) {
      const { named, weight } = tally.get(name) ?? { named: 0, weight: 0 }
      tally.set(name, { named: named + 1, weight: weight + (calls[call]!.subject.includes(name) ? 2 : 1) })
    }
  return [...tally]
    .filter(([, { named }]) => named > 1 && named * 2 >= members.length)
    .sort((one, other) => other[1].weight - one[1].weight || other[0].length - one[0].length)
    .map(([name]) => name)
}
