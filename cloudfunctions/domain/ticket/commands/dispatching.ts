import { refuse } from '../../errors'
import { indexDirectory } from '../../routing/index-directory'
import { mayPushDown } from '../../routing/push-down'
import { route } from '../../routing/route'
import type { FundedCommission } from '../../../../typings/contract/commands'
import { dismiss, start, stop } from '../draft-clocks'
import type { Draft } from '../draft'
import { nominate } from '../lead'
import type { Steps } from '../step'

/** What the centre does before and at dispatch (派单). */
export const dispatching: Steps<'dispatch' | 'consult' | 'advise' | 'reclassify' | 'copy'> = {
  dispatch(draft, input) {
    const { ticket, moment } = draft
    if (input.serviceCode) classify(draft, input.serviceCode)
    if (input.limitClass) ticket.limitClass = input.limitClass
    const proposed = route(
      {
        serviceCode: ticket.serviceCode,
        areaId: ticket.place.areaId,
        kind: ticket.kind,
        complainedDepartmentId: ticket.againstDepartmentId,
        fundedCommission: input.fundedCommission,
      },
      moment.rules.directory,
    )
    const departmentId = input.departmentId ?? proposed.leadDepartmentId
    guardPushDown(draft, departmentId, input.fundedCommission)
    stop(draft, 'accept')
    endConsultation(draft)
    nominate(draft, {
      departmentId,
      reason: input.departmentId ? input.reason : proposed.reason,
      designated: input.designate ?? false,
      assist: input.assist ?? proposed.assist,
      cc: input.cc ?? proposed.cc,
    })
    draft.record({ text: input.reason })
  },

  consult(draft, { departmentIds, question }) {
    const { directory } = draft.moment.rules
    if (draft.ticket.consultation?.state === 'open') refuse('APPLICATION_OPEN')
    for (const id of departmentIds)
      if (!indexDirectory(directory).departments.get(id)?.active)
        refuse('DEPARTMENT_NOT_FOUND', 'input.departmentIds')
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

  reclassify(draft, { serviceCode, kind, limitClass, priority, reason }) {
    if (serviceCode) classify(draft, serviceCode)
    if (kind) draft.ticket.kind = kind
    if (limitClass) draft.ticket.limitClass = limitClass
    if (priority !== undefined) draft.ticket.priority = priority
    draft.record({ text: reason, visibility: 'internal' })
  },

  copy(draft, { departmentIds }) {
    draft.ticket.cc = [...new Set([...draft.ticket.cc, ...departmentIds])]
    for (const departmentId of departmentIds)
      draft.tell({ to: 'department', departmentId }, 'copied', {
        department: draft.departmentName(draft.ticket.lead?.departmentId),
      })
    draft.record({ visibility: 'internal' })
  },
}

function classify({ ticket, moment }: Draft, serviceCode: string) {
  const service = indexDirectory(moment.rules.directory).services.get(serviceCode)
  if (!service) return refuse('SERVICE_NOT_FOUND', 'input.serviceCode')
  ticket.serviceCode = serviceCode
  ticket.limitClass = service.limitClass
}

/** The centre's silence over a consultation ends with the dispatch; opinions given stay. */
function endConsultation(draft: Draft) {
  const { consultation } = draft.ticket
  if (consultation?.state !== 'open') return
  draft.ticket.consultation = { ...consultation, state: 'closed' }
  if (consultation.opinions.length === consultation.departmentIds.length) stop(draft, 'consultation')
  else dismiss(draft, 'consultation')
}

/** S4, 国办函〔2025〕66号: nothing off the list goes down to a street or village without its money. */
export function guardPushDown(draft: Draft, toDepartmentId: string, commission?: FundedCommission) {
  const { directory } = draft.moment.rules
  if (!draft.ticket.serviceCode) return
  const from = draft.ticket.lead?.departmentId ?? directory.settings.centreDepartmentId
  const verdict = mayPushDown(from, toDepartmentId, draft.ticket.serviceCode, directory, commission)
  if (verdict.allowed) return
  if (verdict.code === 'UNKNOWN_UNIT') refuse('DEPARTMENT_NOT_FOUND', 'input.departmentId')
  refuse('OFF_LIST', 'input.fundedCommission', verdict.reason)
}
