import type { Sending } from '../../typings/contract/notification'
import { smsForHelped, smsText } from '../domain/notification/sms-text'
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
  const ticket = postId === undefined ? await findTicket(ticketId ?? '') : undefined
  const { caller, behalf } = ticket ?? {}
  // Whoever called for somebody has read it: the person themselves has not.
  if (!message || (message.unread === undefined && !behalf)) return { state: 'skipped', code: 'read' }
  const own = caller?.alias === recipientId ? caller.phone : undefined
  const phone = postId === undefined ? own : dutyMobileOf(postId, directory)
  if (phone === undefined) return { state: 'failed', code: postId ? 'noDutyPhone' : 'noNumber' }
  const { tenantName } = directory.settings
  const text = behalf ? smsForHelped(message, tenantName, behalf.relation) : smsText(message, tenantName)
  const handed = await handOver(keyOf(sending), phone, text)
  if (handed.state === 'noAnswer') return { state: 'later', code: 'noAnswer' }
  return handed.state === 'accepted' ? handed : { state: 'failed', code: handed.code }
}

export async function reportOfSms(sending: Sending): Promise<ChannelOutcome> {
  const report = await reportOn(keyOf(sending))
  if (report.state === 'failed') return report
  return { state: report.state === 'delivered' ? 'delivered' : 'accepted' }
}

/** What the gateway knows a message by: ticket, number of the message and the post, without the alias of a person. */
const keyOf = ({ _id, postId }: Sending): string =>
  [..._id.split(':').slice(0, 2), ...(postId ? [postId] : [])].join(':')
