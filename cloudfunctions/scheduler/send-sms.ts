import type { Sending } from '../../typings/contract/notification'
import { smsText } from '../domain/notification/sms-text'
import { dutyMobileOf } from '../domain/routing/duty-phone'
import { handOver, hasSms, reportOn } from '../platform/channels/sms'
import { findMessage } from '../platform/stores/message-store'
import { findTicket } from '../platform/stores/ticket-store'
import type { ChannelOutcome, SendGround } from './send'

/** The number is had of the ticket, or of the directory for a post, when it is needed, and kept nowhere else. */
export async function bySms(sending: Sending, { directory }: SendGround): Promise<ChannelOutcome> {
  const { messageId, ticketId, recipientId, postId } = sending
  if (!hasSms()) return { state: 'failed', code: 'notConfigured' }
  const message = await findMessage(messageId)
  if (message?.unread === undefined) return { state: 'skipped', code: 'read' }
  const phone =
    postId === undefined ? await callersNumber(ticketId ?? '', recipientId) : dutyMobileOf(postId, directory)
  if (phone === undefined) return { state: 'failed', code: postId ? 'noDutyPhone' : 'noNumber' }
  const handed = await handOver(keyOf(sending), phone, smsText(message, directory.settings.tenantName))
  if (handed.state === 'noAnswer') return { state: 'later', code: 'noAnswer' }
  return handed.state === 'accepted' ? handed : { state: 'failed', code: handed.code }
}

async function callersNumber(ticketId: string, alias: string): Promise<string | undefined> {
  const caller = (await findTicket(ticketId))?.caller
  return caller?.alias === alias ? caller.phone : undefined
}

export async function reportOfSms(sending: Sending): Promise<ChannelOutcome> {
  const report = await reportOn(keyOf(sending))
  if (report.state === 'failed') return report
  return { state: report.state === 'delivered' ? 'delivered' : 'accepted' }
}

/** What the gateway knows a message by: ticket, number of the message and the post, without the alias of a person. */
const keyOf = ({ _id, postId }: Sending): string =>
  [..._id.split(':').slice(0, 2), ...(postId ? [postId] : [])].join(':')
