import type { LocalDate, Timestamp } from '../../../typings/contract/time'
import type { Fact } from '../../domain/statistics/fact'
import type { DayRollup } from '../../domain/statistics/rollup'
import { _, db, insertNew, insertOnce, isDuplicate } from '../cloud'

const pageMost = 900

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
  return (await pages<Fact>('facts', { day })).filter((fact) => !('gone' in fact))
}

/** Days that facts were recorded for since an instant: what a roll-up has to rebuild. */
export async function daysChangedSince(at: number): Promise<LocalDate[]> {
  const changed = await pages<Fact>('facts', { recordedAt: _.gte(at) })
  return [...new Set(changed.map(({ day }) => day))].sort()
}

/** Replaces a day's rows, writing only those that changed. @returns how many were written or removed. */
export async function keepRollups(day: LocalDate, rollups: readonly DayRollup[]): Promise<number> {
  const old = new Map((await pages<DayRollup>('day_rollups', { day })).map((row) => [row._id, row]))
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
  sorted(one.excluded) === sorted(other.excluded)

const sorted = (counts: object) => JSON.stringify(Object.entries(counts).sort())

/** Rolled-up days of a span, ends included. */
export async function rollupsBetween(from: LocalDate, to: LocalDate): Promise<DayRollup[]> {
  const all: DayRollup[] = []
  for (;;) {
    const last = all.at(-1)
    const { data } = await db
      .collection('day_rollups')
      .where(last ? afterRow(last, to) : { day: _.gte(from).and(_.lte(to)) })
      .orderBy('day', 'asc')
      .orderBy('_id', 'asc')
      .limit(pageMost)
      .get()
    all.push(...(data as DayRollup[]))
    if (data.length < pageMost) return all
  }
}

const afterRow = ({ _id, day }: DayRollup, to: LocalDate) =>
  _.or([{ day: _.gt(day).and(_.lte(to)) }, { day, _id: _.gt(_id) }])

/** Pages by `_id` within the query: the cap of one read is 1,000. */
async function pages<Doc extends { _id: string }>(
  collection: string,
  query: Record<string, unknown>,
): Promise<Doc[]> {
  const all: Doc[] = []
  for (;;) {
    const last = all.at(-1)?._id
    const { data } = await db
      .collection(collection)
      .where(last === undefined ? query : { ...query, _id: _.gt(last) })
      .orderBy('_id', 'asc')
      .limit(pageMost)
      .get()
    all.push(...(data as Doc[]))
    if (data.length < pageMost) return all
  }
}
