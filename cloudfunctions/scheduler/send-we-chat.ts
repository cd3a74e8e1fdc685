import type { Message } from '../../typings/contract/messages'
import type { Sending } from '../../typings/contract/notification'
import { residentKind } from '../domain/notification/rules'
import type { TemplateId } from '../domain/notification/templates'
import { type Notice, weChatFields } from '../domain/notification/we-chat-fields'
import { localDate } from '../domain/calendar/local-time'
import { sendSubscribeMessage } from '../platform/channels/we-chat'
import { openidOf } from '../platform/stores/caller-store'
import { correctConsent, giveBackConsent, takeConsent } from '../platform/stores/consent-store'
import { findMessage, unreadTitles } from '../platform/stores/message-store'
import { templateFor } from '../platform/subscribe-templates'
import type { ChannelOutcome, SendGround } from './send'

/** At most once: the sending stands as attempting before this is called, and what is cut off is never repeated. */
export async function byWeChat(sending: Sending, { at }: SendGround): Promise<ChannelOutcome> {
  const { recipientId, postId, template: name } = sending
  const kind = postId === undefined ? residentKind[name as TemplateId] : 'work'
  const template = kind && templateFor(kind)
  if (!template) return { state: 'failed', code: 'noTemplate' }
  const told = name === 'digest' ? await digestOf(sending, at) : await noticeOf(sending)
  if (!told) return { state: 'skipped', code: 'read' }
  const openid = await openidOf(recipientId)
  if (openid === undefined) return { state: 'failed', code: 'noAddress' }
  if (!(await takeConsent(recipientId, template))) return { state: 'refused', code: 'noConsent' }
  const fields = weChatFields(template, told.notice)
  const outcome = await sendSubscribeMessage({ openid, templateId: template.id, page: told.page, fields })
  if (outcome.state === 'refused') await correctConsent(recipientId, template)
  if (outcome.state === 'busy' || outcome.state === 'failed') await giveBackConsent(recipientId, template)
  if (outcome.state === 'failed') console.error(`send: WeChat refuses ${template.id} with ${outcome.code}`)
  return outcome.state === 'busy' ? { state: 'later', code: outcome.code } : outcome
}

interface Told {
  notice: Notice
  page: string
}

/** Undefined where the person has read it in the mini-program meanwhile. */
async function noticeOf({ messageId }: Sending): Promise<Told | undefined> {
  const message = await findMessage(messageId)
  if (message?.unread === undefined) return undefined
  const { subject, title, at, number } = message
  return {
    notice: { subject: subject ?? '点开查看', title, at, number: number ?? '' },
    page: pageOf(message),
  }
}

function pageOf({ page, ticketId, postId }: Message): string {
  if (page !== undefined) return page
  if (ticketId === undefined) return 'pages/messages/messages'
  return `${postId === undefined ? 'pages' : 'staff'}/ticket/ticket?ticketId=${ticketId}`
}

/** How many are unread and what most of them are; undefined where nothing is. */
async function digestOf({ recipientId }: Sending, at: number): Promise<Told | undefined> {
  const titles = await unreadTitles([recipientId])
  if (titles.length === 0) return undefined
  const counts = new Map<string, number>()
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1)
  const said = [...counts].sort(([, a], [, b]) => b - a).map(([title, count]) => `${title} ${count}`)
  return {
    notice: {
      subject: `${titles.length} 条消息还没有看`,
      title: said.join('、'),
      at,
      number: localDate(at),
    },
    page: 'pages/messages/messages',
  }
}
