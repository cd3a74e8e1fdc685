import { isRunning } from '../sla/clock'
import { isSecondCallOpen } from './second-call'
import { isOpen } from './status'
import type { Ticket } from './ticket'

/** What must hold of every ticket after every step (decisions.md). @returns the sentences that do not. */
export function brokenInvariants(ticket: Ticket, before?: Ticket): string[] {
  const broken: string[] = []
  const must = (holds: boolean, sentence: string) => void (holds || broken.push(sentence))
  const live = ticket.clocks.filter((clock) => !clock.outcome)
  const promise = ticket.clocks.find(({ kind }) => kind === 'promise')

  if (isOpen(ticket.status)) {
    must(ticket.ownerDepartmentId !== undefined, 'an open ticket has an owner')
    must(ticket.nextStep !== 'none', 'an open ticket has a next step')
    must(ticket.nextWakeAt !== undefined || everythingFired(ticket), 'an open ticket has a next wake')
    must(
      stillToHappen(ticket).every((at) => at >= (ticket.nextWakeAt ?? Infinity)),
      'nothing that is still to happen is slept through',
    )
    must(live.length > 0, 'an open ticket has a clock running')
    const [first] = ticket.dues
    must(
      !first || first.dueAt === ticket.nextDeadlineAt,
      'the earliest of the units’ dues is the next deadline',
    )
  } else {
    must(ticket.nextStep === 'none', 'an ended ticket has no next step')
    must(live.length === 0, 'an ended ticket has no clock running')
  }
  if (ticket.status === 'closed') {
    must(ticket.replies.length > 0, 'closed only after a reply')
    must(ticket.callback?.outcome !== undefined, 'closed only after a finished callback')
  } else if (!isOpen(ticket.status)) {
    must(Boolean(ticket.end?.code && ticket.end.text), 'every other end has a code and a text')
  }
  must(
    ticket.status === 'closed' || !isSecondCallOpen(ticket.secondCall),
    'a second callback waits on a closed ticket only',
  )
  must(promise?.startedAt === ticket.submittedAt, 'the promise runs from submission and never restarts')
  must(
    new Set(live.map(({ kind, id }) => (kind === 'coTask' || kind === 'supervision' ? id : kind))).size ===
      live.length,
    'no clock runs twice',
  )
  must(
    ticket.history.every((entry, i) => entry.seq === i + 1),
    'the history has no gap',
  )
  if (before) {
    must(ticket.version === before.version + 1, 'every step raises the version by one')
    must(ticket.history.length >= before.history.length, 'history is only added to')
    must(ticket.outboxSeq >= before.outboxSeq, 'a message id is never used twice')
  }
  return broken
}

/** decisions.md: an overdue ticket whose rungs have all fired is not read again; it stands in the supervisor's list. */
function everythingFired(ticket: Ticket): boolean {
  const running = ticket.clocks.filter(
    ({ outcome, pauses }) => !outcome && pauses.every(({ to }) => to !== undefined),
  )
  return running.length > 0 && running.every(({ fired }) => fired.includes('red'))
}

/** Instants that the scheduler must not miss. The lower rungs come before the red one, which every ladder has. */
function stillToHappen({
  outbox,
  commitments,
  block,
  clocks,
  callback,
  nextStep,
  updatedAt,
}: Ticket): number[] {
  const underReview = clocks.some(({ kind, outcome }) => kind === 'ruleBlock' && !outcome)
  // A call that the centre knows of from before a late reply comes due again in silence: the ticket is only told so.
  const unanswered = callback && callback.outcome === undefined && nextStep !== 'callByPhone'
  return [
    ...(outbox.length > 0 ? [updatedAt] : []),
    ...clocks.flatMap((clock) => (isRunning(clock) && !clock.fired.includes('red') ? [clock.dueAt + 1] : [])),
    ...commitments.flatMap(({ state, promisedAt }) => (state === 'open' ? [promisedAt + 1] : [])),
    ...(block?.state === 'granted' && block.liftedAt === undefined && !underReview ? [block.reviewAt] : []),
    ...(unanswered && callback.callAt > updatedAt ? [callback.callAt] : []),
  ]
}
