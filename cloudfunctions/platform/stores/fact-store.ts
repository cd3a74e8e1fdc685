import type { LocalDate } from '../../../typings/contract/time'
import type { Fact } from '../../domain/statistics/fact'
import type { DayRollup } from '../../domain/statistics/rollup'
import { _, db, insertOnce } from '../cloud'

const pageMost = 1000

/**
 * A finished fact takes the place of an open one, never the other way round: an open fact told again by a late retry must
 * not hide how it ended.
 */
export async function keepFact(fact: Fact): Promise<void> {
  const open = 'result' in fact && fact.result === 'open'
  if (open && !fact.excluded) {
    await insertOnce('facts', fact)
    return
  }
  const { _id, ...rest } = fact
  await db.collection('facts').doc(_id).set(rest)
}

export async function dropFact(id: string): Promise<void> {
  await db.collection('facts').doc(id).remove()
}

export async function factsOfDay(day: LocalDate): Promise<Fact[]> {
  return pages<Fact>('facts', { day })
}

/** Days that facts were recorded for since an instant: what a roll-up has to rebuild. */
export async function daysChangedSince(at: number): Promise<LocalDate[]> {
  const changed = await pages<Fact>('facts', { recordedAt: _.gte(at) })
  return [...new Set(changed.map(({ day }) => day))].sort()
}

export async function keepRollups(day: LocalDate, rollups: readonly DayRollup[]): Promise<void> {
  const known = new Set(rollups.map(({ _id }) => _id))
  const old = await pages<DayRollup>('day_rollups', { day })
  for (const { _id } of old) if (!known.has(_id)) await db.collection('day_rollups').doc(_id).remove()
  for (const { _id, ...rest } of rollups) await db.collection('day_rollups').doc(_id).set(rest)
}

/** Rolled-up days of a span, ends included. */
export async function rollupsBetween(
  from: LocalDate,
  to: LocalDate,
  departmentId?: string,
): Promise<DayRollup[]> {
  const span = { day: _.gte(from).and(_.lte(to)) }
  return pages<DayRollup>('day_rollups', departmentId === undefined ? span : { departmentId, ...span })
}

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
