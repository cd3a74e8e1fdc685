import fc from 'fast-check'
import {
  aFact,
  type Exclusion,
  type Fact,
  type Outcome,
  type Subject,
} from '../../../cloudfunctions/domain/statistics/fact'
import type { ClockKind, Grade } from '../../../typings/contract/directory'
import { shanghai } from '../calendar/shanghai'

export const exclusion: Exclusion = {
  code: 'objective',
  approverPostId: 'P-supervisor',
  evidence: '停水抢修记录',
  at: shanghai('2026-06-20T10:00'),
}

export function aSubject(ticketId: string, departmentId = 'D-water'): Subject {
  return { ticketId, departmentId, departmentClass: 'department', areaId: 'A-1', serviceCode: '0101' }
}

/** An evaluation as its answers: contacted, solved, grade. */
export function anEvaluation(ticketId: string, contacted: boolean, solved: boolean, grade: Grade): Fact {
  const outcome = { kind: 'evaluation', ref: '1', contacted, solved, grade } as const
  return aFact(aSubject(ticketId), outcome, shanghai('2026-06-12T10:00'))
}

export function aReplyClock(
  ticketId: string,
  result: 'met' | 'breached' | 'open',
  due: string,
  at = due,
): Fact {
  return aFact(
    aSubject(ticketId),
    {
      kind: 'clock',
      ref: 'reply#1',
      clockKind: 'reply',
      stint: 1,
      dueAt: shanghai(due),
      result,
      extended: false,
      provisional: false,
    },
    shanghai(at),
  )
}

const from = shanghai('2026-04-15T00:00') / 60_000
const to = shanghai('2026-07-15T00:00') / 60_000
const instant = fc.integer({ min: from, max: to }).map((n) => n * 60_000)
const ref = fc.integer({ min: 1, max: 3 }).map(String)
const grade = fc.constantFrom<Grade>(
  'verySatisfied',
  'satisfied',
  'fairlySatisfied',
  'dissatisfied',
  'veryDissatisfied',
)

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({
    kind: fc.constant('clock' as const),
    ref,
    clockKind: fc.constantFrom<ClockKind>(
      'acknowledge',
      'firstContact',
      'reply',
      'promise',
      'accept',
      'coTask',
    ),
    stint: fc.integer({ min: 1, max: 2 }),
    dueAt: instant,
    result: fc.constantFrom('met' as const, 'breached' as const, 'open' as const),
    extended: fc.boolean(),
    provisional: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('whistle' as const),
    ref,
    dueAt: instant,
    result: fc.constantFrom('met' as const, 'breached' as const, 'open' as const),
  }),
  fc.record({ kind: fc.constant('dispatch' as const), ref, first: fc.boolean() }),
  fc.record({ kind: fc.constant('reply' as const), ref }),
  fc.record({ kind: fc.constant('call' as const), ref, hour: fc.integer({ min: 0, max: 23 }) }),
  fc.record({
    kind: fc.constant('outcome' as const),
    ref,
    takenMinutes: fc.integer({ min: 0, max: 20_000 }),
    promisedMinutes: fc.integer({ min: 60, max: 20_000 }),
    onTheSpot: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('return' as const), ref, granted: fc.boolean() }),
  fc.record({ kind: fc.constant('rework' as const), ref }),
  fc.record({ kind: fc.constant('extension' as const), ref, granted: fc.boolean() }),
  fc.record({
    kind: fc.constant('callback' as const),
    ref,
    dueAt: instant,
    result: fc.constantFrom('valid' as const, 'invalid' as const, 'open' as const),
  }),
  fc.record({
    kind: fc.constant('evaluation' as const),
    ref,
    contacted: fc.boolean(),
    solved: fc.boolean(),
    grade,
  }),
)

const fact: fc.Arbitrary<Fact> = fc
  .record({
    ticket: fc.integer({ min: 1, max: 60 }),
    departmentId: fc.constantFrom('D-water', 'D-roads'),
    areaId: fc.constantFrom('A-1', 'A-2'),
    serviceCode: fc.constantFrom('0101', '0202'),
    outcome,
    at: instant,
    late: fc.integer({ min: 0, max: 5 * 86_400_000 }),
    excluded: fc.option(fc.constantFrom(exclusion, { ...exclusion, evidence: ' ' }), { freq: 3 }),
  })
  .map(({ ticket, outcome: what, at, late, excluded, ...rest }) => ({
    ...aFact({ ticketId: `T${ticket}`, departmentClass: 'department', ...rest }, what, at, at + late),
    ...(excluded && { excluded }),
  }))

/** Random facts, each id once. */
export const someFacts: fc.Arbitrary<Fact[]> = fc.uniqueArray(fact, {
  maxLength: 150,
  selector: (one) => one._id,
})
