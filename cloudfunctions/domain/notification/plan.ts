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
  /** Whether a post has a number for text messages. */
  hasMobile(postId: string): boolean
  at: Timestamp
}

type Who = Pick<Ticket, 'caller' | 'limitClass' | 'behalf'>

/**
 * What a message is told by, beside the message centre: nothing where that is all; two at once where it cannot wait for
 * the first to fail.
 */
export function planned(message: Message, ticket: Who, ground: Ground): Sending[] {
  const { rules, mayWrite, at } = ground
  const { recipientId, postId, template } = message
  const staff = postId !== undefined
  const urgent = message.urgent || (staff && ticket.limitClass === 'emergency')
  const climbs = highest(message, ticket, rules)
  const kind = staff ? 'work' : residentKind[template as TemplateId]
  const consented = kind !== undefined && mayWrite(recipientId, kind)
  if (staff && !urgent && !rules.atOnce.includes(template) && climbs === undefined)
    return consented ? [digestFor(recipientId, postId, at, rules)] : []
  const what = { ...pointingAt(message), urgent, ...(climbs && { climbs }) }
  const first = consented ? (['weChat'] as const) : climbs ? beyondWeChat({ ...what, climbs }, ground) : []
  const own = first.map((channel) => onChannel(channel, what, rules, at))
  return isForHelped(message, ticket)
    ? [...own, onChannel('sms', { ...what, climbs: rules.climbs[template] ?? 'sms' }, rules, at)]
    : own
}

/** What somebody hears by text message whom another one called for: that it was done, and what came of it. */
const toldToHelped: readonly string[] = ['received', 'answered', 'extended', 'ended']

/** 代办: beside whoever called, the person they called for, whose number it is; whether the caller read it or not. */
const isForHelped = ({ recipientId, postId, template }: Message, { caller, behalf }: Who): boolean =>
  behalf !== undefined &&
  caller.phone !== undefined &&
  postId === undefined &&
  recipientId === caller.alias &&
  toldToHelped.includes(template)

/** How far it may climb. A resident's number is had of the ticket, a post's of the directory: see `beyondWeChat`. */
function highest(
  { recipientId, postId, template }: Message,
  { caller, behalf }: Who,
  { climbs }: NoticeRules,
) {
  const most = climbs[template]
  if (postId !== undefined) return most
  if (behalf) return undefined
  return caller.phone !== undefined && recipientId === caller.alias ? most : undefined
}

/** A text message, where the post has a number for it; the centre's call where it has none, and at once where it is urgent. */
function beyondWeChat(
  { postId, urgent, climbs }: Pick<Sending, 'postId' | 'urgent' | 'climbs'>,
  { hasMobile }: Pick<Ground, 'hasMobile'>,
): Sending['channel'][] {
  if (postId === undefined) return ['sms']
  const textable = hasMobile(postId)
  const called = climbs === 'phone' && (urgent || !textable)
  return [...(textable ? (['sms'] as const) : []), ...(called ? (['phone'] as const) : [])]
}

const pointingAt = ({ _id, recipientId, postId, ticketId, template }: Message): Pointing => ({
  messageId: _id,
  recipientId,
  ...(postId && { postId }),
  ...(ticketId && { ticketId }),
  template,
})

type Pointing = Pick<Sending, 'messageId' | 'recipientId' | 'postId' | 'ticketId' | 'template'>

/** What follows on one that failed; nothing where it has climbed far enough. */
export function nextSendings(failed: Sending, ground: Pick<Ground, 'rules' | 'hasMobile' | 'at'>): Sending[] {
  const { channel, climbs, postId, messageId, recipientId, ticketId, template, urgent } = failed
  if (climbs === undefined || channel === 'phone') return []
  if (channel === 'sms' && climbs === 'sms') return []
  const pointing = {
    messageId,
    recipientId,
    ...(postId && { postId }),
    ...(ticketId && { ticketId }),
    template,
  }
  const next = channel === 'weChat' ? beyondWeChat(failed, ground) : (['phone'] as const)
  return next.map((one) => onChannel(one, { ...pointing, urgent, climbs }, ground.rules, ground.at))
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
