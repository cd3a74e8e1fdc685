import type { Message } from '../../../typings/contract/messages'
import { _, db } from '../cloud'

export async function messagesFor(
  recipientIds: readonly string[],
  limit: number,
  before?: number,
): Promise<Message[]> {
  const recipients = recipientIds.length === 1 ? recipientIds[0] : _.in([...recipientIds])
  const { data } = await db
    .collection('messages')
    .where({ recipientId: recipients, ...(before !== undefined && { at: _.lt(before) }) })
    .orderBy('at', 'desc')
    .limit(limit)
    .get()
  return data as Message[]
}

export async function markRead(id: string, recipientIds: readonly string[], at: number): Promise<boolean> {
  const { updated } = await db
    .collection('messages')
    .where({ _id: id, recipientId: _.in([...recipientIds]) })
    .update({ readAt: at })
  return updated === 1
}
