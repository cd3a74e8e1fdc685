import type { Fact } from '../../../cloudfunctions/domain/statistics/fact'
import type { Period } from '../../../cloudfunctions/domain/statistics/period'
import type { ClockKind } from '../../../typings/contract/directory'
import type { Timestamp } from '../../../typings/contract/time'
import { inShanghai } from '../calendar/shanghai'

/** Numerators and denominators by filtering the facts, figure by figure, straight from the words of norms.md §4. */
export function naiveRates(
  facts: readonly Fact[],
  period: Period,
  asOf: Timestamp,
  after: boolean,
): Record<string, [number, number]> {
  const kept = facts.filter((fact) => {
    const { excluded } = fact
    const out = excluded && excluded.evidence.trim() !== '' && excluded.at <= asOf
    return !(after && out)
  })
  const inPeriod = (date: string) => date >= period.from && date <= period.to
  const happened = kept.filter(
    (fact) => fact.at <= asOf && fact.recordedAt <= asOf && inPeriod(inShanghai(fact.at).slice(0, 10)),
  )
  const answered = (fact: Fact) => fact.recordedAt <= asOf
  const fellDue = kept.filter((fact) => {
    if (fact.kind !== 'clock' && fact.kind !== 'callback' && fact.kind !== 'whistle') return false
    const overdue = fact.dueAt < asOf || (fact.dueAt === asOf && fact.result !== 'open' && answered(fact))
    return overdue && inPeriod(inShanghai(fact.dueAt - 1).slice(0, 10))
  })
  const due = (kind: ClockKind) => fellDue.filter((fact) => fact.kind === 'clock' && fact.clockKind === kind)
  const inTime = (kind: ClockKind): [number, number] => [
    due(kind).filter((fact) => fact.kind === 'clock' && fact.result === 'met' && answered(fact)).length,
    due(kind).length,
  ]
  const evaluations = happened.flatMap((fact) => (fact.kind === 'evaluation' ? [fact] : []))
  const whistles = fellDue.flatMap((fact) => (fact.kind === 'whistle' ? [fact] : []))
  const callbacks = fellDue.filter((fact) => fact.kind === 'callback')
  const of = (kind: Fact['kind']) => happened.filter((fact) => fact.kind === kind)
  const granted = (kind: 'return' | 'extension') =>
    of(kind).filter((fact) => 'granted' in fact && fact.granted).length
  const best = evaluations.filter((one) => /^(very)?satisfied$/i.test(one.grade)).length
  const fairly = evaluations.filter((one) => one.grade === 'fairlySatisfied').length
  const outcomes = happened.flatMap((fact) => (fact.kind === 'outcome' ? [fact] : []))
  const total = (minutes: readonly number[]) => minutes.reduce((sum, one) => sum + one, 0)
  return {
    acknowledgedInTime: inTime('acknowledge'),
    contactedFirst: inTime('firstContact'),
    response: [evaluations.filter((one) => one.contacted).length, evaluations.length],
    repliedInTime: inTime('reply'),
    resolution: [evaluations.filter((one) => one.solved).length, evaluations.length],
    satisfaction: [best + 0.9 * fairly, evaluations.length],
    returned: [granted('return'), of('dispatch').length],
    reworked: [of('rework').length, of('reply').length],
    extended: [granted('extension'), of('dispatch').length],
    hops: [of('dispatch').length, of('dispatch').filter((fact) => 'first' in fact && fact.first).length],
    calledBack: [
      callbacks.filter((fact) => fact.kind === 'callback' && fact.result === 'valid' && answered(fact))
        .length,
      callbacks.length,
    ],
    timeUsed: [
      total(outcomes.map(({ takenMinutes }) => takenMinutes)),
      total(outcomes.map(({ promisedMinutes }) => promisedMinutes)),
    ],
    onTheSpot: [outcomes.filter(({ onTheSpot }) => onTheSpot).length, outcomes.length],
    coTasksInTime: inTime('coTask'),
    whistlesAnswered: [
      whistles.filter((fact) => fact.result === 'met' && answered(fact)).length,
      whistles.length,
    ],
  }
}
