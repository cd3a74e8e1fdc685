import { db } from '../cloud'

/**
 * Texts longer than a ticket should hold, by a deterministic id: `<ticket>:description`, `<ticket>:<commandId>`. Written
 * before the ticket that names them, and written again by a retry, so that nothing said is ever lost.
 */
export async function keepText(id: string, ticketId: string, text: string): Promise<void> {
  await db.collection('texts').doc(id).set({ ticketId, text })
}

export async function findText(id: string): Promise<string | undefined> {
  const { data } = await db.collection('texts').doc(id).get()
  return (data as { text: string }[])[0]?.text
}

export async function eraseText(id: string): Promise<void> {
  await db.collection('texts').doc(id).remove()
}
