import { db, insertOnce } from '../cloud'

/** More than the platform reads at once would be a matter for the district, not for a message each. */
const most = 1000

interface CoSigner {
  ticketId: string
  alias: string
  /** Made by the phone: a retry after a lost answer is told from a second tap. */
  commandId: string
}

/** @returns the commandId under which this person co-signed, now or before. */
export async function keepCoSigner(signer: CoSigner, at: number): Promise<string> {
  const _id = `${signer.ticketId}:${signer.alias}`
  if (await insertOnce('co_signers', { _id, ...signer, at })) return signer.commandId
  const { data } = await db.collection('co_signers').doc(_id).get()
  return (data as CoSigner[])[0]?.commandId ?? signer.commandId
}

export async function coSignersOf(ticketId: string): Promise<string[]> {
  const { data } = await db
    .collection('co_signers')
    .where({ ticketId })
    .limit(most)
    .field({ alias: true })
    .get()
  return (data as { alias: string }[]).map(({ alias }) => alias)
}

/** Whoever called the child, if they want to hear, and whoever shared it. */
export async function adoptCoSigners(
  parentId: string,
  child: { _id: string; caller: { alias: string; notify: boolean } },
  at: number,
): Promise<void> {
  const { alias, notify } = child.caller
  for (const one of [...(notify ? [alias] : []), ...(await coSignersOf(child._id))])
    await keepCoSigner({ ticketId: parentId, alias: one, commandId: child._id }, at)
}
