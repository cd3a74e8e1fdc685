import { refuse } from '../../errors'
import { peopleTime } from '../../notification/people-time'
import type { Steps } from '../step'

/** 承诺 (济南 24): measures and a definite date, told to the resident and followed to that date, past the closing too. */
export const committing: Steps<'commit' | 'fulfil'> = {
  commit(draft, { type, measure, promisedAt }) {
    if (promisedAt <= draft.at) refuse('DATE_IN_PAST', 'input.promisedAt')
    const { commitments, lead } = draft.ticket
    const departmentId = lead?.departmentId ?? ''
    draft.ticket.commitments = [
      ...commitments,
      {
        id: `p${commitments.length + 1}`,
        type,
        measure,
        promisedAt,
        state: 'open',
        at: draft.at,
        departmentId,
      },
    ]
    const department = draft.departmentName(departmentId)
    draft.tell({ to: 'caller' }, 'committed', { department, measure, promisedAt: peopleTime(promisedAt) })
    draft.record({ code: type, text: measure })
  },

  fulfil(draft, { commitmentId, evidence }) {
    const promised = draft.ticket.commitments.find(({ id }) => id === commitmentId)
    if (!promised || promised.fulfilledAt !== undefined) return refuse('COMMITMENT_NOT_FOUND')
    const state = draft.at <= promised.promisedAt ? ('kept' as const) : ('keptLate' as const)
    draft.ticket.commitments = draft.ticket.commitments.map((one) =>
      one.id === commitmentId ? { ...promised, state, evidence, fulfilledAt: draft.at } : one,
    )
    draft.tell({ to: 'caller' }, 'commitmentKept', {
      department: draft.departmentName(promised.departmentId),
      measure: promised.measure,
    })
    draft.record({ code: state, text: evidence })
  },
}
