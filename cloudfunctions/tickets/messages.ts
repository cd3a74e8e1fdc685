import { z } from 'zod'
import type { MessageList } from '../../typings/contract/messages'
import { refuse } from '../domain/errors'
import type { Caller } from '../platform/caller'
import { operation } from '../platform/operation'
import { markRead as mark, messagesFor } from '../platform/stores/message-store'
import { limits } from './shapes'

const boxesOf = ({ aliases, personId }: Caller) => [...aliases, personId]

/** 消息中心:以这里为准,别的渠道只是提醒。 */
export const messages = operation('tickets.messages', {
  input: z.object({
    cursor: z.string().max(400).optional(),
    limit: z.int().positive().max(limits.pageSizeMost).default(limits.pageSize),
  }),
  async run({ input, caller }): Promise<MessageList> {
    const { messages: found, cursor } = await messagesFor(boxesOf(caller), input.limit, input.cursor)
    return {
      messages: found.map(({ recipientId: _recipientId, ...message }) => ({
        ...message,
        _id: message._id.replace(`:${_recipientId}:`, ':*:'),
      })),
      unread: found.filter(({ readAt }) => readAt === undefined).length,
      ...(cursor !== undefined && { cursor }),
    }
  },
})

/** 已读。 */
export const markRead = operation('tickets.markRead', {
  input: z.object({ messageId: z.string().max(200) }),
  async run({ input, caller, now }): Promise<object> {
    for (const box of boxesOf(caller))
      if (await mark(input.messageId.replace(':*:', `:${box}:`), [box], now)) return {}
    return refuse('NOT_FOUND', 'input.messageId')
  },
})
