import type { SecondCall } from '../../../typings/contract/second-call'
import { localDate } from '../calendar/local-time'
import { refuse } from '../errors'
import { nextCallAt } from './call-times'
import type { Draft } from './draft'

/**
 * 二次回访: of the calls that closed on a happy answer a share, by lot, is asked once more by somebody else of the centre, so
 * that a coached answer has a chance to come out. It restarts nothing and counts in no rate.
 * @param lot 0 to 1, from a key that no unit knows; absent, nothing is drawn.
 */
export function drawSecondCall(draft: Draft, lot: number | undefined) {
  const { ticket, moment } = draft
  const share = moment.rules.directory.settings.secondCallShare ?? 0
  delete ticket.secondCall
  if (lot === undefined || lot >= share || ticket.caller.phone === undefined) return
  const { role, postId } = moment.by
  ticket.secondCall = {
    drawnAt: draft.at,
    callAt: nextCallAt(draft),
    tries: [],
    // Who heard the first answer by telephone is not the one who asks again.
    ...(role !== 'resident' && postId && { notByPostId: postId }),
  }
}

/** An answer lies in `evaluations`, where only the scheduler compares it with the first; the ticket knows that there is one. */
export function answerSecondCall(
  draft: Draft,
  { answered, evaluationId }: { answered: boolean; evaluationId?: string },
) {
  const { ticket, at, moment } = draft
  const { secondCall, callback } = ticket
  if (!secondCall || secondCall.outcome) return refuse('NO_SECOND_CALL')
  if (secondCall.notByPostId !== undefined && secondCall.notByPostId === moment.by.postId)
    refuse('SECOND_CALL_SAME_PERSON')
  // On another day than the first answer, and each time on another.
  const days = [secondCall.drawnAt, ...secondCall.tries.map((one) => one.at)].map(localDate)
  if (days.includes(localDate(at))) refuse('CALLBACK_TOO_EARLY')
  const tries = [
    ...secondCall.tries,
    { at, outcome: answered ? ('answered' as const) : ('noAnswer' as const) },
  ]
  const over = answered || tries.length >= moment.rules.profile.callbackTries.times
  ticket.secondCall = {
    ...secondCall,
    tries,
    callAt: nextCallAt(draft),
    ...(over && { outcome: answered ? ('answered' as const) : ('notReached' as const), finishedAt: at }),
  }
  if (answered && evaluationId !== undefined && callback?.evaluationId !== undefined)
    draft.post({ kind: 'secondAnswer', firstId: callback.evaluationId, secondId: evaluationId })
  draft.record({ code: answered ? 'answered' : 'noAnswer', visibility: 'internal' })
}

export const isSecondCallOpen = (secondCall: SecondCall | undefined): boolean =>
  secondCall !== undefined && secondCall.outcome === undefined
