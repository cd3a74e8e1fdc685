import type { Timestamp } from '../../../typings/contract/time'
import type { Span } from '../../domain/statistics/span'
import { _, db, insertOnce } from '../cloud'

/** Key and packed sum; no object, as the tenant's ids may hold what a field's name may not. */
export type Rows = readonly (readonly [string, string])[]

/** A correction of a published figure: what stands since then, by `<dimension>:<key>`, packed. */
interface Correction {
  at: Timestamp
  rows: Rows
}

/** Figures as they were published, never changed; what became known later stands beside them with its date. */
export interface Snapshot extends Span {
  methodVersion: number
  asOf: Timestamp
  /** Packed sums by `<dimension>:<key>`. */
  rows: Rows
  corrections: readonly Correction[]
}

const idOf = ({ from, to }: Span) => `${from}~${to}`

/** @returns false where the span is published already: the first publication holds. */
export const publish = (snapshot: Snapshot): Promise<boolean> =>
  insertOnce('snapshots', { _id: idOf(snapshot), ...snapshot })

export async function snapshotOf(span: Span): Promise<Snapshot | undefined> {
  const { data } = await db.collection('snapshots').doc(idOf(span)).get()
  return (data as Snapshot[])[0]
}

/** Adds a correction where nobody else has added one meanwhile. */
export async function correct(snapshot: Snapshot, rows: Rows, at: Timestamp) {
  const corrections = [...snapshot.corrections, { at, rows }]
  await db
    .collection('snapshots')
    .where({ _id: idOf(snapshot), asOf: snapshot.asOf })
    .update({ corrections: _.set(corrections) })
}
