import type { LimitClass } from '../../../../typings/contract/directory'
import { isAccused } from '../../access/accused'
import { refuse } from '../../errors'
import { peopleTime } from '../../notification/people-time'
import { indexDirectory } from '../../routing/index-directory'
import { mayPushDown } from '../../routing/push-down'
import { route, type Routed } from '../../routing/route'
import type { FundedCommission } from '../../../../typings/contract/commands'
import { callIn, guardConcerned } from '../co-task'
import { dismiss, reclassifyPromises, running, start, stop } from '../draft-clocks'
import type { Draft } from '../draft'
import { nominate, toDesk } from '../lead'
import type { Steps } from '../step'

/** What the centre does before and at dispatch (派单). */
export const dispatching: Steps<'dispatch' | 'consult' | 'advise' | 'reclassify' | 'copy'> = {
  dispatch(draft, input) {
    const { ticket } = draft
    if (input.serviceCode) setService(draft, input.serviceCode)
    const proposed = proposal(draft, input.fundedCommission)
    setLimitClass(draft, input.limitClass ?? (input.serviceCode ? proposed.limitClass : ticket.limitClass))
    const departmentId = input.departmentId ?? proposed.leadDepartmentId
    const assist = (input.assist ?? proposed.assist).filter((id) => id !== departmentId)
    guardConcerned(draft, input.cc ?? [], 'input.cc')
    guardPushDown(draft, departmentId, input.fundedCommission)
    stop(draft, 'accept')
    endConsultation(draft)
    nominate(draft, {
      departmentId,
      reason: input.departmentId ? input.reason : proposed.reason,
      told: input.reason,
      designated: input.designate ?? false,
      cc: input.cc ?? proposed.cc,
    })
    draft.record({ text: input.reason })
    if (input.serviceCode) teach(draft, input.serviceCode)
    for (const id of assist) callIn(draft, id, input.reason, 'assist')
  },

  consult(draft, { departmentIds, question }) {
    const { directory } = draft.moment.rules
    if (draft.ticket.consultation?.state === 'open') refuse('APPLICATION_OPEN')
    guardConcerned(draft, departmentIds, 'input.departmentIds')
    draft.ticket.consultation = { question, state: 'open', at: draft.at, departmentIds, opinions: [] }
    start(draft, { kind: 'consultation', chargedTo: directory.settings.centreDepartmentId, ref: '1' })
    for (const departmentId of departmentIds)
      draft.tell({ to: 'department', departmentId }, 'consulted', { question })
    draft.record({ text: question, visibility: 'internal' })
  },

  advise(draft, { ours, text }) {
    const { consultation } = draft.ticket
    const departmentId = draft.moment.by.departmentId ?? ''
    const heard = consultation?.opinions.some((opinion) => opinion.departmentId === departmentId)
    if (consultation?.state !== 'open' || heard) return refuse('NO_CONSULTATION')
    const opinions = [...consultation.opinions, { departmentId, ours, text, at: draft.at }]
    draft.ticket.consultation = { ...consultation, opinions }
    if (opinions.length === consultation.departmentIds.length) endConsultation(draft)
    draft.tellCentre('opinionGiven', { text })
    draft.record({ text, visibility: 'internal' })
  },

  /** Where it turns out to accuse its own lead, that lead loses it at once (回避). */
  reclassify(draft, { serviceCode, kind, limitClass, priority, reason }) {
    const { ticket, moment } = draft
    if (serviceCode) setService(draft, serviceCode)
    if (kind) ticket.kind = kind
    if (priority !== undefined) ticket.priority = priority
    if (priority === false) delete ticket.priorityGroup
    const routed = serviceCode || kind ? proposal(draft).limitClass : ticket.limitClass
    setLimitClass(draft, limitClass ?? routed)
    if (ticket.lead && isAccused(ticket.lead.departmentId, ticket, moment.rules.directory)) {
      toDesk(draft)
      draft.tellCentre('received', { next: '依回避规定,请重新派单。' })
    }
    if (serviceCode) teach(draft, serviceCode)
    draft.record({ text: reason, visibility: 'internal' })
  },

  copy(draft, { departmentIds }) {
    guardConcerned(draft, departmentIds, 'input.departmentIds')
    draft.ticket.cc = [...new Set([...draft.ticket.cc, ...departmentIds])]
    for (const departmentId of departmentIds)
      draft.tell({ to: 'department', departmentId }, 'copied', {
        department: draft.departmentName(draft.ticket.lead?.departmentId),
      })
    draft.record({ visibility: 'internal' })
  },
}

function setService({ ticket, moment }: Draft, serviceCode: string) {
  if (!indexDirectory(moment.rules.directory).services.has(serviceCode))
    refuse('SERVICE_NOT_FOUND', 'input.serviceCode')
  ticket.serviceCode = serviceCode
}

/** What a person made of the words, where the model had its say: agreed or not, the next training learns from it. */
function teach(draft: Draft, serviceCode: string) {
  if (draft.ticket.guess) draft.post({ kind: 'correction', serviceCode })
}

/** What the catalogue says of the ticket as it is now. */
function proposal({ ticket, moment }: Draft, fundedCommission?: FundedCommission): Routed {
  return route(
    {
      serviceCode: ticket.serviceCode,
      areaId: ticket.place.areaId,
      kind: ticket.kind,
      complainedDepartmentId: ticket.againstDepartmentId,
      fundedCommission,
    },
    moment.rules.directory,
  )
}

/** Another class has other limits; the resident hears what the promise is now. */
function setLimitClass(draft: Draft, limitClass: LimitClass) {
  if (draft.ticket.limitClass === limitClass) return
  const before = running(draft, 'promise')?.dueAt
  draft.ticket.limitClass = limitClass
  reclassifyPromises(draft)
  const after = running(draft, 'promise')?.dueAt
  if (after !== undefined && after !== before)
    draft.tell({ to: 'caller' }, 'reclassified', { dueAt: peopleTime(after) })
}

/** The centre's silence over a consultation ends with the dispatch; opinions given stay. */
function endConsultation(draft: Draft) {
  const { consultation } = draft.ticket
  if (consultation?.state !== 'open') return
  draft.ticket.consultation = { ...consultation, state: 'closed' }
  if (consultation.opinions.length === consultation.departmentIds.length) stop(draft, 'consultation')
  else dismiss(draft, 'consultation')
}

/** 费随事转: what went down with which money stands on the ticket and in its history. */
function keepCommission(draft: Draft, departmentId: string, commission?: FundedCommission) {
  if (!commission) return
  const { agreement, amount } = commission
  const kept = { departmentId, agreement, amount, at: draft.at }
  draft.ticket.commissions = [...(draft.ticket.commissions ?? []), kept]
  const unit = draft.departmentName(departmentId)
  draft.record({
    what: 'funded',
    text: `委托${unit}：${agreement}，${amount / 100} 元`,
    visibility: 'internal',
  })
}

/** S4, 国办函〔2025〕66号: nothing off the list goes down to a street or village without its money. */
export function guardPushDown(draft: Draft, toDepartmentId: string, commission?: FundedCommission) {
  const { directory } = draft.moment.rules
  const { serviceCode } = draft.ticket
  const to = indexDirectory(directory).departments.get(toDepartmentId)
  // Of an unclear matter nobody can say that it stands on a committee's list (Art. 17); a street may look into it.
  if (serviceCode === undefined && to?.class !== 'village') return
  const from = draft.ticket.lead?.departmentId ?? directory.settings.centreDepartmentId
  const verdict = mayPushDown(from, toDepartmentId, serviceCode ?? '', directory, commission)
  if (verdict.allowed) return keepCommission(draft, toDepartmentId, commission)
  if (verdict.code === 'UNKNOWN_UNIT') refuse('DEPARTMENT_NOT_FOUND', 'input.departmentId')
  refuse('OFF_LIST', 'input.fundedCommission', verdict.reason)
}
