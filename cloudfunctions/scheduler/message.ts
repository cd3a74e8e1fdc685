import { render } from '../domain/notification/templates'
import type { OutboxItem, Ticket } from '../domain/ticket/ticket'
import type { Message } from '../../typings/contract/messages'
import type { Addressee } from './addressees'

/** The in-app message is the truth; its id is `ticket:seq:recipient:channel`, so that it is written once. */
export function messageFor(
  ticket: Ticket,
  { seq, template, params, at }: Extract<OutboxItem, { kind: 'message' }>,
  { recipientId, postId }: Addressee,
): Message {
  const { title, text, urgent } = render(template, params)
  return {
    _id: `${ticket._id}:${seq}:${recipientId}:inApp`,
    recipientId,
    ...(postId && { postId }),
    ticketId: ticket._id,
    number: ticket.number,
    ...(isOpen(ticket) && { subject: ticket.subject }),
    template,
    title,
    text,
    urgent,
    at,
    unread: true,
  }
}

/** WeChat shows it on a locked screen: what was said in confidence, or of somebody, stays inside. */
const isOpen = ({ caller, kind }: Ticket): boolean => caller.secrecy === 'named' && kind !== 'report'
