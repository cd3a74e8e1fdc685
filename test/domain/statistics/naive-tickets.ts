import type { Clock } from '../../../typings/contract/clock'
import type { CountedLife } from '../../support/counted-life'

/**
 * Every figure of norms.md §4 from the ticket itself as it lies in the store, and the sealed answers: no fact, no roll-up, none
 * of the product's counting. Numerators and denominators over a ticket's whole life up to `life.at`.
 */
export function naiveTicket(life: CountedLife, after: boolean): Record<string, [number, number]> {
  const { ticket, at } = life
  const exempt = new Set(after ? ticket.exemptions.map(({ of }) => of) : [])
  const clocks = ticket.clocks.filter(({ id, outcome }) => outcome !== 'void' && !exempt.has(id))
  const inTime = (kind: string): [number, number] => {
    const due = clocks.filter((clock) => clock.kind === kind && fellDue(clock, at))
    return [due.filter(({ outcome }) => outcome === 'met').length, due.length]
  }
  const called = ticket.coTasks.filter(({ by }) => by === 'whistle').map(({ id }) => `coTask:${id}`)
  const whistles = clocks.filter((clock) => called.includes(clock.id) && fellDue(clock, at))
  const heard = [...life.answers]
    .filter(([round]) => !exempt.has(`callback:${round}`))
    .map(([, said]) => said)
  const worth = (grade: string) =>
    /^(verySatisfied|satisfied)$/.test(grade) ? 1 : grade === 'fairlySatisfied' ? 0.9 : 0
  const rounds = clocks.filter((clock) => /^callback:\d+$/.test(clock.id) && fellDue(clock, at))
  const taken = outcomeAt(life)
  const promise = ticket.clocks.find(({ kind }) => kind === 'promise')!
  const minutes = (ms: number) => Math.round(ms / 60_000)
  const usedMinutes = taken === undefined ? 0 : minutes(taken - ticket.submittedAt)
  const said = (what: string, code: string) =>
    ticket.history.filter((entry) => entry.what === what && entry.code === code).length
  // A 重办 is a turn of the same lead and no dispatch: nobody has to acknowledge it.
  const dispatches = ticket.hops.filter(({ stint }) =>
    ticket.clocks.some(({ id }) => id === `acknowledge:${stint}`),
  )
  return {
    acknowledgedInTime: inTime('acknowledge'),
    contactedFirst: inTime('firstContact'),
    response: [heard.filter(({ contacted }) => contacted).length, heard.length],
    repliedInTime: inTime('reply'),
    resolution: [heard.filter(({ solved }) => solved).length, heard.length],
    satisfaction: [heard.reduce((sum, { grade }) => sum + worth(grade), 0), heard.length],
    returned: [said('ruleReturn', 'granted'), dispatches.length],
    reworked: [ticket.reworkCount, new Set(ticket.replies.map(({ stint }) => stint)).size],
    extended: [said('ruleExtension', 'granted'), dispatches.length],
    hops: [dispatches.length, dispatches.filter(({ from }) => from === undefined).length],
    calledBack: [
      rounds.filter(({ id }) => life.answers.has(Number(id.slice('callback:'.length)))).length,
      rounds.length,
    ],
    timeUsed: taken === undefined ? [0, 0] : [usedMinutes, minutes(promise.dueAt - ticket.submittedAt)],
    onTheSpot: taken === undefined ? [0, 0] : [usedMinutes <= 120 ? 1 : 0, 1],
    coTasksInTime: inTime('coTask'),
    whistlesAnswered: [whistles.filter(({ outcome }) => outcome === 'met').length, whistles.length],
  }
}

/** Due by now, and either finished or overdue; one that was paused in time waits. */
function fellDue({ dueAt, outcome, pauses }: Clock, at: number): boolean {
  if (dueAt > at) return false
  if (outcome !== undefined) return true
  const stoodStillFrom = pauses.find(({ to }) => to === undefined)?.from ?? at
  return stoodStillFrom > dueAt
}

/** When the resident first had an outcome: an approved reply, or an answer at once. */
function outcomeAt({ ticket }: CountedLife): number | undefined {
  const approved = ticket.replies.flatMap(({ review }) => (review?.verdict === 'approved' ? [review.at] : []))
  const first = approved[0]
  return first ?? (ticket.end?.code === 'answeredAtOnce' ? ticket.end.at : undefined)
}
