import type { Sending } from '../../typings/contract/notification'
import { smsForHelped, smsForTheRest, smsText } from '../domain/notification/sms-text'
import { localDate } from '../domain/calendar/local-time'
import { dutyMobileOf } from '../domain/routing/duty-phone'
import { handOver, hasSms, reportOn } from '../platform/channels/sms'
import { findMessage } from '../platform/stores/message-store'
import { findTicket } from '../platform/stores/ticket-store'
import { countTry } from '../platform/stores/try-store'
import type { ChannelOutcome, SendGround } from './send'

/** The number is had of the ticket, or of the directory for a post, when it is needed, and kept nowhere else. */
export async function bySms(sending: Sending, ground: SendGround): Promise<ChannelOutcome> {
  const { messageId, ticketId, recipientId, postId } = sending
  const { directory } = ground
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
  const rest = await beyondTheDay(sending, ground)
  if (rest === 'untold') return { state: 'failed', code: 'capped' }
  const said = behalf ? smsForHelped(message, tenantName, behalf.relation) : smsText(message, tenantName)
  const text = rest === 'told' ? smsForTheRest(tenantName, ground.rules.smsPerPostDay) : said
  const handed = await handOver(keyOf(sending), phone, text)
  if (handed.state === 'noAnswer') return { state: 'later', code: 'noAnswer' }
  return handed.state === 'accepted' ? handed : { state: 'failed', code: handed.code }
}

/**
 * A post's text messages of a day are counted as they go out, urgent ones aside. Beyond the tenant's number one tells of all the
 * rest, and the rest fails, so that what must reach somebody climbs on.
 */
async function beyondTheDay(
  { postId, urgent, tries }: Sending,
  { rules, at }: SendGround,
): Promise<'told' | 'untold' | undefined> {
  if (postId === undefined || urgent || tries > 0) return undefined
  const count = await countTry(`sms:${postId}:${localDate(at)}`, at)
  if (count <= rules.smsPerPostDay) return undefined
  return count === rules.smsPerPostDay + 1 ? 'told' : 'untold'
}

export async function reportOfSms(sending: Sending): Promise<ChannelOutcome> {
  const report = await reportOn(keyOf(sending))
  if (report.state === 'failed') return report
  return { state: report.state === 'delivered' ? 'delivered' : 'accepted' }
}

/** What the gateway knows a message by: ticket, number of the message and the post, without the alias of a person. */
const keyOf = ({ _id, postId }: Sending): string =>
  [..._id.split(':').slice(0, 2), ...(postId ? [postId] : [])].join(':')
