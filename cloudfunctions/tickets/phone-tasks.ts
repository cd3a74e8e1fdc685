import { z } from 'zod'
import type { Directory } from '../../typings/contract/directory'
import type { Message } from '../../typings/contract/messages'
import type {
  PhoneTask,
  PhoneTaskOutcome,
  Reach,
  SecondCallTask,
  Sending,
} from '../../typings/contract/notification'
import { isAccused } from '../domain/access/accused'
import { relationsOf } from '../domain/access/relation'
import { refuse } from '../domain/errors'
import { noticeRulesOf } from '../domain/notification/rules'
import { indexDirectory } from '../domain/routing/index-directory'
import { awayContacts, unreachableUnits } from '../domain/routing/reachability'
import { dutyPhoneOf } from '../domain/routing/duty-phone'
import { decide } from '../domain/ticket/decide'
import { rulesOf } from '../domain/ticket/rules'
import type { Ticket } from '../domain/ticket/ticket'
import { type CallContext, operation } from '../platform/operation'
import { messagesWithIds } from '../platform/stores/message-store'
import { addCall, openPhoneTasks, sendingsWithIds } from '../platform/stores/sending-store'
import { type WaitingSecondCall, waitingSecondCalls } from '../platform/stores/ticket-list'
import { findTickets, saveTicket } from '../platform/stores/ticket-store'
import { fatesByMessage, whomOf } from './fates'
import { limits } from './shapes'

/** 联系不上的人和单位:要打的电话、没有人在岗的单位、请假的专员。 */
export const reach = operation('tickets.reach', {
  input: z.object({}),
  async run(context): Promise<Reach> {
    const seat = guardDesk(context)
    const { directory, now } = context
    const [open, waiting] = await Promise.all([openPhoneTasks(), waitingSecondCalls()])
    const [messages, earlier, tickets] = await Promise.all([
      messagesWithIds(open.map(({ messageId }) => messageId)),
      sendingsWithIds(open.flatMap(({ _id }) => ['weChat', 'sms'].map((one) => _id.replace(/phone$/, one)))),
      findTickets([...new Set(open.flatMap(({ ticketId }) => ticketId ?? []))]),
    ])
    const messageById = new Map(messages.map((message) => [message._id, message]))
    const ticketById = new Map(tickets.map((ticket) => [ticket._id, ticket]))
    const fates = fatesByMessage(earlier)
    return {
      unreachable: unreachableUnits(directory, now),
      away: awayContacts(directory, now),
      secondCalls: waiting
        .filter((one) => !isAccused(seat.departmentId, one, directory))
        .flatMap((one) => secondCallOf(one, seat)),
      phoneTasks: open.flatMap((task) => {
        const message = messageById.get(task.messageId)
        const ticket = ticketById.get(task.ticketId ?? '')
        if (!message || (ticket && !mayCall(ticket, context, seat))) return []
        return [taskOf(task, message, ticket, { context, fates: fates.get(task.messageId) ?? [] })]
      }),
    }
  },
})

function secondCallOf({ _id, number, subject, secondCall }: WaitingSecondCall, seat: Seat): SecondCallTask[] {
  if (!secondCall) return []
  const { callAt, tries, notByPostId } = secondCall
  const forAnother = notByPostId !== undefined && notByPostId === seat.postId
  return [{ ticketId: _id, number, subject, callAt, tries: tries.length, forAnother }]
}

/** 记一次通话;打通了就了结,几次都没有打通的记为没有送到。 */
export const recordPhoneTask = operation('tickets.recordPhoneTask', {
  input: z.object({
    id: z.string().max(240),
    reached: z.boolean(),
    note: z.string().trim().max(limits.note),
    tries: z.int().nonnegative(),
  }),
  async run(context: CallContext<PhoneTaskOutcome>): Promise<{ state: Sending['state'] }> {
    const { input, directory, now } = context
    const seat = guardDesk(context)
    const task = (await taskNamed(input.id)) ?? refuse('ALREADY_RECORDED', 'input.id')
    const [ticket] = task.ticketId === undefined ? [] : await findTickets([task.ticketId])
    if (ticket && !mayCall(ticket, context, seat)) refuse('NOT_FOUND', 'input.id')
    const last = input.tries + 1 >= noticeRulesOf(directory).calls
    const state = input.reached ? 'reached' : last ? 'unreached' : 'open'
    if (ticket) await keepOnTicket(task, ticket, context, seat)
    const call = { at: now, postId: seat.postId ?? '', reached: input.reached, note: input.note }
    const seen = { _id: task._id, state: 'open' as const, tries: input.tries }
    if (!(await addCall(seen, call, state))) refuse('ALREADY_RECORDED')
    return { state }
  },
})

/**
 * The ticket decides which of two calls that are written down at once stands, so it is written first; whoever repeats the
 * same call after a crash in between finds it there and goes on.
 */
async function keepOnTicket(
  task: Sending,
  ticket: Ticket,
  context: CallContext<PhoneTaskOutcome>,
  seat: Seat,
): Promise<void> {
  const { input, directory, now } = context
  const [message] = await messagesWithIds([task.messageId])
  const call = `${seqOf(task)}:${task.postId ?? 'caller'}:${input.tries + 1}`
  const caller = indexDirectory(directory).posts.get(seat.postId ?? '')?.title ?? ''
  const said = `${input.reached ? '打通了' : '没有打通'}${input.note ? `。${input.note}` : ''}`
  const text = `${caller}打给${unitOf(task, directory)}，告知「${message?.title ?? ''}」：${said}`
  const given = { call, whom: task.postId ? 'staff' : 'caller', reached: input.reached, text } as const
  const moment = { at: now, by: seat, rules: rulesOf(directory) }
  for (let attempt = 1; attempt <= triesMost; attempt++) {
    const before = attempt === 1 ? ticket : ((await findTickets([ticket._id]))[0] ?? refuse('NOT_FOUND'))
    if (stands(before, call, input, seat)) return
    if (await saveTicket(before, decide(before, 'tellByPhone', given, moment), 'step')) return
  }
  refuse('COMMAND_BUSY')
}

const triesMost = 3

/** The same person's same call: a repeat of what was cut off. */
const stands = (ticket: Ticket, call: string, { reached }: PhoneTaskOutcome, seat: Seat): boolean =>
  ticket.history.some(
    ({ what, code, postId }) =>
      what === 'tellByPhone' &&
      code === `${reached ? 'reached' : 'unreached'}:${call}` &&
      postId === seat.postId,
  )

/** Of the message on its ticket: `_id` is `ticket:seq:recipient:channel`. */
const seqOf = ({ _id }: Sending): string => _id.split(':')[1] ?? ''

/** Unit and post, without a name. */
function unitOf({ postId }: Sending, directory: Directory): string {
  if (postId === undefined) return '反映人'
  const { posts, departments } = indexDirectory(directory)
  const post = posts.get(postId)
  return [departments.get(post?.departmentId ?? '')?.shortName, post?.title].filter(Boolean).join(' ')
}

type Seat = CallContext<unknown>['caller']['actors'][number]

function guardDesk({ caller }: CallContext<unknown>): Seat {
  return (
    caller.actors.find(({ role }) => role === 'dispatcher' || role === 'supervisor') ?? refuse('NOT_ALLOWED')
  )
}

const mayCall = (ticket: Ticket, { directory, now }: CallContext<unknown>, seat: Seat): boolean =>
  relationsOf(seat, ticket, directory, now).has('centre')

/** The alias in its id never leaves. */
const shownId = ({ _id, recipientId }: Sending): string => _id.replace(`:${recipientId}:`, ':*:')

const taskNamed = async (id: string): Promise<Sending | undefined> =>
  (await openPhoneTasks()).find((task) => shownId(task) === id)

function taskOf(
  task: Sending,
  message: Message,
  ticket: Ticket | undefined,
  { context, fates }: { context: CallContext<unknown>; fates: PhoneTask['fates'] },
): PhoneTask {
  const isCaller = task.postId === undefined && task.recipientId === ticket?.caller.alias
  const phone = isCaller ? ticket?.caller.phone : dutyPhoneOf(task.postId, context.directory)
  return {
    id: shownId(task),
    ...(task.ticketId && { ticketId: task.ticketId }),
    ...(message.number && { number: message.number }),
    whom: whomOf(task, ticket, context),
    ...(phone && { phone }),
    title: message.title,
    text: message.text,
    at: message.at,
    tries: task.tries,
    read: message.readAt !== undefined,
    fates,
  }
}
