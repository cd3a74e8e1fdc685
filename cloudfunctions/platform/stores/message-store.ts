import type { Message } from '../../../typings/contract/messages'
import { _, db } from '../cloud'
import { beyond, cursorAfter } from './key-page'

/** Newest first, from every box of one person. */
export async function messagesFor(
  recipientIds: readonly string[],
  limit: number,
  cursor?: string,
): Promise<{ messages: Message[]; cursor?: string }> {
  const recipientId = recipientIds.length === 1 ? recipientIds[0] : _.in([...recipientIds])
  const { data } = await db
    .collection('messages')
    .where(beyond({ recipientId }, { by: 'at', direction: 'desc' }, cursor))
    .orderBy('at', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  const messages = data as Message[]
  return { messages, ...cursorAfter(messages, limit, ({ at }) => at) }
}

export async function markRead(id: string, recipientIds: readonly string[], at: number): Promise<boolean> {
  const { updated } = await db
    .collection('messages')
    .where({ _id: id, recipientId: _.in([...recipientIds]) })
    .update({ readAt: at })
  return updated === 1
}

/** Everybody's about one ticket: they quote its first words. */
export async function eraseMessages(ticketId: string): Promise<void> {
  await db.collection('messages').where({ ticketId }).remove()
}
