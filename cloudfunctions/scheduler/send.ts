import type { Directory } from '../../typings/contract/directory'
import type { NoticeRules, Sending } from '../../typings/contract/notification'
import type { Timestamp } from '../../typings/contract/time'
import { nextSendings } from '../domain/notification/plan'
import { afterQuiet } from '../domain/notification/quiet-hours'
import { noticeRulesOf } from '../domain/notification/rules'
import { dutyMobileOf } from '../domain/routing/duty-phone'
import {
  findDueSendings,
  insertSending,
  moveSending,
  type SendingChange,
} from '../platform/stores/sending-store'
import { bySms, reportOfSms } from './send-sms'
import { byWeChat } from './send-we-chat'

/** Read at once; a run goes on until nothing is due or its time is over. */
const batch = 50

const minute = 60_000

/** Longer than a run may take: what is still `attempting` then was cut off, and nobody knows whether it went out. */
const lease = 2 * minute

/** What a channel came to. `later` is tried again, so many times; the others are the end of this channel. */
export type ChannelOutcome = {
  state: 'delivered' | 'refused' | 'failed' | 'uncertain' | 'skipped' | 'accepted' | 'later'
  code?: string
}

/** Everything that is due to be sent, by real time until `stopAt` (performance.now). @returns how many were moved on. */
export async function sendDue(directory: Directory, at: Timestamp, stopAt: number): Promise<number> {
  const rules = noticeRulesOf(directory)
  const met = new Set<string>()
  let moved = 0
  while (performance.now() < stopAt) {
    const due = await findDueSendings(at, batch + met.size)
    const fresh = due.filter(({ _id }) => !met.has(_id))
    for (const sending of fresh) {
      met.add(_idOf(sending))
      if (await serve(sending, { directory, rules, at })) moved += 1
    }
    if (fresh.length === 0 || due.length < batch) break
  }
  return moved
}

export interface SendGround {
  directory: Directory
  rules: NoticeRules
  at: Timestamp
}

/** One sending's bug must not keep the others from going out. */
async function serve(sending: Sending, ground: SendGround): Promise<boolean> {
  try {
    return await advance(sending, ground)
  } catch (error) {
    console.error(`send: ${sending.channel} of ticket ${sending.ticketId ?? '-'} failed`, error)
    return false
  }
}

const _idOf = ({ _id }: Sending) => _id

async function advance(sending: Sending, ground: SendGround): Promise<boolean> {
  const { rules, at } = ground
  if (sending.state === 'accepted') return settle(sending, await reportOfSms(sending), ground)
  if (sending.state === 'attempting') {
    // A gateway knows the id, so its message may be handed over again; WeChat's never is.
    const outcome: ChannelOutcome =
      sending.channel === 'sms' ? { state: 'later', code: 'cutOff' } : { state: 'uncertain', code: 'cutOff' }
    return settle(sending, outcome, ground)
  }
  const awake = sending.urgent ? at : afterQuiet(at, rules.quiet)
  if (awake > at) return moveSending(sending, { dueAt: awake })
  if (!(await moveSending(sending, { state: 'attempting', dueAt: at + lease }))) return false
  const attempting: Sending = { ...sending, state: 'attempting' }
  const outcome = await (sending.channel === 'weChat' ? byWeChat : bySms)(attempting, ground)
  return settle(attempting, outcome, ground)
}

/** What follows is written before the end of this channel is: a run that dies in between only climbs once. */
async function settle(
  sending: Sending,
  outcome: ChannelOutcome,
  { directory, rules, at }: SendGround,
): Promise<boolean> {
  const { state, code } = outcome
  if (state === 'accepted' || state === 'later') {
    const again = onceMore(sending, outcome, rules, at)
    if (again) return moveSending(sending, again)
  }
  const end = state === 'later' || state === 'accepted' ? overTime(sending) : state
  if (end === 'refused' || end === 'failed' || end === 'uncertain') {
    const hasMobile = (postId: string) => dutyMobileOf(postId, directory) !== undefined
    for (const next of nextSendings(sending, { rules, hasMobile, at })) await insertSending(next)
  }
  return moveSending(sending, { state: end, settledAt: at, dueAt: null, ...(code && { code }) })
}

/** Tries and questions are bounded; undefined once they are used up. */
function onceMore(
  { state: before, tries }: Sending,
  { state, code }: ChannelOutcome,
  rules: NoticeRules,
  at: Timestamp,
): SendingChange | undefined {
  const asking = state === 'accepted'
  const { times, apart } = asking ? rules.reports : rules.tries
  const first = asking && before !== 'accepted'
  const count = first ? 1 : tries + 1
  if (count > times || (!asking && count >= times)) return undefined
  return {
    state: asking ? 'accepted' : 'waiting',
    tries: count,
    dueAt: at + apart * minute,
    ...(code && { code }),
  }
}

/** A gateway that never says what became of it leaves us not knowing; a channel that never answered has failed. */
const overTime = ({ state }: Sending): 'uncertain' | 'failed' =>
  state === 'accepted' ? 'uncertain' : 'failed'
