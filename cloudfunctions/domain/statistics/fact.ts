import type { Clock } from '../../../typings/contract/clock'
import type { ClockKind, DepartmentClass, Grade } from '../../../typings/contract/directory'
import type { Exemption } from '../../../typings/contract/exemption'
import type { LocalDate, Timestamp } from '../../../typings/contract/time'
import { dayEndingAt, localDate } from '../calendar/local-time'

/** 剔除: a fact that doesn't count, by whose approval and on what evidence. */
export type Exclusion = Pick<Exemption, 'code' | 'approverPostId' | 'evidence' | 'at'>

/** Stands where a call has no service yet, or a place no street: in facts, in sums and in what is listed by them. */
export const notKnown = 'unknown'

/** Whom and what a fact is about: the dimensions of every figure. */
export interface Subject {
  ticketId: string
  /** The department that the fact counts for or against. */
  departmentId: string
  departmentClass?: DepartmentClass
  areaId: string
  serviceCode: string
}

/** What happened. `ref` makes the fact's id: the same thing told twice is the same fact. */
export type Outcome =
  | {
      kind: 'clock'
      /** The clock's id, `reply#2`. */
      ref: string
      clockKind: ClockKind
      stint: number
      dueAt: Timestamp
      /** 'open' is overdue and still unanswered: it counts below the line. */
      result: 'met' | 'breached' | 'open'
      extended: boolean
      provisional: boolean
    }
  /** 吹哨: a department that a street called, answered or not by when it had to; counted for the street that called. */
  | { kind: 'whistle'; ref: string; dueAt: Timestamp; result: 'met' | 'breached' | 'open' }
  /** The call itself, in the local hour of its submission, 0–23. */
  | { kind: 'call'; ref: string; hour: number }
  /**
   * The resident has the outcome: an approved answer, or one at once. Natural minutes since submission, and those that
   * were promised.
   */
  | { kind: 'outcome'; ref: string; takenMinutes: number; promisedMinutes: number; onTheSpot: boolean }
  /** `ref` is the hop, from 1; the first one counts the ticket. */
  | { kind: 'dispatch'; ref: string; first: boolean }
  | { kind: 'reply'; ref: string }
  | { kind: 'return'; ref: string; granted: boolean }
  | { kind: 'rework'; ref: string }
  | { kind: 'extension'; ref: string; granted: boolean }
  /** `ref` is the round. Valid: the resident answered. Invalid: nobody did, on as many days as the profile asks. */
  | { kind: 'callback'; ref: string; dueAt: Timestamp; result: 'valid' | 'invalid' | 'open' }
  /** `ref` is the round, with a co-signer's alias where it is one's. */
  | { kind: 'evaluation'; ref: string; contacted: boolean; solved: boolean; grade: Grade }

export type Fact = Subject &
  Outcome & {
    /** `<ticketId>:<kind>:<ref>`. */
    _id: string
    /** When it happened; of an open clock, when it was looked at. */
    at: Timestamp
    /** When it became known; later than `at` for a late fact, which then is a correction of figures already published. */
    recordedAt: Timestamp
    /** The day it counts in: of a clock or callback the day it fell due, of all else the day it happened. */
    day: LocalDate
    excluded?: Exclusion
  }

export function aFact(subject: Subject, outcome: Outcome, at: Timestamp, recordedAt = at): Fact {
  return {
    ...subject,
    ...outcome,
    _id: `${subject.ticketId}:${outcome.kind}:${outcome.ref}`,
    at,
    recordedAt,
    day: 'dueAt' in outcome ? dayEndingAt(outcome.dueAt) : localDate(at),
  }
}

/**
 * The fact of a finished clock, or of one that is overdue at `at`; absent for a void clock and for one that isn't due
 * yet. A clock that was paused in time isn't overdue however long the pause lasts.
 */
export function clockFact(subject: Subject, clock: Clock, at: Timestamp): Fact | undefined {
  const { id, kind, stint, dueAt, outcome, extensions, provisional, stoppedAt } = clock
  if (outcome === 'void') return undefined
  const reached = clock.pauses.find((pause) => pause.to === undefined)?.from ?? at
  if (!outcome && reached <= dueAt) return undefined
  return aFact(
    { ...subject, departmentId: clock.chargedTo },
    {
      kind: 'clock',
      ref: id,
      clockKind: kind,
      stint,
      dueAt,
      result: outcome ?? 'open',
      extended: extensions.length > 0,
      provisional,
    },
    stoppedAt ?? at,
    at,
  )
}

/** An exclusion without code, approver or evidence is none (norms.md §4). */
export function isExcluded({ excluded }: Fact): boolean {
  return Boolean(excluded && excluded.code && excluded.approverPostId && excluded.evidence.trim())
}

/**
 * The facts as they were known at `asOf`, each once: what fell due later is left out, what was answered or told later
 * was open or unknown, what was excluded later still counted. So a figure published then can be computed again.
 * @param open overdue clocks and callbacks that are still open; one that also has a finished fact is dropped.
 */
export function factsAsOf(facts: readonly Fact[], open: readonly Fact[], asOf: Timestamp): Fact[] {
  const byId = new Map<string, Fact>()
  for (const fact of [...open, ...facts]) {
    const known = asKnown(fact, asOf)
    if (known) byId.set(fact._id, known)
  }
  return [...byId.values()]
}

function asKnown(fact: Fact, asOf: Timestamp): Fact | undefined {
  const { excluded, ...bare } = fact
  const known: Fact = excluded && excluded.at > asOf ? bare : fact
  if (!('dueAt' in known)) return known.at <= asOf && known.recordedAt <= asOf ? known : undefined
  // Due at the very instant of the freeze is not overdue yet.
  const finished = known.result !== 'open' && known.recordedAt <= asOf
  if (known.dueAt > asOf || (!finished && known.dueAt === asOf)) return undefined
  return finished ? known : { ...known, result: 'open' }
}
