import fc from 'fast-check'
import type { CommandName, SubmitInput } from '../../typings/contract/commands'
import type { Directory } from '../../typings/contract/directory'
import type { TicketStatus } from '../../typings/contract/ticket'
import type { Calendar, Timestamp } from '../../typings/contract/time'
import { viewOf } from '../../cloudfunctions/domain/access/view'
import { DomainError } from '../../cloudfunctions/domain/errors'
import { onDuty } from '../../cloudfunctions/domain/routing/on-duty'
import { isTouched } from '../../cloudfunctions/domain/ticket/commands/recalculating'
import { isOpen } from '../../cloudfunctions/domain/ticket/status'
import type { Actor, Ticket } from '../../cloudfunctions/domain/ticket/ticket'
import { guardSize, writesOf } from '../../cloudfunctions/domain/ticket/size'
import { transitions } from '../../cloudfunctions/domain/ticket/transitions'
import {
  aDistrict,
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
  without,
} from './builders'

const names = (Object.keys(transitions) as CommandName[]).filter(
  (name) => name !== 'wake' && name !== 'recalculate',
)

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
  { lot: 0 },
]

type Event =
  | { give: CommandName; by: Actor | undefined; twist: object }
  | { wait: 'wake' | number }
  | { directory: Change }

/** What an administrator may do to the directory under a ticket's feet. */
type Change = 'all there' | 'lead gone' | 'lead on leave' | 'everybody gone' | 'calendar revised'

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
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<Change[]>(
        'all there',
        'all there',
        'lead gone',
        'lead on leave',
        'everybody gone',
        'calendar revised',
      )
      .map((directory) => ({ directory })),
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
    ['acknowledge', 'whistle', 'reportCoTask', 'reply', 'review'],
  )
  .map((steps): Event[] => steps.map(given))

const given = (give: CommandName): Event => ({ give, by: undefined, twist: {} })

/**
 * Ways that chance seldom finds: long past every deadline the callback opens though nobody replied (Art. 23), and the
 * caller answers it; an application to end it is granted.
 */
const rare = fc.oneof(
  fc
    .constantFrom<CommandName[]>(['evaluate'], ['acknowledge', 'evaluate', 'reply', 'review'])
    .map((steps): Event[] => [{ wait: 20 * 86_400_000 }, ...steps.map(given)]),
  fc.constant<Event[]>((['acknowledge', 'terminate', 'ruleTermination'] as const).map(given)),
)

/** The lot falls on a call that closed well, and on some it is opened again or erased meanwhile. */
const askedAgain = fc
  .constantFrom<CommandName[]>(
    ['recordSecondCall'],
    ['reopen', 'recordSecondCall'],
    ['erase', 'recordSecondCall'],
  )
  .map((after): Event[] => [
    ...(['acknowledge', 'reply', 'review'] as const).map(given),
    { give: 'evaluate', by: undefined, twist: { lot: 0 } },
    { wait: 2 * 86_400_000 },
    ...after.map(given),
  ])

export const aHistory = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: anEvent.map((event) => [event]) },
      { weight: 6, arbitrary: onward },
      { weight: 1, arbitrary: rare },
      { weight: 1, arbitrary: askedAgain },
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

/** What a life came to. */
export interface Lived {
  accepted: number
  refused: number
  wakes: number
  end: TicketStatus
}

/** Lives a history; throws where something that must hold does not. */
export function live(
  submit: Partial<SubmitInput>,
  history: readonly Event[],
  life = new Life({ submit }),
): Lived {
  const promise = life.clock('promise')
  const lived = { accepted: 0, refused: 0, wakes: 0 }
  for (const event of history) {
    if ('wait' in event) {
      life.until(event.wait === 'wake' ? (life.ticket.nextWakeAt ?? life.at) : life.at + event.wait)
      lived.wakes += 1
    } else if ('directory' in event) change(life, event.directory)
    else if (obey(life, event)) lived.accepted += 1
    else lived.refused += 1
    if (isOpen(life.ticket.status)) mustBeHeld(life)
  }
  if (life.clock('promise').startedAt !== promise.startedAt) throw new Error('the promise restarted')
  if (life.ticket.clocks.filter(({ kind }) => kind === 'promise').length !== 1)
    throw new Error('a second promise')
  if (Buffer.byteLength(JSON.stringify(life.ticket)) > 65_536) throw new Error('the ticket outgrew its size')
  return { ...lived, end: life.ticket.status }
}

/** @returns whether the command was accepted; a refusal leaves the ticket as it was. */
function obey(life: Life, { give, twist, by }: Extract<Event, { give: CommandName }>): boolean {
  const from = life.ticket.status
  life.deliver()
  const { ticket } = life
  const before = JSON.stringify(ticket)
  try {
    life.do(give, twist, by)
    guardSize(life.ticket, writesOf(give))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    life.ticket = ticket
  }
  if (JSON.stringify(ticket) !== before) throw new Error(`${give} reached into the ticket before`)
  if (life.ticket === ticket) return false
  const to = life.ticket.status
  const { to: allowed } = transitions[give] as { to: readonly string[] }
  if (!allowed.includes(to === from ? 'same' : to)) throw new Error(`${give} led from ${from} to ${to}`)
  if (isOpen(from) && !isOpen(to)) mustTellTheEnd(life)
  if (!movesPromise.includes(give) && promiseOf(life.ticket) !== promiseOf(ticket))
    throw new Error(`${give} moved the promise`)
  return true
}

/** The directory changes, and the scheduler looks at the ticket as it does at every open one. */
function change(life: Life, what: Change) {
  const lead = life.ticket.lead?.departmentId ?? 'city-management'
  const { calendars, version } = life.directory
  const base = { ...aDistrict(), calendars, version: version + 1 }
  life.directory = changed(base, what, lead, life.at)
  if (!isOpen(life.ticket.status)) return
  if (isTouched(life.ticket, life.directory, life.at)) life.do('recalculate', {}, system)
  if (isTouched(life.ticket, life.directory, life.at)) throw new Error('it would be looked at for ever')
}

function changed(base: Directory, what: Change, lead: string, at: Timestamp): Directory {
  switch (what) {
    case 'all there':
      return base
    case 'lead gone':
      return without([lead], base)
    case 'everybody gone':
      return without(['city-management', 'ecology', 'government', 'water-supply', 'east-office'], base)
    case 'lead on leave':
      return {
        ...base,
        posts: base.posts.map((post) =>
          post._id === `contact-${lead}` ? { ...post, absence: { from: at, reason: '年休假' } } : post,
        ),
      }
    case 'calendar revised':
      return { ...base, calendars: base.calendars.map(oneMoreHoliday) }
  }
}

const oneMoreHoliday = (calendar: Calendar): Calendar => {
  const year = calendar.years['2026']
  if (!year) return calendar
  const day = String(10 + (calendar.version % 18)).padStart(2, '0')
  const holidays = [...year.holidays, { date: `2026-06-${day}`, name: '临时放假' }]
  return {
    ...calendar,
    version: calendar.version + 1,
    years: { ...calendar.years, 2026: { ...year, holidays } },
  }
}

/** Nothing rests with nobody: what is open lies with the centre, or with somebody who can be reached. */
function mustBeHeld({ ticket, directory, at }: Life) {
  if (ticket.nextDeadlineAt === undefined) throw new Error('an open ticket sorts nowhere')
  const owner = ticket.ownerDepartmentId
  if (owner === 'centre') return
  if (!ticket.lead || owner !== ticket.lead.departmentId) throw new Error('owned by nobody concerned')
  if (!onDuty(ticket.lead.postId, directory, at)) throw new Error('it rests with nobody')
}

/** More time that was asked for and granted, and a matter of another class; nothing else, and no change of the unit. */
const movesPromise: readonly CommandName[] = [
  'ruleExtension',
  'ruleBlock',
  'reviewBlock',
  'unblock',
  'reclassify',
]

/** What the resident was promised; that it is over is no change. */
const promiseOf = ({ clocks }: Ticket): number | undefined =>
  clocks.find(({ kind }) => kind === 'promise')?.dueAt

/** A closed one has its reply; every other end has a code, and a text that the caller is sent and can read. */
function mustTellTheEnd(life: Life) {
  const { ticket, directory, at } = life
  if (ticket.status === 'closed') return
  if (ticket.caller.notify && !life.messages().includes('ended>caller'))
    throw new Error('it ended and nobody told the caller')
  const shown = viewOf(ticket, [{ role: 'resident', alias: ticket.caller.alias }], directory, at)
  if (!shown?.end?.code || !shown.end.text) throw new Error('the caller cannot read how it ended')
}
