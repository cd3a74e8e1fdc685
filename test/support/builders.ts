import type { CommandInputs, CommandName, SubmitInput } from '../../typings/contract/commands'
import type { Directory, Post } from '../../typings/contract/directory'
import type { TicketStatus } from '../../typings/contract/ticket'
import type { Timestamp } from '../../typings/contract/time'
import type { Relation } from '../../cloudfunctions/domain/access/relation'
import { alwaysCalendar, workCalendar } from '../../cloudfunctions/domain/calendar/national'
import { DomainError } from '../../cloudfunctions/domain/errors'
import { contactPostOf, superiorOf } from '../../cloudfunctions/domain/routing/on-duty'
import { profiles } from '../../cloudfunctions/domain/sla/profiles'
import { decide } from '../../cloudfunctions/domain/ticket/decide'
import { brokenInvariants } from '../../cloudfunctions/domain/ticket/invariants'
import { openTicket } from '../../cloudfunctions/domain/ticket/open-ticket'
import { emptied } from '../../cloudfunctions/domain/ticket/outbox'
import { type Moment, rulesOf } from '../../cloudfunctions/domain/ticket/rules'
import type { Actor, Ticket } from '../../cloudfunctions/domain/ticket/ticket'
import { transitions } from '../../cloudfunctions/domain/ticket/transitions'
import { aDirectory, aPost } from '../domain/routing/a-directory'
import { shanghai } from '../domain/calendar/shanghai'
import { someInput } from './some-input'

/** Monday 1 June 2026, 09:00: a week without holidays before it ends. */
export const monday = shanghai('2026-06-01T09:00')

const staff = (_id: string, role: Post['role'], more: Partial<Post> = {}): Post =>
  aPost({ _id, role, departmentId: 'centre', personId: `person-${_id}`, ...more })

/** The small district with everybody a ticket can meet, and every ready-made profile. */
export function aDistrict(changes: Partial<Directory> = {}): Directory {
  const base = aDirectory()
  return {
    ...base,
    profiles,
    calendars: [workCalendar, alwaysCalendar],
    // Who draws a lot of 0 is asked again; commands here draw none unless told to.
    settings: { ...base.settings, secondCallShare: 0.5 },
    posts: [
      ...base.posts,
      staff('dispatcher', 'dispatcher'),
      staff('supervisor', 'supervisor'),
      staff('admin', 'admin'),
      staff('leader', 'leader', { departmentId: 'government' }),
      staff('grid-worker', 'gridWorker', { departmentId: 'lane-committee', areaId: 'lane-1' }),
    ],
    ...changes,
  }
}

/** The district after everybody of these departments has left. */
export function without(departmentIds: readonly string[], base = aDistrict()): Directory {
  const posts = base.posts.map((post) => {
    if (!departmentIds.includes(post.departmentId)) return post
    const { personId: _gone, ...vacant } = post
    return vacant
  })
  return { ...base, version: base.version + 1, posts }
}

export const contactOf = (departmentId: string): Actor => ({
  role: 'contact',
  postId: `contact-${departmentId}`,
  departmentId,
})

export const deputyOf = (departmentId: string): Actor => ({
  role: 'deputy',
  postId: `deputy-${departmentId}`,
  departmentId,
})

const ofCentre = (role: 'dispatcher' | 'supervisor' | 'admin'): Actor => ({
  role,
  postId: role,
  departmentId: 'centre',
})

export const dispatcher = ofCentre('dispatcher')
export const supervisor = ofCentre('supervisor')
export const admin = ofCentre('admin')
export const leader: Actor = { role: 'leader', postId: 'leader', departmentId: 'government' }
export const gridWorker: Actor = {
  role: 'gridWorker',
  postId: 'grid-worker',
  departmentId: 'lane-committee',
}
export const caller: Actor = { role: 'resident', alias: 'alias-of-caller' }
export const stranger: Actor = { role: 'resident', alias: 'alias-of-stranger' }
export const system: Actor = { role: 'system' }

/** Somebody who stands so to the ticket now; undefined where nobody does. */
export function whoIs(relation: Relation, ticket: Ticket, directory: Directory): Actor | undefined {
  const lead = ticket.lead?.departmentId
  switch (relation) {
    case 'caller':
      return { role: 'resident', alias: ticket.caller.alias }
    case 'resident':
      return stranger
    case 'lead':
      return lead === undefined ? undefined : contactOf(lead)
    case 'coHandler': {
      const task = ticket.coTasks.find(({ state }) => state === 'open') ?? ticket.coTasks[0]
      return task && contactOf(task.departmentId)
    }
    case 'consulted': {
      const { departmentIds = [], opinions = [] } = ticket.consultation ?? {}
      const silent = departmentIds.find((id) => !opinions.some(({ departmentId }) => departmentId === id))
      return silent === undefined ? undefined : contactOf(silent)
    }
    case 'superior':
      return ticket.escalation && contactOf(ticket.escalation.toDepartmentId)
    case 'copied': {
      const unit = ticket.cc[0] ?? superiorOf(lead ?? '', directory)?._id
      return unit === undefined ? undefined : contactOf(unit)
    }
    case 'areaWatcher':
      return gridWorker
    case 'centre':
      return dispatcher
    case 'supervisor':
      return supervisor
    case 'leader':
      return leader
    case 'admin':
      return admin
    case 'system':
      return system
  }
}

export interface Beginning {
  at?: Timestamp
  directory?: Directory
  submit?: Partial<SubmitInput>
}

/** A street light in 里巷, a named caller: the catalogue sends it to the city management at once. */
export const aCall = (changes: Partial<SubmitInput> = {}): SubmitInput => ({
  kind: 'help',
  description: '里巷三号门口的路灯不亮,晚上看不见路。',
  serviceCode: 'street-light',
  place: { areaId: 'lane-1', address: '里巷三号' },
  secrecy: 'named',
  name: '甲居民',
  phone: '13800000000',
  ...changes,
})

export const aMoment = (by: Actor, at = monday, directory = aDistrict()): Moment => ({
  at,
  by,
  rules: rulesOf(directory),
})

/** A ticket and the time it lives in. Every step is a real command, and no step may break an invariant. */
export class Life {
  ticket: Ticket
  at: Timestamp
  directory: Directory

  constructor({ at = monday, directory = aDistrict(), submit = {} }: Beginning = {}) {
    this.at = at
    this.directory = directory
    this.ticket = this.written(
      openTicket(
        aCall(submit),
        { ticketId: 'ticket-1', number: '20260601-ABCDEF-G', alias: 'alias-of-caller' },
        aMoment(caller, at, directory),
      ),
    )
    this.mustHold(this.ticket)
  }

  /** Gives a command as whoever the table lets; throws what the domain refuses. */
  do<Name extends CommandName>(name: Name, input: Partial<CommandInputs[Name]> = {}, by?: Actor): this {
    this.take(this.decided(name, input, by))
    return this
  }

  /** The code with which a command is refused; undefined where it is not. */
  refusal<Name extends CommandName>(
    name: Name,
    input: Partial<CommandInputs[Name]> = {},
    by?: Actor,
  ): string | undefined {
    try {
      this.decided(name, input, by)
      return undefined
    } catch (error) {
      if (error instanceof DomainError) return error.code
      throw error
    }
  }

  /** Lets time pass up to an instant or a local time; every wake on the way happens at its instant. */
  until(when: Timestamp | string): this {
    const to = typeof when === 'string' ? shanghai(when) : when
    for (let wakes = 0; ; wakes++) {
      this.deliver()
      const next = this.ticket.nextWakeAt
      if (next === undefined || next > to) break
      if (wakes > 200) throw new Error(`the ticket asks to be woken at ${next} again and again`)
      this.at = Math.max(this.at, next)
      this.wake()
    }
    this.at = Math.max(this.at, to)
    return this
  }

  /** As the sweep does: a wake that finds nothing to do is no step, and leaves the version and the time of the last one. */
  private wake(): void {
    const woken = this.decided('wake', {})
    if (woken.history.length > this.ticket.history.length) this.take(woken)
    else this.empty()
    this.mustHold(this.ticket)
  }

  /** What the scheduler does once the outbox has been delivered. */
  deliver(): this {
    if (this.ticket.outbox.length > 0) this.empty()
    // With its outbox empty only what is still to happen wakes it.
    this.mustHold(this.ticket)
    return this
  }

  private take(next: Ticket): void {
    this.mustHold(next, this.ticket)
    this.ticket = this.written(next)
  }

  private empty(): void {
    this.ticket = this.written(emptied(this.ticket, aMoment(system, this.at, this.directory)))
  }

  /** Templates of the messages that wait to leave, `template>recipient`. */
  messages(): string[] {
    return this.ticket.outbox.flatMap((item) =>
      item.kind === 'message' ? [`${item.template}>${recipientOf(item.recipient)}`] : [],
    )
  }

  clock(idOrKind: string) {
    const found = this.ticket.clocks.findLast(({ id, kind }) => id === idOrKind || kind === idOrKind)
    if (!found) throw new Error(`no clock ${idOrKind}`)
    return found
  }

  /** What the store makes of a ticket that is saved; `this.ticket` is the one before, if there was one. */
  protected written(next: Ticket): Ticket {
    return next
  }

  private decided<Name extends CommandName>(
    name: Name,
    input: Partial<CommandInputs[Name]>,
    by = this.whoMay(name),
  ): Ticket {
    const whole = { ...someInput(name, this.at, this.ticket), ...input }
    return decide(this.ticket, name, whole, aMoment(by, this.at, this.directory))
  }

  private whoMay(name: CommandName): Actor {
    for (const relation of transitions[name].by) {
      const actor = whoIs(relation, this.ticket, this.directory)
      if (actor) return this.onDuty(actor)
    }
    return stranger
  }

  private onDuty(actor: Actor): Actor {
    const contact = actor.role === 'contact' && contactPostOf(actor.departmentId ?? '', this.directory)
    const away = contact && contact.absence !== undefined && contact.absence.from <= this.at
    return away ? deputyOf(actor.departmentId ?? '') : actor
  }

  private mustHold(ticket: Ticket, before?: Ticket) {
    const broken = brokenInvariants(ticket, before)
    if (broken.length > 0) throw new Error(`broken: ${broken.join('; ')}`)
  }
}

function recipientOf(recipient: { to: string } & Record<string, unknown>): string {
  return String(recipient.postId ?? recipient.departmentId ?? recipient.role ?? recipient.to)
}

/** A life that has come to a status on the shortest way. */
export function aLife({
  status = 'dispatched',
  ...beginning
}: Beginning & { status?: TicketStatus } = {}): Life {
  const fromDesk = deskStatuses.includes(status)
  const life = new Life({
    ...beginning,
    ...(fromDesk && { submit: { ...beginning.submit, serviceCode: undefined } }),
  })
  for (const [name, input] of wayTo[status]) life.do(name, input)
  return life
}

/** Statuses that are reached from the centre's desk: nothing was sure enough to be dispatched at once. */
const deskStatuses: readonly TicketStatus[] = ['submitted', 'answered', 'referred', 'rejected', 'merged']

type Steps = readonly (readonly [CommandName, object?])[]

const toReplied: Steps = [['acknowledge'], ['contactResident'], ['reply']]

const wayTo: Record<TicketStatus, Steps> = {
  submitted: [],
  dispatched: [],
  acknowledged: [['acknowledge']],
  replied: toReplied,
  callback: [...toReplied, ['review']],
  closed: [...toReplied, ['review'], ['evaluate']],
  answered: [['answer']],
  referred: [['refer']],
  rejected: [['reject']],
  merged: [['merge']],
  terminated: [['acknowledge'], ['terminate'], ['ruleTermination']],
  withdrawn: [['withdraw']],
}
