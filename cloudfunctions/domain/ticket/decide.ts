import type { CommandInputs, CommandName } from '../../../typings/contract/commands'
import type { Relation } from '../access/relation'
import { relationsOf } from '../access/relation'
import { refuse } from '../errors'
import { Draft } from './draft'
import type { Moment } from './rules'
import { settle } from './settle'
import type { Step } from './step'
import { steps } from './steps'
import type { Ticket } from './ticket'
import { transitions } from './transitions'

/**
 * The ticket after a command, given the ticket before. No clock, no database, no ids made here.
 *
 * @throws DomainError NOT_ALLOWED, ILLEGAL_TRANSITION, or the step's own refusal; the ticket before is untouched.
 */
export function decide<Name extends CommandName>(
  ticket: Ticket,
  name: Name,
  input: CommandInputs[Name],
  moment: Moment,
): Ticket {
  const { from, by } = transitions[name] as { from: readonly string[]; by: readonly Relation[] }
  const relations = relationsOf(moment.by, ticket, moment.rules.directory, moment.at)
  if (!by.some((relation) => relations.has(relation))) refuse('NOT_ALLOWED')
  if (!from.includes(ticket.status)) refuse('ILLEGAL_TRANSITION')
  const draft = new Draft(ticket, moment, name)
  const step: Step<Name> = steps[name]
  step(draft, input)
  return settle(draft)
}
