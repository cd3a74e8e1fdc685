import type { LocalDate } from '../../../typings/contract/time'
import {
  addSheets,
  type Dimension,
  dimensions,
  packSum,
  type Sheet,
  type Sheets,
  unpackSum,
} from '../../domain/statistics/sheet'
import type { Span } from '../../domain/statistics/span'
import { _, db } from '../cloud'

/** `<from>~<to>:<dimension>`: the sums of a day or a segment. */
interface StoredSheet {
  _id: string
  rows: Readonly<Record<string, string>>
}

/** `<dimension>:<key>`: everything of one unit, street or service over the years, to be read at once. */
interface StoredSeries {
  _id: string
  /** Sums by span, `<from>~<to>`. */
  sums: Readonly<Record<string, string>>
}

/** Days whose sums a series holds one by one; older ones stand in sheets only. */
export const daysInSeries = 100

/** How many series are read or written at once. */
const batch = 50

export const spanId = ({ from, to }: Span) => `${from}~${to}`

/** A field's name may hold neither dot nor dollar; the tenant's ids may. */
const fieldOf = (key: string) => encodeURIComponent(key).replaceAll('.', '%2E')

const sheetId = (span: Span, dimension: Dimension) => `${spanId(span)}:${dimension}`

/** Writes the sums of a span, all four dimensions. */
export async function keepSheets(span: Span, sheets: Sheets): Promise<void> {
  await Promise.all(
    dimensions.map((dimension) =>
      db
        .collection('sum_sheets')
        .doc(sheetId(span, dimension))
        .set({
          from: span.from,
          to: span.to,
          dimension,
          rows: Object.fromEntries(
            Object.entries(sheets[dimension]).map(([key, sum]) => [fieldOf(key), packSum(sum)]),
          ),
        }),
    ),
  )
}

/** Sums of several spans added up; one round trip. Spans that nothing was kept of count nothing. */
export async function sheetOf(spans: readonly Span[], dimension: Dimension): Promise<Sheet> {
  if (spans.length === 0) return {}
  const ids = spans.map((span) => sheetId(span, dimension))
  const { data } = await db
    .collection('sum_sheets')
    .where({ _id: _.in(ids) })
    .limit(ids.length)
    .get()
  return addSheets((data as StoredSheet[]).map(unpacked))
}

/** The sums of each day by itself, empty where nothing was kept; one round trip. */
export async function sheetsOfDays(days: readonly LocalDate[], dimension: Dimension): Promise<Sheet[]> {
  const ids = days.map((day) => sheetId({ from: day, to: day }, dimension))
  const { data } = await db
    .collection('sum_sheets')
    .where({ _id: _.in(ids) })
    .limit(ids.length)
    .get()
  const found = new Map((data as StoredSheet[]).map((sheet) => [sheet._id, unpacked(sheet)]))
  return ids.map((id) => found.get(id) ?? {})
}

function unpacked({ rows }: StoredSheet): Sheet {
  return Object.fromEntries(
    Object.entries(rows).map(([field, packed]) => [decodeURIComponent(field), unpackSum(packed)]),
  )
}

/** What one key was counted over the kept spans, by `<from>~<to>`; packed, as few of them are wanted. */
export async function seriesOf(dimension: Dimension, key: string): Promise<StoredSeries['sums']> {
  const { data } = await db.collection('sum_series').doc(`${dimension}:${key}`).get()
  return (data as StoredSeries[])[0]?.sums ?? {}
}

/** Writes spans into the series of their keys; only series that change are written. Days before `daysFrom` are let go. */
export async function keepSeries(
  spans: readonly { span: Span; sheets: Sheets }[],
  daysFrom: LocalDate,
): Promise<void> {
  const fresh = new Map<string, Record<string, string>>()
  for (const { span, sheets } of spans)
    for (const dimension of dimensions)
      for (const [key, sum] of Object.entries(sheets[dimension])) {
        const id = `${dimension}:${key}`
        fresh.set(id, { ...fresh.get(id), [spanId(span)]: packSum(sum) })
      }
  const ids = [...fresh.keys()].sort()
  for (let i = 0; i < ids.length; i += batch) await keepSeriesOf(ids.slice(i, i + batch), fresh, daysFrom)
}

async function keepSeriesOf(
  ids: readonly string[],
  fresh: ReadonlyMap<string, Record<string, string>>,
  daysFrom: LocalDate,
): Promise<void> {
  const { data } = await db
    .collection('sum_series')
    .where({ _id: _.in([...ids]) })
    .limit(ids.length)
    .get()
  const old = new Map((data as StoredSeries[]).map(({ _id, sums }) => [_id, sums]))
  await Promise.all(
    ids.map(async (id) => {
      const before = old.get(id) ?? {}
      const after = Object.fromEntries(
        Object.entries({ ...before, ...fresh.get(id) })
          .filter(([span]) => !isDay(span) || span >= daysFrom)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      )
      if (JSON.stringify(before) === JSON.stringify(after)) return
      await db.collection('sum_series').doc(id).set({ sums: after })
    }),
  )
}

const isDay = (id: string) => id.slice(0, 10) === id.slice(11)
