import type { Grade } from '../../../typings/contract/directory'
import type { Fact } from './fact'

export type Counter =
  | 'calls'
  | 'tickets'
  | 'dispatches'
  | 'replies'
  | 'returns'
  | 'reworks'
  | 'extensions'
  | 'acknowledgeDue'
  | 'acknowledgeMet'
  /** First turns only, late or not: a stage of the funnel. */
  | 'acknowledged'
  | 'firstContactDue'
  | 'firstContactMet'
  | 'firstContacted'
  | 'replyDue'
  | 'replyMet'
  | 'replyOpen'
  | 'callbackDue'
  | 'callbackValid'
  | 'callbackInvalid'
  | 'coTaskDue'
  | 'coTaskMet'
  | 'whistleDue'
  | 'whistleMet'
  | 'outcomes'
  | 'takenMinutes'
  | 'promisedMinutes'
  | 'onTheSpot'
  | 'evaluations'
  | 'contacted'
  | 'solved'
  | Grade

/** Counts that add up over facts, days, departments, areas and services. An absent one is 0. */
export type Counts = Readonly<Partial<Record<Counter, number>>>

/** What one fact adds. */
export function countsOf(fact: Fact): Counts {
  switch (fact.kind) {
    case 'call':
      return { calls: 1 }
    case 'outcome': {
      const { takenMinutes, promisedMinutes, onTheSpot } = fact
      return {
        outcomes: 1,
        ...(takenMinutes !== 0 && { takenMinutes }),
        ...(promisedMinutes !== 0 && { promisedMinutes }),
        ...(onTheSpot && { onTheSpot: 1 }),
      }
    }
    case 'dispatch':
      return { dispatches: 1, ...(fact.first && { tickets: 1 }) }
    case 'reply':
      return { replies: 1 }
    case 'return':
      return fact.granted ? { returns: 1 } : {}
    case 'rework':
      return { reworks: 1 }
    case 'extension':
      return fact.granted ? { extensions: 1 } : {}
    case 'callback':
      return {
        callbackDue: 1,
        ...(fact.result === 'valid' && { callbackValid: 1 }),
        ...(fact.result === 'invalid' && { callbackInvalid: 1 }),
      }
    case 'whistle':
      return { whistleDue: 1, ...(fact.result === 'met' && { whistleMet: 1 }) }
    case 'evaluation':
      return {
        evaluations: 1,
        ...(fact.contacted && { contacted: 1 }),
        ...(fact.solved && { solved: 1 }),
        [fact.grade]: 1,
      }
    case 'clock':
      return countsOfClock(fact)
  }
}

function countsOfClock({ clockKind, result, stint }: Extract<Fact, { kind: 'clock' }>): Counts {
  const met = result === 'met'
  const first = stint === 1 && result !== 'open'
  if (clockKind === 'acknowledge')
    return { acknowledgeDue: 1, ...(met && { acknowledgeMet: 1 }), ...(first && { acknowledged: 1 }) }
  if (clockKind === 'firstContact')
    return { firstContactDue: 1, ...(met && { firstContactMet: 1 }), ...(first && { firstContacted: 1 }) }
  if (clockKind === 'reply')
    return { replyDue: 1, ...(met && { replyMet: 1 }), ...(result === 'open' && { replyOpen: 1 }) }
  if (clockKind === 'coTask') return { coTaskDue: 1, ...(met && { coTaskMet: 1 }) }
  return {}
}

export function addCounts(all: Iterable<Counts>): Counts {
  const sum: Partial<Record<Counter, number>> = {}
  for (const counts of all)
    for (const [name, n] of Object.entries(counts) as [Counter, number][]) sum[name] = (sum[name] ?? 0) + n
  return sum
}
