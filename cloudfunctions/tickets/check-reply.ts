import { z } from 'zod'
import type { ReplyCheckOutput, ReplyFinding } from '../../typings/contract/reply-check'
import { relationsOf } from '../domain/access/relation'
import { viewOf } from '../domain/access/view'
import { refuse } from '../domain/errors'
import { checkReply } from '../domain/reply-check/check-reply'
import { operation } from '../platform/operation'
import { actorsOn } from '../platform/receipt-proof'
import { findTicket } from '../platform/stores/ticket-store'
import { byCaller, shapes } from './shapes'

const quoteMost = 30

/** 答复发出前看一遍:泄露、套话、答非所问、没有实质、语气;只是建议,不拦着发。 */
export const check = operation('tickets.checkReply', {
  input: z.object({ ...byCaller, text: shapes.reply }),
  async run(context): Promise<ReplyCheckOutput> {
    const { input, directory, now } = context
    const ticket = (await findTicket(input.ticketId)) ?? refuse('TICKET_NOT_FOUND', 'input.ticketId')
    const actors = actorsOn(ticket, context)
    const view = viewOf(ticket, actors, directory, now) ?? refuse('TICKET_NOT_FOUND', 'input.ticketId')
    const answers = actors.some((actor) => {
      const relations = relationsOf(actor, ticket, directory, now)
      return relations.has('lead') || relations.has('centre')
    })
    if (!answers) refuse('NOT_ALLOWED', 'input.ticketId')
    // By what the reader may know of the caller: a finding must not tell them more.
    const { name = '', phone = '' } = view.caller ?? {}
    const { findings } = checkReply(input.text, {
      subject: ticket.subject,
      detail: ticket.description,
      personal: [name, phone],
    })
    return { findings: ordered(findings.map((finding) => quoted(finding, input.text))) }
  },
})

function quoted(finding: Omit<ReplyFinding, 'quote'>, text: string): ReplyFinding {
  const { start, end } = finding
  const whole = start === 0 && end === text.length
  return { ...finding, quote: whole ? '' : text.slice(start, Math.min(end, start + quoteMost)) }
}

const ordered = (findings: readonly ReplyFinding[]) =>
  findings.toSorted((one, other) => Number(other.kind === 'leak') - Number(one.kind === 'leak'))
