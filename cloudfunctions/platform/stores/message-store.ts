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
    .update({ readAt: at, unread: _.remove() })
  return updated === 1
}

/** Everybody's about one ticket: they quote its first words; and what became of them. */
export async function eraseMessages(ticketId: string): Promise<void> {
  await db.collection('messages').where({ ticketId }).remove()
  await db.collection('sendings').where({ ticketId }).remove()
}

/** @returns how many were unread. */
export async function markAllRead(recipientIds: readonly string[], at: number): Promise<number> {
  const { updated } = await db
    .collection('messages')
    .where({ recipientId: _.in([...recipientIds]), unread: true })
    .update({ readAt: at, unread: _.remove() })
  return updated ?? 0
}

/** Nobody counts further; more is more. */
const countMost = 99

/** Over all pages, up to 99. */
export const countUnread = async (recipientIds: readonly string[]): Promise<number> =>
  (await unreadTitles(recipientIds)).length

/** Titles of what is unread, at most 99. */
export async function unreadTitles(recipientIds: readonly string[]): Promise<string[]> {
  const { data } = await db
    .collection('messages')
    .where({ recipientId: _.in([...recipientIds]), unread: true })
    .limit(countMost)
    .field({ title: true })
    .get()
  return (data as { title: string }[]).map(({ title }) => title)
}

export async function findMessage(id: string): Promise<Message | undefined> {
  const { data } = await db.collection('messages').doc(id).get()
  return (data as Message[])[0]
}

export async function messagesWithIds(ids: readonly string[]): Promise<Message[]> {
  if (ids.length === 0) return []
  const { data } = await db
    .collection('messages')
    .where({ _id: _.in([...ids]) })
    .limit(ids.length)
    .get()
  return data as Message[]
}

/** Of one ticket, newest first. */
export async function messagesOf(ticketId: string, limit: number): Promise<Message[]> {
  const { data } = await db
    .collection('messages')
    .where({ ticketId })
    .orderBy('at', 'desc')
    .limit(limit)
    .get()
  return data as Message[]
}
