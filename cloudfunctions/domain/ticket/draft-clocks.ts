import type { Clock } from '../../../typings/contract/clock'
import type { ClockKind } from '../../../typings/contract/directory'
import type { Limit, Timestamp } from '../../../typings/contract/time'
import {
  extendClock,
  pauseClock,
  recomputeClock,
  resumeClock,
  startClock,
  stopClock,
  voidClock,
} from '../sla/clock'
import type { Draft } from './draft'
import { calendarFor, calendarNamed } from './rules'

/** Clocks that the resident was promised something by; a 挂账 pauses both and an extension moves both. */
const promised = ['promise', 'reply'] as const

export interface NewClock {
  kind: ClockKind
  chargedTo: string
  limit?: Limit
  /** Distinguishes clocks of one kind: the stint, or a co-task's id. */
  ref?: string
}

/**
 * Starts a clock now. Ids: `promise`, `reply:2`, `coTask:c1`, and `ruleBlock:1.2` for the second of one turn: a fact is
 * named by its clock, so an id is never used again. The limit is the profile's unless given.
 */
export function start(draft: Draft, { kind, chargedTo, limit, ref }: NewClock): Clock {
  const { rules, at } = draft.moment
  const stint = draft.ticket.lead?.stint ?? 0
  const counted = limit ?? limitOf(draft, kind)
  const clock = startClock({
    id: unusedId(draft, kind === 'promise' ? kind : `${kind}:${ref ?? stint}`),
    kind,
    stint,
    chargedTo,
    limit: counted,
    limitClass: draft.ticket.limitClass,
    at,
    profile: rules.profile,
    calendar: calendarFor(kind === 'promise' ? undefined : chargedTo, counted, rules),
  })
  draft.ticket.clocks = [...draft.ticket.clocks, clock]
  return clock
}

function unusedId({ ticket }: Draft, base: string): string {
  const used = new Set(ticket.clocks.map(({ id }) => id))
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}.${n}`
    if (!used.has(id)) return id
  }
}

function limitOf(draft: Draft, kind: ClockKind): Limit {
  const { profile } = draft.moment.rules
  const { limitClass, priority } = draft.ticket
  if (kind === 'promise' || kind === 'reply') return profile[kind][limitClass]
  const hurried = limitClass === 'emergency' ? 'emergency' : priority ? 'priority' : undefined
  if (hurried && (kind === 'acknowledge' || kind === 'firstContact')) return profile.firstSteps[hurried][kind]
  return profile.steps[kind]
}

/** The kind's unfinished clock, paused ones included. */
export function running(draft: Draft, kind: ClockKind): Clock | undefined {
  return draft.ticket.clocks.find((clock) => clock.kind === kind && !clock.outcome)
}

/** Stops every running clock of the kind (or the one of that id) and counts how it went. */
export function stop(draft: Draft, kindOrId: string) {
  change(draft, kindOrId, (clock) => {
    const stopped = stopClock(clock, draft.at)
    countClock(draft, stopped)
    return stopped
  })
}

/** A clock that no longer says anything about anybody, late or not: a granted return, a question nobody needs answered. */
export function dismiss(draft: Draft, kindOrId: string) {
  change(draft, kindOrId, (clock) => {
    dropOpenFact(draft, clock)
    return voidClock(clock, draft.at)
  })
}

/** Work is over for these kinds (or all): what is late already stays late and counts, the rest says nothing of anybody. */
export function windUp(draft: Draft, kinds?: readonly ClockKind[]) {
  for (const clock of draft.ticket.clocks) {
    if (clock.outcome || (kinds && !kinds.includes(clock.kind))) continue
    if (stopClock(clock, draft.at).outcome === 'breached') stop(draft, clock.id)
    else dismiss(draft, clock.id)
  }
}

function dropOpenFact(draft: Draft, clock: Clock) {
  if (!clock.fired.includes('red')) return
  draft.post({ kind: 'dropFact', factId: draft.factId('clock', clock.id) })
  if (whistlerOf(draft, clock) !== undefined)
    draft.post({ kind: 'dropFact', factId: draft.factId('whistle', clock.id) })
}

export function pausePromises(draft: Draft, reason: string) {
  for (const kind of promised)
    change(draft, kind, (clock) => pauseClock(clock, draft.at, reason, rulesFor(draft, clock)))
}

export function resumePromises(draft: Draft) {
  for (const kind of promised)
    change(draft, kind, (clock) => resumeClock(clock, draft.at, rulesFor(draft, clock)))
}

/**
 * An extension that was asked for before the reply fell due, on whichever day it is granted. A promise that was already
 * broken when it was asked for stays broken.
 */
export function extendPromises(draft: Draft, limit: Limit, askedAt: Timestamp) {
  for (const kind of promised)
    change(draft, kind, (clock) =>
      askedAt > clock.dueAt
        ? clock
        : moved(draft, extendClock(clock, limit, draft.at, rulesFor(draft, clock))),
    )
}

/** The matter turned out to be of another class: its limits hold from the same start, unless they have run out already. */
export function reclassifyPromises(draft: Draft) {
  const { profile } = draft.moment.rules
  const { limitClass } = draft.ticket
  for (const kind of promised)
    change(draft, kind, (clock) => {
      if (clock.limitClass === limitClass || stopClock(clock, draft.at).outcome === 'breached') return clock
      const limit = profile[kind][limitClass]
      return moved(draft, { ...recomputeClock(clock, rulesFor(draft, clock), limit), limitClass })
    })
}

/** A later deadline has its own red and what follows; yellow and 催办 have been said once. */
function moved(draft: Draft, clock: Clock): Clock {
  if (clock.dueAt < draft.at) return clock
  dropOpenFact(draft, clock)
  return { ...clock, fired: clock.fired.filter((key) => key === 'yellow' || key === 'remind') }
}

export function replaceClock(draft: Draft, next: Clock) {
  draft.ticket.clocks = draft.ticket.clocks.map((clock) => (clock.id === next.id ? next : clock))
}

/**
 * How a clock went, for the rates: met or breached when it stops, `open` when its due rung fires. One fact a clock; the
 * later takes the earlier's place.
 */
export function countClock(draft: Draft, clock: Clock) {
  if (clock.kind === 'callback') return
  const { id, kind, stint, dueAt, extensions, provisional, chargedTo, outcome } = clock
  if (outcome === 'void') return
  const extended = extensions.length > 0
  const result = outcome ?? 'open'
  draft.count(
    { kind: 'clock', ref: id, clockKind: kind, stint, dueAt, result, extended, provisional },
    chargedTo,
  )
  const caller = whistlerOf(draft, clock)
  if (caller !== undefined) draft.count({ kind: 'whistle', ref: id, dueAt, result }, caller)
}

/** The street that called the unit whose clock this is (Art. 16: both are assessed); undefined where none did. */
function whistlerOf({ ticket }: Draft, { id, kind }: Clock): string | undefined {
  if (kind !== 'coTask') return undefined
  const task = ticket.coTasks.find((one) => `coTask:${one.id}` === id)
  return task?.by === 'whistle' ? task.callerDepartmentId : undefined
}

export function rulesFor(draft: Draft, clock: Clock) {
  const { profile, directory } = draft.moment.rules
  return { profile, calendar: calendarNamed(clock.calendarId, directory) }
}

function change(draft: Draft, kindOrId: string, next: (clock: Clock) => Clock) {
  draft.ticket.clocks = draft.ticket.clocks.map((clock) =>
    !clock.outcome && (clock.id === kindOrId || clock.kind === kindOrId) ? next(clock) : clock,
  )
}
