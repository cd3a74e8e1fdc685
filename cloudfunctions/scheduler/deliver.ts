import type { Message } from '../../typings/contract/messages'
import { aFact, type Fact } from '../domain/statistics/fact'
import { Draft } from '../domain/ticket/draft'
import type { Moment } from '../domain/ticket/rules'
import type { Ticket } from '../domain/ticket/ticket'
import { insertNew } from '../platform/cloud'
import { findEvaluation } from '../platform/stores/evaluation-store'
import { dropFact, keepFacts } from '../platform/stores/fact-store'
import { absorbInto } from './absorb'
import { compareAnswers } from './compare-answers'
import { addressees } from './addressees'
import { learn } from './learn'
import { messageFor } from './message'
import { publish } from './publish'
import { queueSendings } from './queue-sendings'

export interface Delivered {
  messages: number
  facts: number
}

/**
 * Carries out what a ticket's outbox asks; of a fact only the last word counts. At least once: every document has a
 * deterministic id, so that a run that dies half-way is simply done again.
 */
export async function deliver(ticket: Ticket, moment: Moment): Promise<Delivered> {
  const { directory } = moment.rules
  const messages: Message[] = []
  let isPublic = false
  const facts = new Map<string, Fact | undefined>()
  for (const item of ticket.outbox) {
    if (item.kind === 'message') {
      const found = await addressees(ticket, item, directory, moment.at)
      messages.push(...found.map((addressee) => messageFor(ticket, item, addressee)))
    } else if (item.kind === 'fact') facts.set(item.fact._id, item.fact)
    else if (item.kind === 'dropFact') facts.set(item.factId, undefined)
    else if (item.kind === 'publication') isPublic = true
    else if (item.kind === 'correction') await learn(ticket, item, moment)
    else if (item.kind === 'secondAnswer') await compareAnswers(ticket, item, moment)
    else if (item.kind === 'absorb') await absorbInto(item, ticket, directory, moment.at)
    else {
      const fact = await evaluationFact(ticket, item.evaluationId, moment)
      if (fact) facts.set(fact._id, fact)
    }
  }
  const told = [...facts.values()].filter((fact) => fact !== undefined)
  await keepFacts(told)
  for (const [id, fact] of facts) if (!fact) await dropFact(id, moment.at)
  if (isPublic) await publish(ticket, directory)
  const written = await insertNew('messages', messages)
  await queueSendings(ticket, messages, directory, moment.at)
  return { messages: written, facts: told.length }
}

/** The grade goes from `evaluations` into a fact without ever standing on the ticket. */
async function evaluationFact(
  ticket: Ticket,
  evaluationId: string,
  moment: Moment,
): Promise<Fact | undefined> {
  const evaluation = await findEvaluation(evaluationId)
  if (!evaluation) return undefined
  const { contacted, solved, grade, round, departmentId } = evaluation
  const draft = new Draft(ticket, moment, 'wake')
  const fact = aFact(
    draft.subject(departmentId),
    { kind: 'evaluation', ref: String(round), contacted, solved, grade },
    evaluation.at,
    moment.at,
  )
  const excluded = ticket.exemptions.find(({ of }) => of === `callback:${round}`)
  return excluded ? { ...fact, excluded } : fact
}
