import { db } from '../cloud'

/** More than the platform reads at once would be a matter for the district, not for a message each. */
const most = 1000

export async function coSignersOf(ticketId: string): Promise<string[]> {
  const { data } = await db
    .collection('co_signers')
    .where({ ticketId })
    .limit(most)
    .field({ alias: true })
    .get()
  return (data as { alias: string }[]).map(({ alias }) => alias)
}
