import type { Directory } from '../../typings/contract/directory'
import type { Timestamp } from '../../typings/contract/time'
import { localDate } from '../domain/calendar/local-time'
import { isAboutConduct } from '../domain/routing/avoidance'
import { indexDirectory } from '../domain/routing/index-directory'
import { findTopics, type Topic } from '../domain/similarity/find-topics'
import { loadDirectory } from '../platform/stores/directory-store'
import { type HeardTicket, keepTopics, newestCalls, type TopicDay } from '../platform/stores/topic-store'

const dayMs = 86_400_000
/** Days looked back. */
const span = 30
/** Calls read at most, the newest: some 4 s of work (docs/brains.md). */
const callsMost = 4000
const topicsMost = 30
const membersMost = 100

/** What many call about these days, found anew each night; a repeat writes the same. */
export async function findTopicsOfNight(at: Timestamp): Promise<{ read: number; topics: number }> {
  const directory = await loadDirectory()
  const newest = await newestCalls(at - span * dayMs, callsMost)
  const calls = newest.filter((call) => mayBeTold(call, directory))
  const byId = new Map(calls.map((call) => [call._id, call]))
  const found = findTopics(
    calls.map(({ _id, subject, description, submittedAt, coSignerCount }) => ({
      id: _id,
      subject,
      detail: description,
      at: submittedAt,
      likes: coSignerCount,
      against: 0,
    })),
  )
  const topics = found.slice(0, topicsMost).map((topic, rank) => card(topic, rank, byId, directory))
  await keepTopics({ _id: localDate(at), span, read: calls.length, topics })
  return { read: calls.length, topics: topics.length }
}

/** Nobody's accusation becomes a topic. */
function mayBeTold(
  { kind, status, serviceCode = '', againstDepartmentId }: HeardTicket,
  directory: Directory,
): boolean {
  const service = indexDirectory(directory).services.get(serviceCode)
  const accuses =
    kind === 'report' || againstDepartmentId !== undefined || (service && isAboutConduct(service))
  return !accuses && status !== 'withdrawn'
}

function card(
  { title, place, from, to, heat, growth, memberIds }: Topic,
  rank: number,
  byId: ReadonlyMap<string, HeardTicket>,
  directory: Directory,
): TopicDay['topics'][number] {
  const members = memberIds.flatMap((id) => byId.get(id) ?? [])
  return {
    key: String(rank + 1),
    title,
    place: [areaOf(members, directory), place ?? ''].filter(Boolean).join(' '),
    from,
    to,
    heat,
    growth,
    calls: memberIds.length,
    ...serviceOf(members),
    coSigners: members.reduce((sum, { coSignerCount }) => sum + coSignerCount, 0),
    memberIds: memberIds.slice(-membersMost),
  }
}

/** The service that half of them have. */
function serviceOf(members: readonly HeardTicket[]): { serviceCode?: string } {
  const tally = new Map<string, number>()
  for (const { serviceCode } of members)
    if (serviceCode) tally.set(serviceCode, (tally.get(serviceCode) ?? 0) + 1)
  const [most] = [...tally].sort((one, other) => other[1] - one[1])
  return most && most[1] * 2 >= members.length ? { serviceCode: most[0] } : {}
}

/** The smallest area that half of them lie in, down to the community; empty where they lie all over the district. */
function areaOf(members: readonly HeardTicket[], directory: Directory): string {
  const { areas } = indexDirectory(directory)
  for (const depth of [2, 1]) {
    const tally = new Map<string, number>()
    for (const { place } of members) {
      const id = place.path[depth]
      if (id !== undefined) tally.set(id, (tally.get(id) ?? 0) + 1)
    }
    const [most] = [...tally].sort((one, other) => other[1] - one[1])
    if (most && most[1] * 2 >= members.length) return areas.get(most[0])?.name ?? ''
  }
  return ''
}
