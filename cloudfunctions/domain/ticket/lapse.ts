import { windUp } from './draft-clocks'
import type { Draft } from './draft'

/** What a lead has applied for has nothing left to be ruled on once the turn is over; the history keeps the application. */
export function lapseApplications(draft: Draft) {
  const { ticket } = draft
  if (ticket.objection?.state === 'open') delete ticket.objection
  if (ticket.extension?.state === 'open') delete ticket.extension
  if (ticket.block?.state === 'open') delete ticket.block
  if (ticket.termination?.state === 'open') delete ticket.termination
  windUp(draft, ['ruleReturn', 'ruleExtension', 'ruleBlock', 'ruleTermination'])
}

/** Another unit takes over: what its predecessor asked of a superior, and was asked by a supervisor, was about that unit. */
export function lapseWithLead(draft: Draft) {
  const { ticket } = draft
  if (ticket.escalation?.state === 'open') delete ticket.escalation
  ticket.supervisions = ticket.supervisions.filter(({ state }) => state !== 'open')
  windUp(draft, ['opinion', 'supervision'])
}
