import type { Directory } from '../../typings/contract/directory'
import type { Message } from '../../typings/contract/messages'
import type { Timestamp } from '../../typings/contract/time'
import { planned } from '../domain/notification/plan'
import { noticeRulesOf } from '../domain/notification/rules'
import { dutyMobileOf } from '../domain/routing/duty-phone'
import type { Ticket } from '../domain/ticket/ticket'
import { insertNew } from '../platform/cloud'
import { consentsOf } from '../platform/stores/consent-store'
import { subscribeTemplates, templateFor } from '../platform/subscribe-templates'

/** Beside the messages that now stand in-app: what goes out by WeChat, text message or telephone, and when. */
export async function queueSendings(
  ticket: Pick<Ticket, 'caller' | 'limitClass' | 'behalf'>,
  messages: readonly Message[],
  directory: Directory,
  at: Timestamp,
): Promise<number> {
  if (messages.length === 0) return 0
  const people = [...new Set(messages.map(({ recipientId }) => recipientId))]
  const left = await consentsOf(
    people,
    subscribeTemplates.map(({ id }) => id),
  )
  const ground = {
    rules: noticeRulesOf(directory),
    at,
    hasMobile: (postId: string) => dutyMobileOf(postId, directory) !== undefined,
    mayWrite(recipientId: string, kind: Parameters<typeof templateFor>[0]) {
      const template = templateFor(kind)
      return template !== undefined && left(recipientId, template.id) > 0
    },
  }
  const sendings = messages.flatMap((message) => planned(message, ticket, ground))
  const once = [...new Map(sendings.map((sending) => [sending._id, sending])).values()]
  return insertNew('sendings', once)
}
