import { z } from 'zod'
import type { Message } from '../../typings/contract/messages'
import type { Fate, MessageFate, Sending } from '../../typings/contract/notification'
import { relationsOf } from '../domain/access/relation'
import { refuse } from '../domain/errors'
import { indexDirectory } from '../domain/routing/index-directory'
import type { Ticket } from '../domain/ticket/ticket'
import { type CallContext, operation } from '../platform/operation'
import { messagesOf } from '../platform/stores/message-store'
import { sendingsOf } from '../platform/stores/sending-store'
import { findTicket } from '../platform/stores/ticket-store'
import { shapes } from './shapes'

const shownMost = 100

/** 这件诉求发过哪些消息、各到了没有;给中心看。 */
export const fates = operation('tickets.fates', {
  input: z.object({ ticketId: shapes.id }),
  async run(context): Promise<{ messages: MessageFate[] }> {
    const ticket = (await findTicket(context.input.ticketId)) ?? refuse('TICKET_NOT_FOUND', 'input.ticketId')
    guardCentre(ticket, context)
    const [messages, sendings] = await Promise.all([
      messagesOf(ticket._id, shownMost),
      sendingsOf(ticket._id),
    ])
    const byMessage = fatesByMessage(sendings)
    return {
      messages: messages.map((message) => ({
        title: message.title,
        at: message.at,
        whom: whomOf(message, ticket, context),
        read: message.readAt !== undefined,
        fates: byMessage.get(message._id) ?? [],
      })),
    }
  },
})

/** 回避 holds here too. */
export function guardCentre(ticket: Ticket, { caller, directory, now }: CallContext<unknown>): void {
  const isCentre = caller.actors.some((actor) => relationsOf(actor, ticket, directory, now).has('centre'))
  if (!isCentre) refuse('TICKET_NOT_FOUND', 'input.ticketId')
}

/** In words and never by alias: who it is stands on the ticket, as far as the reader may see. */
export function whomOf(
  { recipientId, postId }: Pick<Message, 'recipientId' | 'postId'>,
  ticket: Pick<Ticket, 'caller' | 'behalf'> | undefined,
  { directory }: Pick<CallContext<unknown>, 'directory'>,
): string {
  if (postId === undefined) {
    if (recipientId !== ticket?.caller.alias) return '同样遇到的居民'
    return ticket.behalf ? '代办的人（短信、电话给本人）' : '反映人'
  }
  const { posts, departments } = indexDirectory(directory)
  const post = posts.get(postId)
  const unit = departments.get(post?.departmentId ?? '')?.shortName ?? ''
  return [unit, post?.title, post?.holderName].filter(Boolean).join(' ')
}

const order = { weChat: 0, sms: 1, phone: 2 }

export function fatesByMessage(sendings: readonly Sending[]): Map<string, Fate[]> {
  const found = new Map<string, Fate[]>()
  for (const { messageId, channel, state, code, dueAt, settledAt } of [...sendings].sort(
    (a, b) => order[a.channel] - order[b.channel],
  )) {
    const fate: Fate = {
      channel,
      state,
      ...(code && { code }),
      ...(dueAt && { dueAt }),
      ...(settledAt && { settledAt }),
    }
    found.set(messageId, [...(found.get(messageId) ?? []), fate])
  }
  return found
}
