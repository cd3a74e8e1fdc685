import { _, db } from '../cloud'

/** Under the platform's cap of 1,000, which a page just below does not touch. */
const pageMost = 900

interface Reading {
  /** Ascending; `_id` alone where not said. Ties are broken by `_id`. */
  by?: string
  fields?: Record<string, boolean>
  /** Documents a page, where each is large. */
  page?: number
  /** A document that was read last time, or as much of it as the order needs. */
  after?: { _id: string } & Readonly<Record<string, string | number>>
}

/** Every document of a query, page by page by key: never more than the cap at once, never a skip. */
export async function readAll<Doc extends { _id: string }>(
  collection: string,
  query: Record<string, unknown>,
  reading: Reading = {},
): Promise<Doc[]> {
  const all: Doc[] = []
  for await (const page of readPages<Doc>(collection, query, reading)) all.push(...page)
  return all
}

/** The same, where all at once would be too much to hold. */
export async function* readPages<Doc extends { _id: string }>(
  collection: string,
  query: Record<string, unknown>,
  { by, fields, page = pageMost, after }: Reading = {},
): AsyncGenerator<Doc[]> {
  for (let last: { _id: string } | undefined = after; ;) {
    let reading = db.collection(collection).where(last ? past(query, last, by) : query)
    if (by !== undefined) reading = reading.orderBy(by, 'asc')
    reading = reading.orderBy('_id', 'asc').limit(page)
    const { data } = await (fields ? reading.field(fields) : reading).get()
    const found = data as Doc[]
    yield found
    if (found.length < page) return
    last = found.at(-1)
  }
}

function past(query: Record<string, unknown>, last: { _id: string }, by?: string): object {
  if (by === undefined) return { ...query, _id: _.gt(last._id) }
  const value = (last as unknown as Record<string, unknown>)[by]
  // The first condition follows from the second: an index is entered by it, instead of at the beginning each time.
  return _.and([
    query,
    { [by]: _.gte(value) },
    _.or([{ [by]: _.gt(value) }, { [by]: value, _id: _.gt(last._id) }]),
  ])
}
