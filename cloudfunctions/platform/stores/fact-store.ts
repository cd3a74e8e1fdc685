import type { LocalDate, Timestamp } from '../../../typings/contract/time'
import { refuse } from '../../domain/errors'
import type { FactFilter } from '../../domain/statistics/behind'
import type { Fact } from '../../domain/statistics/fact'
import type { DayRollup } from '../../domain/statistics/rollup'
import { _, db, insertNew, insertOnce, isDuplicate } from '../cloud'
import { readAll } from './by-key'

/**
 * Facts in the order they were told, mostly new ones: one round trip then. A finished fact takes the place of an open one,
 * never the other way round: an open fact told again by a late retry must not hide how it ended.
 */
export async function keepFacts(facts: readonly Fact[]): Promise<void> {
  const last = [...new Map(facts.map((fact) => [fact._id, fact])).values()]
  if (last.length > 1) {
    try {
      await db.collection('facts').add(last)
      return
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  }
  for (const fact of last) await keepFact(fact)
}

async function keepFact(fact: Fact): Promise<void> {
  const added = await insertOnce('facts', fact)
  const open = 'result' in fact && fact.result === 'open' && !fact.excluded
  if (added || open) return
  const { _id, ...rest } = fact
  await db.collection('facts').doc(_id).set(rest)
}

/** Takes a fact back. Where it stood a mark stays, so that its day is added up again. */
export async function dropFact(id: string, at: Timestamp): Promise<void> {
  const { data } = await db.collection('facts').doc(id).get()
  const [fact] = data as Fact[]
  if (!fact) return
  await insertOnce('facts', { _id: `${id}@${fact.day}`, day: fact.day, recordedAt: at, gone: true })
  await db.collection('facts').doc(id).remove()
}

export async function factsOfDay(day: LocalDate): Promise<Fact[]> {
  return (await readAll<Fact>('facts', { day })).filter((fact) => !('gone' in fact))
}

/** Days that facts were recorded for since an instant: what a roll-up has to rebuild. */
export async function daysChangedSince(at: number): Promise<LocalDate[]> {
  const changed = await readAll<Fact>(
    'facts',
    { recordedAt: _.gte(at) },
    { by: 'recordedAt', fields: { day: true, recordedAt: true } },
  )
  return [...new Set(changed.map(({ day }) => day))].sort()
}

/** Replaces a day's rows, writing only those that changed. @returns how many were written or removed. */
export async function keepRollups(day: LocalDate, rollups: readonly DayRollup[]): Promise<number> {
  const old = new Map((await readAll<DayRollup>('day_rollups', { day })).map((row) => [row._id, row]))
  const fresh = rollups.filter(({ _id }) => !old.has(_id))
  const changed = rollups.filter((row) => old.has(row._id) && !isSame(old.get(row._id), row))
  const kept = new Set(rollups.map(({ _id }) => _id))
  const gone = [...old.keys()].filter((id) => !kept.has(id))
  await insertNew('day_rollups', fresh)
  for (const { _id, ...rest } of changed) await db.collection('day_rollups').doc(_id).set(rest)
  for (const id of gone) await db.collection('day_rollups').doc(id).remove()
  return fresh.length + changed.length + gone.length
}

const isSame = (one: DayRollup | undefined, other: DayRollup) =>
  one !== undefined &&
  sorted(one.counts) === sorted(other.counts) &&
  sorted(one.excluded) === sorted(other.excluded) &&
  String(one.hours) === String(other.hours)

const sorted = (counts: object) => JSON.stringify(Object.entries(counts).sort())

/** The day's evaluations, for a look at when they came. */
export const evaluationsOfDay = (day: LocalDate): Promise<Fact[]> =>
  readAll<Fact>('facts', { kind: 'evaluation', day })

/** Where and about what people called in a span, and nothing else of it. */
export const callsBetween = (
  from: LocalDate,
  to: LocalDate,
): Promise<Pick<Fact, '_id' | 'areaId' | 'serviceCode' | 'day'>[]> =>
  readAll(
    'facts',
    { kind: 'call', day: _.gte(from).and(_.lte(to)) },
    { by: 'day', fields: { areaId: true, serviceCode: true, day: true } },
  )

export interface FactReading {
  from: LocalDate
  to: LocalDate
  /** What falls due later is left out. */
  asOf: Timestamp
  /** False: without 剔除. */
  excluded?: boolean
}

/** A page of the facts that a filter holds for, by day and key; one indexed read. */
export async function factPage(
  filter: FactFilter,
  { from, to, asOf, excluded }: FactReading,
  limit: number,
  cursor?: string,
): Promise<{ facts: Fact[]; cursor?: string }> {
  const wanted: Record<string, unknown> = Object.fromEntries(
    Object.entries(filter).map(([field, value]) => [
      field,
      typeof value === 'object' ? _.in([...value]) : value,
    ]),
  )
  if (['clock', 'callback', 'whistle'].includes(String(filter.kind))) wanted.dueAt = _.lte(asOf)
  if (excluded === false) wanted.excluded = _.exists(false)
  const after = cursor === undefined ? undefined : pointAfter(cursor)
  // Both say from where: an index is entered by the first.
  const days = [
    { day: _.gte(after?.day ?? from).and(_.lte(to)) },
    ...(after ? [_.or([{ day: after.day, _id: _.gt(after.id) }, { day: _.gt(after.day) }])] : []),
  ]
  const { data } = await db
    .collection('facts')
    .where(_.and([{ ...wanted, gone: _.exists(false) }, ...days]))
    .orderBy('day', 'asc')
    .orderBy('_id', 'asc')
    .limit(limit)
    .get()
  const facts = data as Fact[]
  const last = facts.at(-1)
  return { facts, ...(last && facts.length === limit && { cursor: `${last.day}~${last._id}` }) }
}

/** @throws INVALID_INPUT on a foreign cursor. */
function pointAfter(cursor: string): { day: LocalDate; id: string } {
  const [day = '', id = ''] = cursor.split('~')
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && id !== '' ? { day, id } : refuse('INVALID_INPUT', 'input.cursor')
}
