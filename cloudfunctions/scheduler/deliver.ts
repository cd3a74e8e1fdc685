import type { Directory } from '../../typings/contract/directory'
import type { Message } from '../../typings/contract/messages'
import type { Timestamp } from '../../typings/contract/time'
import { aFact, type Fact } from '../domain/statistics/fact'
import { Draft } from '../domain/ticket/draft'
import { rulesOf } from '../domain/ticket/rules'
import type { Ticket } from '../domain/ticket/ticket'
import { insertNew } from '../platform/cloud'
import { findEvaluation } from '../platform/stores/evaluation-store'
import { dropFact, keepFacts } from '../platform/stores/fact-store'
import { absorbInto } from './absorb'
import { addressees } from './addressees'
import { messageFor } from './message'

export interface Delivered {
  messages: number
  facts: number
}

/**
 * Carries out what a ticket's outbox asks, in order. At least once: every document has a deterministic id, so that a run
 * that dies half-way is simply done again.
 */
export async function deliver(ticket: Ticket, directory: Directory, at: Timestamp): Promise<Delivered> {
  const messages: Message[] = []
  const facts: Fact[] = []
  const dropped: string[] = []
  for (const item of ticket.outbox) {
    if (item.kind === 'message') {
      const found = await addressees(ticket, item.recipient, directory, at)
      messages.push(...found.map((addressee) => messageFor(ticket, item, addressee)))
    } else if (item.kind === 'fact') facts.push(item.fact)
    else if (item.kind === 'dropFact') dropped.push(item.factId)
    else if (item.kind === 'absorb') await absorbInto(item, ticket, directory, at)
    else {
      const fact = await evaluationFact(ticket, item.evaluationId, directory, at)
      if (fact) facts.push(fact)
    }
  }
  await keepFacts(facts)
  for (const id of dropped) await dropFact(id)
  return { messages: await insertNew('messages', messages), facts: facts.length }
}

/** The grade goes from `evaluations` into a fact without ever standing on the ticket. */
async function evaluationFact(
  ticket: Ticket,
  evaluationId: string,
  directory: Directory,
  at: Timestamp,
): Promise<Fact | undefined> {
  const evaluation = await findEvaluation(evaluationId)
  if (!evaluation) return undefined
  const { contacted, solved, grade, round, departmentId } = evaluation
  const draft = new Draft(ticket, { at, by: { role: 'system' }, rules: rulesOf(directory) }, 'wake')
  const fact = aFact(
    draft.subject(departmentId),
    { kind: 'evaluation', ref: String(round), contacted, solved, grade },
    evaluation.at,
    at,
  )
  const excluded = ticket.exemptions.find(({ of }) => of === `callback:${round}`)
  return excluded ? { ...fact, excluded } : fact
}
