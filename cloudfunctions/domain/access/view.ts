import type { Directory } from '../../../typings/contract/directory'
import type { Handover } from '../../../typings/contract/handover'
import type { RepeatFlag } from '../../../typings/contract/repeat-flag'
import type { TicketBrief, TicketFields, Visibility } from '../../../typings/contract/ticket'
import type { TicketCard, TicketView } from '../../../typings/contract/views'
import type { Timestamp } from '../../../typings/contract/time'
import type { Actor, Ticket } from '../ticket/ticket'
import { relationsOf, type Relation } from './relation'

type Audience = 'resident' | 'watcher' | 'handler' | 'centre'

/** Wider audiences see all that narrower ones do. */
const audienceOf: Record<Relation, Audience | undefined> = {
  resident: undefined,
  caller: 'resident',
  areaWatcher: 'watcher',
  copied: 'watcher',
  consulted: 'watcher',
  leader: 'handler',
  superior: 'handler',
  coHandler: 'handler',
  lead: 'handler',
  centre: 'centre',
  supervisor: 'centre',
  admin: undefined,
  system: undefined,
}

const handlers: readonly Audience[] = ['handler', 'centre']
const everybody: readonly Audience[] = ['resident', 'watcher', ...handlers]
const callerAndHandlers: readonly Audience[] = ['resident', ...handlers]

/** Who sees which field of a ticket: the one table (law 5). `caller` is cut further below. */
const fields: Record<keyof TicketFields, readonly Audience[]> = {
  _id: everybody,
  number: everybody,
  version: everybody,
  status: everybody,
  channel: everybody,
  kind: everybody,
  serviceCode: everybody,
  limitClass: everybody,
  priority: callerAndHandlers,
  priorityGroup: callerAndHandlers,
  guess: ['centre'],
  alarms: handlers,
  subject: everybody,
  description: everybody,
  textId: callerAndHandlers,
  place: everybody,
  answers: callerAndHandlers,
  attachments: callerAndHandlers,
  caller: callerAndHandlers,
  behalf: callerAndHandlers,
  againstDepartmentId: ['resident', 'centre'],
  lead: everybody,
  cc: handlers,
  ownerDepartmentId: everybody,
  nextStep: everybody,
  centreTasks: handlers,
  clocks: everybody,
  hops: everybody,
  returnCount: everybody,
  objection: handlers,
  extension: callerAndHandlers,
  extensionCount: everybody,
  block: everybody,
  termination: handlers,
  commitments: everybody,
  coTasks: handlers,
  commissions: handlers,
  escalation: handlers,
  consultation: ['watcher', ...handlers],
  supervisions: handlers,
  contacts: callerAndHandlers,
  replies: callerAndHandlers,
  reworkCount: everybody,
  callback: callerAndHandlers,
  secondCall: ['centre'],
  repeat: callerAndHandlers,
  supplements: callerAndHandlers,
  expedites: callerAndHandlers,
  coSignerCount: everybody,
  coSignerVerdicts: ['centre'],
  merge: callerAndHandlers,
  absorbed: handlers,
  exemptions: handlers,
  handover: handlers,
  publication: handlers,
  finding: handlers,
  end: everybody,
  erasedAt: everybody,
  history: everybody,
  submittedAt: everybody,
  updatedAt: everybody,
  nextDeadlineAt: handlers,
  dues: handlers,
  awaitedIds: handlers,
  nextWakeAt: ['centre'],
}

/** What history an audience reads. */
const reads: Record<Audience, readonly Visibility[]> = {
  resident: ['public', 'resident'],
  watcher: ['public', 'resident'],
  handler: ['public', 'resident', 'internal'],
  centre: ['public', 'resident', 'internal'],
}

/** The ticket as these actors may see it; undefined where they may not see it at all. */
export function viewOf(
  ticket: Ticket,
  actors: readonly Actor[],
  directory: Directory,
  at: Timestamp,
): TicketView | undefined {
  const relations = new Set<Relation>()
  for (const actor of actors)
    for (const relation of relationsOf(actor, ticket, directory, at)) relations.add(relation)
  const audiences = new Set([...relations].flatMap((relation) => audienceOf[relation] ?? []))
  if (audiences.size === 0) return undefined
  const view: Record<string, unknown> = { relations: [...relations] }
  for (const [field, seenBy] of Object.entries(fields))
    if (seenBy.some((audience) => audiences.has(audience)) && field in ticket)
      view[field] = cut(ticket, field as keyof TicketFields, audiences, actors)
  return view as unknown as TicketView
}

/** Whether somebody reads what those who work on the ticket write to each other. */
export const readsInternal = (actor: Actor, ticket: Ticket, directory: Directory, at: Timestamp): boolean =>
  [...relationsOf(actor, ticket, directory, at)].some((relation) => {
    const audience = audienceOf[relation]
    return audience !== undefined && reads[audience].includes('internal')
  })

function cut(
  ticket: Ticket,
  field: keyof TicketFields,
  audiences: ReadonlySet<Audience>,
  actors: readonly Actor[],
): unknown {
  switch (field) {
    case 'caller':
      return callerFor(ticket, audiences)
    case 'history': {
      const readable = new Set([...audiences].flatMap((audience) => reads[audience]))
      return ticket.history
        .filter((entry) => readable.has(entry.visibility))
        .map(({ proof: _proof, ...entry }) => entry)
    }
    case 'replies':
      return handlers.some((audience) => audiences.has(audience)) ? ticket.replies : repliesForCaller(ticket)
    case 'clocks':
      return handlers.some((audience) => audiences.has(audience))
        ? ticket.clocks
        : ticket.clocks.filter(({ kind }) => kind === 'promise')
    case 'centreTasks':
      // That a lot fell on it would be a hint to whoever handled it.
      return audiences.has('centre')
        ? ticket.centreTasks
        : ticket.centreTasks.filter((one) => one !== 'secondCall')
    case 'repeat':
      return ticket.repeat && repeatFor(ticket.repeat, audiences)
    case 'handover':
      return ticket.handover && handoverFor(ticket.handover, actors)
    default:
      return ticket[field]
  }
}

/** The alias never leaves: it would link calls. Name and phone as the caller's secrecy says. */
function callerFor({ caller }: Ticket, audiences: ReadonlySet<Audience>): TicketView['caller'] {
  const { secrecy, notify, share, name, phone } = caller
  const mayKnow =
    audiences.has('resident') || audiences.has('centre') || (secrecy === 'named' && audiences.has('handler'))
  return {
    secrecy,
    notify,
    ...(share !== undefined && { share }),
    ...(mayKnow && name && { name }),
    ...(mayKnow && phone && { phone }),
  }
}

/** Handlers read that the centre found it, and no more: which call came before is between it and the caller. */
function repeatFor(repeat: RepeatFlag, audiences: ReadonlySet<Audience>): TicketView['repeat'] {
  const { at, liftedAt } = repeat
  if (audiences.has('resident') || audiences.has('centre')) return repeat
  return { at, ...(liftedAt !== undefined && { liftedAt }) }
}

/** Who wrote it, as a person, is nobody's to read; that one wrote it oneself is. */
function handoverFor(
  { personId, ...handover }: Handover,
  actors: readonly Actor[],
): NonNullable<TicketView['handover']> {
  const own = actors.some((actor) =>
    personId === undefined ? actor.postId === handover.postId : actor.personId === personId,
  )
  return { ...handover, own }
}

/** A reply reaches the resident once the centre approved it; the internal text never does. */
function repliesForCaller({ replies }: Ticket): TicketView['replies'] {
  return replies
    .filter(({ review }) => review?.verdict === 'approved')
    .map(({ internalText: _internal, review: _review, ...reply }) => reply)
}

export const briefOf = ({ _id, number, version, status, nextStep }: Ticket): TicketBrief => ({
  ticketId: _id,
  number,
  version,
  status,
  nextStep,
})

/** What a list reads of each ticket; always a projection (decisions.md). */
export const cardFields = [
  '_id',
  'number',
  'version',
  'status',
  'kind',
  'serviceCode',
  'limitClass',
  'priority',
  'subject',
  'place',
  'lead',
  'ownerDepartmentId',
  'nextStep',
  'nextDeadlineAt',
  'dues',
  'submittedAt',
  'updatedAt',
  'coSignerCount',
  'returnCount',
  'alarms',
] as const satisfies readonly (keyof TicketCard)[]
