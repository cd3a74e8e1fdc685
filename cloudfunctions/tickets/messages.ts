import { z } from 'zod'
import type { Message, MessageList } from '../../typings/contract/messages'
import { refuse } from '../domain/errors'
import type { Caller } from '../platform/caller'
import { operation } from '../platform/operation'
import {
  countUnread,
  markAllRead as markAll,
  markRead as mark,
  messagesFor,
} from '../platform/stores/message-store'
import { sendingsWithIds } from '../platform/stores/sending-store'
import { fatesByMessage } from './fates'
import { limits } from './shapes'

const boxesOf = ({ aliases, personId }: Caller) => [...aliases, personId]

/** 消息中心:以这里为准,别的渠道只是提醒。 */
export const messages = operation('tickets.messages', {
  input: z.object({
    cursor: z.string().max(400).optional(),
    limit: z.int().positive().max(limits.pageSizeMost).default(limits.pageSize),
  }),
  async run({ input, caller }): Promise<MessageList> {
    const boxes = boxesOf(caller)
    const [{ messages: found, cursor }, unread] = await Promise.all([
      messagesFor(boxes, input.limit, input.cursor),
      countUnread(boxes),
    ])
    const fates = fatesByMessage(await sendingsWithIds(found.flatMap(sendingIdsOf)))
    return {
      messages: found.map((message) => {
        const { recipientId, subject: _subject, unread: _unread, ...shown } = message
        return {
          ...shown,
          _id: message._id.replace(`:${recipientId}:`, ':*:'),
          fates: fates.get(message._id) ?? [],
        }
      }),
      unread,
      ...(cursor !== undefined && { cursor }),
    }
  },
})

/** Ids are made of the message's, so its sendings are found without a list of them. A phone task is the centre's. */
const sendingIdsOf = ({ _id }: Message): string[] =>
  ['weChat', 'sms'].map((channel) => _id.replace(/:inApp$/, `:${channel}`))

/** 已读。 */
export const markRead = operation('tickets.markRead', {
  input: z.object({ messageId: z.string().max(200) }),
  async run({ input, caller, now }): Promise<object> {
    for (const box of boxesOf(caller))
      if (await mark(input.messageId.replace(':*:', `:${box}:`), [box], now)) return {}
    return refuse('NOT_FOUND', 'input.messageId')
  },
})

/** 全部标为已读。 */
export const markAllRead = operation('tickets.markAllRead', {
  input: z.object({}),
  async run({ caller, now }): Promise<{ read: number }> {
    return { read: await markAll(boxesOf(caller), now) }
  },
})
