import type { Grade, Profile } from '../../../typings/contract/directory'
import type { KpiId } from '../../../typings/contract/supervision'
import type { Counts } from './counters'

export interface Kpi {
  id: KpiId
  name: string
  /** A share of one, or how many times. */
  form: 'share' | 'times'
  /** Where the denominator is valid callbacks, so that the rule for small samples applies. */
  sampled: boolean
  numerator(counts: Counts, profile: Pick<Profile, 'satisfaction'>): number
  denominator(counts: Counts): number
}

/** Raise it with any change to what a figure means; published figures name the version that they were computed by. */
export const methodVersion = 3

/**
 * Every figure of norms.md §4, and 吹哨报到 (Art. 16, 33): of the called how they came, of the calling street how it was answered. What is in time is counted over the clocks *due* in the period, each dispatch having
 * started one; those overdue and open stand below the line only.
 */
export const kpis: readonly Kpi[] = [
  share('acknowledgedInTime', '按时签收率', 'acknowledgeMet', 'acknowledgeDue'),
  share('contactedFirst', '先行联系率', 'firstContactMet', 'firstContactDue'),
  sampled('response', '响应率', ({ contacted = 0 }) => contacted),
  share('repliedInTime', '按时办结率', 'replyMet', 'replyDue'),
  sampled('resolution', '解决率', ({ solved = 0 }) => solved),
  sampled('satisfaction', '满意率', satisfied),
  share('returned', '退单率', 'returns', 'dispatches'),
  share('reworked', '重办率', 'reworks', 'replies'),
  share('extended', '延期率', 'extensions', 'dispatches'),
  { ...share('hops', '平均流转次数', 'dispatches', 'tickets'), form: 'times' },
  share('calledBack', '回访率', 'callbackValid', 'callbackDue'),
  share('timeUsed', '用时比', 'takenMinutes', 'promisedMinutes'),
  share('onTheSpot', '当场办结率', 'onTheSpot', 'outcomes'),
  share('coTasksInTime', '协办按时率', 'coTaskMet', 'coTaskDue'),
  share('whistlesAnswered', '吹哨应答率', 'whistleMet', 'whistleDue'),
]

function share(id: KpiId, name: string, above: keyof Counts, below: keyof Counts): Kpi {
  return {
    id,
    name,
    form: 'share',
    sampled: false,
    numerator: (counts) => counts[above] ?? 0,
    denominator: (counts) => counts[below] ?? 0,
  }
}

function sampled(id: KpiId, name: string, numerator: Kpi['numerator']): Kpi {
  return {
    id,
    name,
    form: 'share',
    sampled: true,
    numerator,
    denominator: ({ evaluations = 0 }) => evaluations,
  }
}

const grades: readonly Grade[] = [
  'verySatisfied',
  'satisfied',
  'fairlySatisfied',
  'dissatisfied',
  'veryDissatisfied',
]

/** Weighed once per grade, not added up call by call: sums of days then give the very same number. */
function satisfied(counts: Counts, { satisfaction }: Pick<Profile, 'satisfaction'>): number {
  return grades.reduce((sum, grade) => sum + (counts[grade] ?? 0) * satisfaction[grade], 0)
}
