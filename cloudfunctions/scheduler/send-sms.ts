import type { Sending } from '../../typings/contract/notification'
import { smsText } from '../domain/notification/sms-text'
import { handOver, hasSms, reportOn } from '../platform/channels/sms'
import { findMessage } from '../platform/stores/message-store'
import { findTicket } from '../platform/stores/ticket-store'
import type { ChannelOutcome, SendGround } from './send'

/** The number is had of the ticket when it is needed, and kept nowhere else. */
export async function bySms(sending: Sending, { directory }: SendGround): Promise<ChannelOutcome> {
  const { _id, messageId, ticketId, recipientId } = sending
  if (!hasSms()) return { state: 'failed', code: 'notConfigured' }
  const message = await findMessage(messageId)
  if (message?.unread === undefined) return { state: 'skipped', code: 'read' }
  const caller = (await findTicket(ticketId ?? ''))?.caller
  if (caller?.phone === undefined || caller.alias !== recipientId)
    return { state: 'failed', code: 'noNumber' }
  const handed = await handOver(keyOf(_id), caller.phone, smsText(message, directory.settings.tenantName))
  if (handed.state === 'noAnswer') return { state: 'later', code: 'noAnswer' }
  return handed.state === 'accepted' ? handed : { state: 'failed', code: handed.code }
}

export async function reportOfSms({ _id }: Sending): Promise<ChannelOutcome> {
  const report = await reportOn(keyOf(_id))
  if (report.state === 'failed') return report
  return { state: report.state === 'delivered' ? 'delivered' : 'accepted' }
}

/** What the gateway knows a message by: ticket and number of the message, without the alias of a person. */
const keyOf = (id: string): string => id.split(':').slice(0, 2).join(':')
