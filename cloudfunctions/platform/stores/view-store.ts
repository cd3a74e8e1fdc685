import { _, db } from '../cloud'

/** `views`: which version of a ticket somebody looked at last. One small document for each person and ticket. */
export interface View {
  ticketId: string
  version: number
}

const idOf = (personId: string, ticketId: string): string => `${personId}:${ticketId}`

/** Side by side, one write each: the latest look stands, whatever it finds. */
export async function keepViews(personId: string, views: readonly View[], at: number): Promise<void> {
  await Promise.all(
    views.map(({ ticketId, version }) =>
      db.collection('views').doc(idOf(personId, ticketId)).set({ personId, ticketId, version, at }),
    ),
  )
}

/** Of the tickets of one page, by id; one read. */
export async function viewsOf(
  personId: string,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ticketIds.length === 0) return new Map()
  const { data } = await db
    .collection('views')
    .where({ _id: _.in(ticketIds.map((ticketId) => idOf(personId, ticketId))) })
    .limit(ticketIds.length)
    .field({ ticketId: true, version: true })
    .get()
  return new Map((data as View[]).map(({ ticketId, version }) => [ticketId, version]))
}
