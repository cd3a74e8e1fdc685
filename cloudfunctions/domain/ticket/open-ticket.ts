import type { SubmitInput } from '../../../typings/contract/commands'
import type { AlarmName } from '../../../typings/contract/ticket'
import { refuse } from '../errors'
import { peopleTime } from '../notification/people-time'
import { alarmTerms } from '../safety/alarm-terms'
import { indexDirectory } from '../routing/index-directory'
import { contactPostOf, onDuty } from '../routing/on-duty'
import { route, type Routed } from '../routing/route'
import { callIn } from './co-task'
import { Draft } from './draft'
import type { Heard } from './hear'
import { inlineText } from './inline-text'
import { running, start } from './draft-clocks'
import { nominate } from './lead'
import type { Moment } from './rules'
import { countCall } from './outcome'
import { plainDispatch } from './plain-dispatch'
import { settle } from './settle'
import { termsOf } from './terms'
import type { Ticket } from './ticket'

/** What only the edge can make: ids, the caller's alias, the receipt's hash. */
export interface Identity {
  ticketId: string
  number: string
  alias: string
  receiptHash?: string
  /** Where the words are longer than a ticket should hold. */
  textId?: string
  /** Of a grid worker who calls for somebody. */
  proxyPostId?: string
}

/**
 * 提交, and 派单 at once where the catalogue is sure: of the service that the caller chose, or else of the one that the
 * words told clearly. The result is inserted whole: one write.
 *
 * @throws DomainError AREA_NOT_FOUND, SERVICE_NOT_FOUND.
 */
export function openTicket(asked: SubmitInput, identity: Identity, moment: Moment, heard?: Heard): Ticket {
  const input = withService(asked, heard)
  const { directory } = moment.rules
  const { areas, services } = indexDirectory(directory)
  const area = areas.get(input.place.areaId)
  if (!area) return refuse('AREA_NOT_FOUND', 'input.place.areaId')
  const service = input.serviceCode === undefined ? undefined : services.get(input.serviceCode)
  if (input.serviceCode && !service) refuse('SERVICE_NOT_FOUND', 'input.serviceCode')

  const routed = route(
    {
      serviceCode: input.serviceCode,
      areaId: input.place.areaId,
      kind: input.kind,
      complainedDepartmentId: input.againstDepartmentId,
    },
    directory,
  )
  const draft = new Draft(blank(input, identity, area.path, routed, moment, heard), moment, 'submit')
  draft.record()
  const centre = directory.settings.centreDepartmentId
  start(draft, { kind: 'promise', chargedTo: centre })
  if (input.serviceCode && routed.fallback === undefined && onDuty(routed.leadPostId, directory, moment.at)) {
    const told = asked.serviceCode ? '' : toldBy(heard, service?.name)
    const reason = `${told}${routed.reason}`
    nominate(draft, { departmentId: routed.leadDepartmentId, ...routed, reason })
    const department = draft.departmentName(routed.leadDepartmentId)
    const text = plainDispatch(department, service?.name, !asked.serviceCode)
    draft.record({ what: 'dispatch', text })
    for (const id of routed.assist) if (isReachable(id, moment)) callIn(draft, id, routed.reason, 'assist')
  } else {
    start(draft, { kind: 'accept', chargedTo: centre, ref: '1' })
    draft.tellCentre('received', { next: routed.reason })
  }
  raise(draft, heard)
  draft.tell({ to: 'caller' }, 'received', {
    next: `最晚 ${peopleTime(running(draft, 'promise')?.dueAt ?? moment.at)} 前答复您。`,
  })
  countCall(draft)
  return settle(draft)
}

/** A 举报, or who accuses a unit, waits for a person: the words don't tell whom it must not reach. */
function withService(input: SubmitInput, heard: Heard | undefined): SubmitInput {
  const { auto, serviceCode } = heard?.guess ?? {}
  const mayBeGuessed = input.kind !== 'report' && input.againstDepartmentId === undefined
  return input.serviceCode === undefined && auto && serviceCode !== undefined && mayBeGuessed
    ? { ...input, serviceCode }
    : input
}

const toldBy = (heard: Heard | undefined, service = ''): string =>
  heard ? `按文字（${heard.guess.why.join('、')}）归入“${service}”。` : ''

/** People are told at once; the ticket goes its way all the same. */
function raise(draft: Draft, heard: Heard | undefined) {
  if (!heard || heard.alarms.length === 0) return
  const what = heard.alarms.map(({ alarm }) => alarmTerms[alarm]).join('、')
  draft.tellCentre(heard.urgent ? 'alarmRaised' : 'groupRaised', { what })
}

function blank(
  input: SubmitInput,
  identity: Identity,
  path: readonly string[],
  { limitClass, cc }: Routed,
  { at }: Moment,
  heard: Heard | undefined,
): Ticket {
  const { description, place, secrecy } = input
  return {
    _id: identity.ticketId,
    number: identity.number,
    version: 0,
    status: 'submitted',
    channel: input.channel ?? 'wechat',
    kind: input.kind,
    ...(input.serviceCode && { serviceCode: input.serviceCode }),
    limitClass,
    ...priorityOf(input),
    ...(heard && { guess: heard.guess, ...(heard.alarms.length > 0 && { alarms: heard.alarms }) }),
    subject: input.subject?.trim() || firstLine(description),
    description: description.slice(0, inlineText),
    ...(identity.textId && { textId: identity.textId }),
    place: { ...place, path },
    answers: input.answers ?? {},
    attachments: input.attachments ?? [],
    caller: {
      alias: identity.alias,
      secrecy,
      notify: input.notify ?? secrecy !== 'anonymous',
      share: isShared(input, heard),
      ...(secrecy !== 'anonymous' && input.name && { name: input.name }),
      ...(secrecy !== 'anonymous' && input.phone && { phone: input.phone }),
    },
    ...(input.behalf && {
      behalf: {
        ...input.behalf,
        consentedAt: at,
        ...(identity.proxyPostId && { postId: identity.proxyPostId }),
      },
    }),
    ...(input.againstDepartmentId && { againstDepartmentId: input.againstDepartmentId }),
    cc,
    nextStep: 'dispatch',
    centreTasks: [],
    dues: [],
    awaitedIds: [],
    clocks: [],
    hops: [],
    returnCount: 0,
    extensionCount: 0,
    commitments: [],
    coTasks: [],
    supervisions: [],
    contacts: [],
    replies: [],
    reworkCount: 0,
    supplements: [],
    expedites: [],
    coSignerCount: 0,
    absorbed: [],
    exemptions: [],
    history: [],
    submittedAt: at,
    updatedAt: at,
    outbox: [],
    outboxSeq: 0,
    receipts: [],
    ...(heard && { signature: heard.signature }),
    terms: termsOf(`${input.subject ?? ''} ${description} ${place.address ?? ''}`),
    ...(identity.receiptHash && { receiptHash: identity.receiptHash }),
  }
}

/** Whose neighbours must not even learn of the kind of matter; a danger to everybody may well be known. */
const closeAlarms: readonly AlarmName[] = ['selfHarm', 'violence', 'minor']

/** Nor of who was not asked: the form with the switch is filled in by the caller on a phone. */
function isShared(input: SubmitInput, heard: Heard | undefined): boolean {
  const { secrecy, kind, againstDepartmentId, behalf, channel = 'wechat' } = input
  const { share = channel === 'wechat' && behalf === undefined } = input
  const isClose = heard?.alarms.some(({ alarm }) => closeAlarms.includes(alarm)) === true
  return share && !isClose && secrecy === 'named' && kind !== 'report' && againstDepartmentId === undefined
}

/** Of an anonymous caller not even that they are old is kept: it would narrow down who they are. */
function priorityOf({
  priority,
  priorityGroup,
  secrecy,
}: SubmitInput): Pick<Ticket, 'priority' | 'priorityGroup'> {
  const group = secrecy === 'anonymous' ? undefined : priorityGroup
  return { priority: priority ?? group !== undefined, ...(group && { priorityGroup: group }) }
}

function isReachable(departmentId: string, { at, rules }: Moment): boolean {
  const post = contactPostOf(departmentId, rules.directory)
  return post !== undefined && onDuty(post._id, rules.directory, at) !== undefined
}

/** The first sentence, at most 30 characters, where the caller gave no subject. */
function firstLine(description: string): string {
  const sentence = description.trim().split(/[\n。!?!?;;]/, 1)[0] ?? ''
  return sentence.length > 30 ? `${sentence.slice(0, 29)}…` : sentence
}
