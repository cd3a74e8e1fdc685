import type { Message } from '../../../typings/contract/messages'
import type { NoticeKind, NoticeRules, Sending } from '../../../typings/contract/notification'
import type { Timestamp } from '../../../typings/contract/time'
import { localDate } from '../calendar/local-time'
import type { Ticket } from '../ticket/ticket'
import { afterQuiet, nextAt } from './quiet-hours'
import { residentKind } from './rules'
import type { TemplateId } from './templates'

interface Ground {
  rules: NoticeRules
  /** Whether our ledger still has a consent of this person for such messages. */
  mayWrite(recipientId: string, kind: NoticeKind): boolean
  at: Timestamp
}

type Who = Pick<Ticket, 'caller' | 'limitClass'>

/** What a message is told by, beside the message centre; undefined where that is all. */
export function planned(message: Message, ticket: Who, ground: Ground): Sending | undefined {
  const { rules, mayWrite, at } = ground
  const { recipientId, postId, template } = message
  const staff = postId !== undefined
  const urgent = message.urgent || (staff && ticket.limitClass === 'emergency')
  const most = highest(message, ticket, rules)
  const kind = staff ? 'work' : residentKind[template as TemplateId]
  const consented = kind !== undefined && mayWrite(recipientId, kind)
  if (staff && !urgent && !rules.atOnce.includes(template) && most === undefined)
    return consented ? digestFor(recipientId, postId, at, rules) : undefined
  const first = consented ? 'weChat' : most && (staff ? 'phone' : 'sms')
  if (first === undefined) return undefined
  return onChannel(first, { ...pointingAt(message), urgent, ...(most && { climbs: most }) }, rules, at)
}

/** Numbers are only had of the caller, on the ticket; staff are called by the centre's own list. */
function highest({ recipientId, postId, template }: Message, { caller }: Who, { climbs }: NoticeRules) {
  const most = climbs[template]
  if (postId !== undefined) return most === 'phone' ? most : undefined
  return caller.phone !== undefined && recipientId === caller.alias ? most : undefined
}

const pointingAt = ({ _id, recipientId, postId, ticketId, template }: Message): Pointing => ({
  messageId: _id,
  recipientId,
  ...(postId && { postId }),
  ...(ticketId && { ticketId }),
  template,
})

type Pointing = Pick<Sending, 'messageId' | 'recipientId' | 'postId' | 'ticketId' | 'template'>

/** The next channel of one that failed; undefined where it has climbed far enough. */
export function nextSending(failed: Sending, rules: NoticeRules, at: Timestamp): Sending | undefined {
  const { channel, climbs, postId, messageId, recipientId, ticketId, template, urgent } = failed
  if (climbs === undefined || channel === 'phone') return undefined
  if (channel === 'sms' && climbs === 'sms') return undefined
  const next = channel === 'weChat' && postId === undefined ? 'sms' : 'phone'
  const pointing = {
    messageId,
    recipientId,
    ...(postId && { postId }),
    ...(ticketId && { ticketId }),
    template,
  }
  return onChannel(next, { ...pointing, urgent, climbs }, rules, at)
}

function onChannel(
  channel: Sending['channel'],
  what: Pointing & Pick<Sending, 'urgent' | 'climbs'>,
  { quiet }: NoticeRules,
  at: Timestamp,
): Sending {
  const _id = what.messageId.replace(/:inApp$/, `:${channel}`)
  const common = { _id, channel, ...what, tries: 0, at }
  if (channel === 'phone') return { ...common, state: 'open', calls: [] }
  return { ...common, state: 'waiting', dueAt: what.urgent ? at : afterQuiet(at, quiet) }
}

/** One a day for each member of staff: the first message that can wait makes it, the others find it there. */
function digestFor(recipientId: string, postId: string, at: Timestamp, { digestAt }: NoticeRules): Sending {
  const dueAt = nextAt(at, digestAt)
  const messageId = `digest:${localDate(dueAt)}:${recipientId}:inApp`
  return {
    _id: messageId.replace(/:inApp$/, ':weChat'),
    channel: 'weChat',
    messageId,
    recipientId,
    postId,
    template: 'digest',
    urgent: false,
    state: 'waiting',
    dueAt,
    tries: 0,
    at,
  }
}
