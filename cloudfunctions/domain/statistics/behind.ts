import type { ArrearsId, FlowId, KpiId } from '../../../typings/contract/supervision'
import type { Grade } from '../../../typings/contract/directory'
import type { Fact } from './fact'

/** Facts by their own fields: what a store can be asked for, and what a fact can be held against. */
export type FactFilter = Readonly<
  Record<string, string | number | boolean | readonly (string | number | boolean)[]>
>

/** The facts that a figure counts: `above` the line, and all `below` it. Those above are below too, except for hops. */
export interface Behind {
  below: FactFilter
  above: FactFilter
}

const content: readonly Grade[] = ['verySatisfied', 'satisfied', 'fairlySatisfied']

const clock = (clockKind: string): Behind => ({
  below: { kind: 'clock', clockKind },
  above: { kind: 'clock', clockKind, result: 'met' },
})

const evaluation = (above: FactFilter): Behind => ({
  below: { kind: 'evaluation' },
  above: { kind: 'evaluation', ...above },
})

const dispatch: FactFilter = { kind: 'dispatch' }

const outcome: FactFilter = { kind: 'outcome' }

/** Every figure explained to the last ticket. The satisfied above the line are those whose grade weighs anything. */
export const behindKpi: Readonly<Record<KpiId, Behind>> = {
  acknowledgedInTime: clock('acknowledge'),
  contactedFirst: clock('firstContact'),
  repliedInTime: clock('reply'),
  response: evaluation({ contacted: true }),
  resolution: evaluation({ solved: true }),
  satisfaction: evaluation({ grade: content }),
  returned: { below: dispatch, above: { kind: 'return', granted: true } },
  reworked: { below: { kind: 'reply' }, above: { kind: 'rework' } },
  extended: { below: dispatch, above: { kind: 'extension', granted: true } },
  hops: { below: { kind: 'dispatch', first: true }, above: dispatch },
  calledBack: { below: { kind: 'callback' }, above: { kind: 'callback', result: 'valid' } },
  timeUsed: { below: outcome, above: outcome },
  onTheSpot: { below: outcome, above: { ...outcome, onTheSpot: true } },
  coTasksInTime: clock('coTask'),
  whistlesAnswered: { below: { kind: 'whistle' }, above: { kind: 'whistle', result: 'met' } },
}

const finishedFirst = (clockKind: string): FactFilter => ({
  kind: 'clock',
  clockKind,
  stint: 1,
  result: ['met', 'breached'],
})

export const behindFlow: Readonly<Record<FlowId, FactFilter>> = {
  calls: { kind: 'call' },
  dispatched: { kind: 'dispatch', first: true },
  acknowledged: finishedFirst('acknowledge'),
  contacted: finishedFirst('firstContact'),
  answered: outcome,
  heard: { kind: 'callback', result: 'valid' },
  solved: { kind: 'evaluation', solved: true },
}

export const behindArrears: Readonly<Record<ArrearsId, FactFilter>> = {
  openOverdue: { kind: 'clock', clockKind: 'reply', result: 'open' },
}

/** What the denominator has and the numerator hasn't: the late, the unhappy. Undefined where there is no such part. */
export function restOf({ below, above }: Behind): FactFilter | undefined {
  const [differing, ...others] = Object.keys(above).filter((field) => above[field] !== below[field])
  if (differing === undefined || others.length > 0 || differing === 'kind') return undefined
  const opposite = opposites[differing]
  return opposite && { ...below, [differing]: opposite }
}

const opposites: Readonly<Record<string, readonly (string | boolean)[]>> = {
  result: ['breached', 'open', 'invalid'],
  contacted: [false],
  solved: [false],
  onTheSpot: [false],
  grade: ['dissatisfied', 'veryDissatisfied'] satisfies Grade[],
}

export function matches(fact: Fact, filter: FactFilter): boolean {
  const fields = fact as unknown as Record<string, string | number | boolean>
  return Object.entries(filter).every(([field, wanted]) => {
    const value = fields[field]
    return Array.isArray(wanted) ? wanted.includes(value) : value === wanted
  })
}
