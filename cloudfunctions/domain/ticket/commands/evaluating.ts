import { localDate } from '../../calendar/local-time'
import { refuse } from '../../errors'
import { nextCallAt } from '../call-times'
import { finishInvalid, finishValid } from '../callback-round'
import type { Draft } from '../draft'
import { isContent } from '../evaluation'
import { answerSecondCall } from '../second-call'
import type { Steps } from '../step'

/** 评价 by the resident in WeChat, or by phone through the centre. The handling unit can do neither. */
export const evaluating: Steps<'evaluate' | 'recordCall' | 'recordSecondCall'> = {
  evaluate(draft, { contacted, solved, grade, evaluationId = '', proof, lot }) {
    openRound(draft)
    finishValid(draft, { contacted, solved, content: isContent(grade), ...held(evaluationId, proof, lot) })
  },

  recordCall(draft, { answered, contacted, solved, grade, evaluationId = '', proof, lot }) {
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
      return finishValid(draft, {
        contacted,
        solved,
        content: isContent(grade),
        ...held(evaluationId, proof, lot),
      })
    }
    if (tries.length >= draft.moment.rules.profile.callbackTries.times) finishInvalid(draft)
  },

  recordSecondCall: answerSecondCall,
}

function openRound({ ticket }: Draft) {
  const { callback } = ticket
  if (!callback) return refuse('NO_CALLBACK')
  if (callback.outcome !== undefined) return refuse('ALREADY_EVALUATED')
  return callback
}

const held = (evaluationId: string, proof: string | undefined, lot: number | undefined) => ({
  evaluationId,
  ...(proof && { proof }),
  ...(lot !== undefined && { lot }),
})
