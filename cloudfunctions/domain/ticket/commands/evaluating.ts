import type { Grade } from '../../../../typings/contract/directory'
import { localDate } from '../../calendar/local-time'
import { refuse } from '../../errors'
import { finishInvalid, finishValid, nextCallAt } from '../callback-round'
import type { Draft } from '../draft'
import type { Steps } from '../step'

/** 评价 by the resident in WeChat, or by phone through the centre. The handling unit can do neither. */
export const evaluating: Steps<'evaluate' | 'recordCall'> = {
  evaluate(draft, { contacted, solved, grade, evaluationId = '', proof }) {
    openRound(draft)
    finishValid(draft, { contacted, solved, content: isContent(grade) }, evaluationId, proof)
  },

  recordCall(draft, { answered, contacted, solved, grade, evaluationId = '', proof }) {
    const callback = openRound(draft)
    const today = localDate(draft.at)
    if (callback.tries.some(({ at }) => localDate(at) === today)) refuse('CALLBACK_TOO_EARLY')
    const outcome = answered ? ('answered' as const) : ('noAnswer' as const)
    const tries = [...callback.tries, { at: draft.at, outcome }]
    draft.ticket.callback = { ...callback, tries, callAt: nextCallAt(draft) }
    draft.record({ what: 'recordCall', code: outcome, visibility: 'internal' })
    if (answered) {
      if (contacted === undefined || solved === undefined || grade === undefined)
        return refuse('INVALID_INPUT', 'input.grade')
      return finishValid(draft, { contacted, solved, content: isContent(grade) }, evaluationId, proof)
    }
    if (tries.length >= draft.moment.rules.profile.callbackTries.times) finishInvalid(draft)
  },
}

function openRound({ ticket }: Draft) {
  const { callback } = ticket
  if (!callback) return refuse('NO_CALLBACK')
  if (callback.outcome !== undefined) return refuse('ALREADY_EVALUATED')
  return callback
}

const isContent = (grade: Grade) => grade !== 'dissatisfied' && grade !== 'veryDissatisfied'
