import { _, db } from '../cloud'

/** Under the platform's cap of 1,000, which a page just below does not touch. */
const pageMost = 900

interface Reading {
  /** Ascending; `_id` alone where not said. Ties are broken by `_id`. */
  by?: string
  fields?: Record<string, boolean>
  /** Documents a page, where each is large. */
  page?: number
}

/** Every document of a query, page by page by key: never more than the cap at once, never a skip. */
export async function readAll<Doc extends { _id: string }>(
  collection: string,
  query: Record<string, unknown>,
  { by, fields, page = pageMost }: Reading = {},
): Promise<Doc[]> {
  const all: Doc[] = []
  for (;;) {
    const last = all.at(-1)
    let reading = db.collection(collection).where(last ? past(query, last, by) : query)
    if (by !== undefined) reading = reading.orderBy(by, 'asc')
    reading = reading.orderBy('_id', 'asc').limit(page)
    const { data } = await (fields ? reading.field(fields) : reading).get()
    all.push(...(data as Doc[]))
    if (data.length < page) return all
  }
}

function past(query: Record<string, unknown>, last: { _id: string }, by?: string): object {
  if (by === undefined) return { ...query, _id: _.gt(last._id) }
  const value = (last as unknown as Record<string, unknown>)[by]
  return _.and([query, _.or([{ [by]: _.gt(value) }, { [by]: value, _id: _.gt(last._id) }])])
}
