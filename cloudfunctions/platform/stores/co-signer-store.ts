import { _, db, insertOnce } from '../cloud'
import { beyond, cursorAfter } from './key-page'

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

/** What one person co-signed, and whether they have judged it. */
export interface Signature extends CoSigner {
  _id: string
  at: number
  evaluationId?: string
}

/** Newest first; of one ticket where it is named. */
export async function signaturesOf(
  aliases: readonly string[],
  { ticketId, limit, cursor }: { ticketId?: string; limit: number; cursor?: string },
): Promise<{ signatures: Signature[]; cursor?: string }> {
  const query = { alias: _.in([...aliases]), ...(ticketId && { ticketId }) }
  const { data } = await db
    .collection('co_signers')
    .where(beyond(query, { by: 'at', direction: 'desc' }, cursor))
    .orderBy('at', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  const signatures = data as Signature[]
  return { signatures, ...cursorAfter(signatures, limit, ({ at }) => at) }
}

/** @returns the evaluation that stands, now or before. */
export async function keepJudgement({ _id }: Signature, evaluationId: string): Promise<string> {
  const first = { _id, evaluationId: _.exists(false) }
  const { updated } = await db.collection('co_signers').where(first).update({ evaluationId })
  if (updated === 1) return evaluationId
  const { data } = await db.collection('co_signers').doc(_id).get()
  return (data as Signature[])[0]?.evaluationId ?? evaluationId
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
