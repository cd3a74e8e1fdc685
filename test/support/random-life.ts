import fc from 'fast-check'
import type { CommandName, SubmitInput } from '../../typings/contract/commands'
import { DomainError } from '../../cloudfunctions/domain/errors'
import { isOpen } from '../../cloudfunctions/domain/ticket/status'
import type { Actor } from '../../cloudfunctions/domain/ticket/ticket'
import { guardSize, writesOf } from '../../cloudfunctions/domain/ticket/size'
import { transitions } from '../../cloudfunctions/domain/ticket/transitions'
import {
  caller,
  contactOf,
  deputyOf,
  dispatcher,
  gridWorker,
  leader,
  Life,
  stranger,
  supervisor,
  system,
} from './builders'

const names = (Object.keys(transitions) as CommandName[]).filter((name) => name !== 'wake')

/** Whoever may, or anybody at all. */
const actors: readonly (Actor | undefined)[] = [
  ...Array.from({ length: 12 }, () => undefined),
  caller,
  stranger,
  dispatcher,
  supervisor,
  leader,
  gridWorker,
  system,
  contactOf('city-management'),
  contactOf('ecology'),
  contactOf('government'),
  deputyOf('city-management'),
]

/** Inputs beside the plain one, so that refusals, unhappy answers and other ways are met too. */
const twists: readonly object[] = [
  {},
  {},
  {},
  { grant: false, text: '不同意' },
  { grant: true, departmentId: 'ecology', text: '改派' },
  { contacted: true, solved: false, grade: 'dissatisfied' },
  { answered: true, contacted: false, solved: false, grade: 'veryDissatisfied' },
  { approve: false, text: '请再核实' },
  { rework: false, text: '到此为止' },
  { serviceCode: 'gas-leak' },
  { kind: 'consult' },
  { interim: true },
  { departmentId: 'east-office' },
]

type Event = { give: CommandName; by: Actor | undefined; twist: object } | { wait: 'wake' | number }

const anEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      give: fc.constantFrom(...names),
      by: fc.constantFrom(...actors),
      twist: fc.constantFrom(...twists),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .oneof(fc.constant('wake' as const), fc.integer({ min: 60_000, max: 86_400_000 }))
      .map((wait) => ({ wait })),
  },
)

/** Commands that bring a ticket on, in the order in which they mostly come: else random lives die young. */
const onward = fc
  .constantFrom<CommandName[]>(
    ['dispatch', 'acknowledge', 'reply', 'review'],
    ['acknowledge', 'extend', 'ruleExtension', 'reply', 'review', 'evaluate', 'reopen'],
    ['acknowledge', 'block', 'ruleBlock', 'reply', 'review'],
    ['sendBack', 'ruleReturn', 'dispatch', 'acknowledge'],
    ['acknowledge', 'assist', 'escalate', 'reply', 'opine', 'reportCoTask', 'review'],
  )
  .map((steps): Event[] => steps.map((give) => ({ give, by: undefined, twist: {} })))

export const aHistory = fc
  .array(
    fc.oneof(
      anEvent.map((event) => [event]),
      onward,
    ),
    { minLength: 20, maxLength: 40 },
  )
  .map((parts) => parts.flat())

export const aBeginning: fc.Arbitrary<Partial<SubmitInput>> = fc.constantFrom<Partial<SubmitInput>>(
  {},
  { serviceCode: undefined },
  { serviceCode: 'noise' },
  { serviceCode: 'no-water', secrecy: 'anonymous' },
  { serviceCode: 'gas-leak' },
  { serviceCode: 'stairwell', priority: true },
  { serviceCode: 'manner', kind: 'report', againstDepartmentId: 'city-management' },
)

/** Lives a history and counts the commands that were accepted; throws where something that must hold does not. */
export function live(submit: Partial<SubmitInput>, history: readonly Event[]): number {
  const life = new Life({ submit })
  const promise = life.clock('promise')
  let accepted = 0
  for (const event of history) {
    if ('wait' in event) {
      life.until(event.wait === 'wake' ? (life.ticket.nextWakeAt ?? life.at) : life.at + event.wait)
      continue
    }
    const from = life.ticket.status
    life.deliver()
    const before = JSON.stringify(life.ticket)
    const { ticket } = life
    try {
      life.do(event.give, event.twist, event.by)
      guardSize(life.ticket, writesOf(event.give))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      life.ticket = ticket
    }
    if (JSON.stringify(ticket) !== before) throw new Error(`${event.give} reached into the ticket before`)
    if (life.ticket === ticket) continue
    accepted += 1
    const to = life.ticket.status
    const { to: allowed } = transitions[event.give] as { to: readonly string[] }
    if (!allowed.includes(to === from ? 'same' : to))
      throw new Error(`${event.give} led from ${from} to ${to}`)
    if (isOpen(to) && life.ticket.nextDeadlineAt === undefined)
      throw new Error('an open ticket sorts nowhere')
  }
  if (life.clock('promise').startedAt !== promise.startedAt) throw new Error('the promise restarted')
  if (Buffer.byteLength(JSON.stringify(life.ticket)) > 65_536) throw new Error('the ticket outgrew its size')
  return accepted
}
