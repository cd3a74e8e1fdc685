import type { CommandName } from '../../../typings/contract/commands'
import type { HistoryEntry, TicketStatus, Visibility } from '../../../typings/contract/ticket'
import type { Timestamp } from '../../../typings/contract/time'
import type { TemplateId } from '../notification/templates'
import { indexDirectory } from '../routing/index-directory'
import { aFact, notKnown, type Outcome, type Subject } from '../statistics/fact'
import type { Moment } from './rules'
import type { OutboxItem, Recipient, Ticket } from './ticket'

export type Writable = { -readonly [Field in keyof Ticket]: Ticket[Field] }

/**
 * A ticket while one command changes it. Steps write whole top-level fields and never reach into the old ticket, so
 * what changed can be told by comparing fields, and the ticket before stays as it was.
 */
export class Draft {
  readonly ticket: Writable

  constructor(
    readonly before: Ticket,
    readonly moment: Moment,
    readonly command: CommandName | 'submit',
  ) {
    this.ticket = { ...before }
  }

  get at(): Timestamp {
    return this.moment.at
  }

  move(to: TicketStatus) {
    this.ticket.status = to
  }

  /** One line of the history. `what` is the command's own name unless the scheduler did something within a wake. */
  record(
    line: { what?: string; code?: string; text?: string; proof?: string; visibility?: Visibility } = {},
  ) {
    const { by } = this.moment
    const entry: HistoryEntry = {
      seq: this.ticket.history.length + 1,
      at: this.at,
      what: line.what ?? this.command,
      role: by.role,
      from: this.before.status,
      to: this.ticket.status,
      visibility: line.visibility ?? 'resident',
      ...(by.postId && { postId: by.postId }),
      ...(by.departmentId && { departmentId: by.departmentId }),
      ...(line.code && { code: line.code }),
      ...(line.text && { text: line.text }),
      ...(line.proof && { proof: line.proof }),
    }
    this.ticket.history = [...this.ticket.history, entry]
  }

  /** Puts a message on its way; the scheduler delivers it. The caller hears only if they want to, co-signers always. */
  tell(recipient: Recipient, template: TemplateId, params: Record<string, string | number> = {}) {
    const { caller, coSignerCount } = this.ticket
    if (recipient.to === 'caller' && !caller.notify && coSignerCount === 0) return
    this.post({
      kind: 'message',
      recipient,
      template,
      params: { subject: this.ticket.subject, number: this.ticket.number, ...params },
    })
  }

  tellLead(template: TemplateId, params: Record<string, string | number> = {}) {
    if (this.ticket.lead) this.tell({ to: 'post', postId: this.ticket.lead.postId }, template, params)
  }

  tellCentre(template: TemplateId, params: Record<string, string | number> = {}) {
    this.tell({ to: 'role', role: 'dispatcher' }, template, params)
  }

  /** A fact for the rates; its id is made of the ticket and `ref`, so that writing it twice changes nothing. */
  count(outcome: Outcome, departmentId: string) {
    const excluded = this.ticket.exemptions.find(({ of }) => of === exemptible(outcome))
    const fact = aFact(this.subject(departmentId), outcome, this.at)
    this.post({ kind: 'fact', fact: excluded ? { ...fact, excluded } : fact })
  }

  factId(kind: Outcome['kind'], ref: string): string {
    return `${this.ticket._id}:${kind}:${ref}`
  }

  /** Whom and what a fact of this ticket is about. */
  subject(departmentId: string): Subject {
    const { _id, place, serviceCode } = this.ticket
    const department = indexDirectory(this.moment.rules.directory).departments.get(departmentId)
    return {
      ticketId: _id,
      departmentId,
      ...(department && { departmentClass: department.class }),
      areaId: place.areaId,
      serviceCode: serviceCode ?? notKnown,
    }
  }

  post(item: OutboxContent) {
    const seq = this.ticket.outboxSeq + 1
    this.ticket.outboxSeq = seq
    this.ticket.outbox = [...this.ticket.outbox, { seq, at: this.at, ...item }]
  }

  departmentName(id: string | undefined): string {
    return indexDirectory(this.moment.rules.directory).departments.get(id ?? '')?.name ?? '承办单位'
  }
}

type WithoutStamp<Item> = Item extends unknown ? Omit<Item, 'seq' | 'at'> : never
export type OutboxContent = WithoutStamp<OutboxItem>

/** What an exemption names a fact by: a clock's id, or the round of a callback. */
const exemptible = (outcome: Outcome): string =>
  outcome.kind === 'clock' || outcome.kind === 'whistle' ? outcome.ref : `${outcome.kind}:${outcome.ref}`
