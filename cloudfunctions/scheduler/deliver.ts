import type { Directory } from '../../typings/contract/directory'
import type { Timestamp } from '../../typings/contract/time'
import { aFact, type Fact } from '../domain/statistics/fact'
import { Draft } from '../domain/ticket/draft'
import { rulesOf } from '../domain/ticket/rules'
import type { OutboxItem, Ticket } from '../domain/ticket/ticket'
import { findEvaluation } from '../platform/stores/evaluation-store'
import { dropFact, keepFact } from '../platform/stores/fact-store'
import { keepMessage } from '../platform/stores/message-store'
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
  const delivered: Delivered = { messages: 0, facts: 0 }
  for (const item of ticket.outbox) {
    if (item.kind === 'message') delivered.messages += await deliverMessage(ticket, item, directory, at)
    else if (item.kind === 'absorb') await absorbInto(item, ticket, directory, at)
    else if (item.kind === 'dropFact') await dropFact(item.factId)
    else {
      const fact =
        item.kind === 'fact' ? item.fact : await evaluationFact(ticket, item.evaluationId, directory, at)
      if (!fact) continue
      await keepFact(fact)
      delivered.facts += 1
    }
  }
  return delivered
}

async function deliverMessage(
  ticket: Ticket,
  item: Extract<OutboxItem, { kind: 'message' }>,
  directory: Directory,
  at: Timestamp,
): Promise<number> {
  let sent = 0
  for (const addressee of await addressees(ticket, item.recipient, directory, at))
    if (await keepMessage(messageFor(ticket, item, addressee))) sent += 1
  return sent
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
