import type { CommandInputs } from '../../../typings/contract/commands'
import type { TicketCard } from '../../../typings/contract/views'
import { ask, CallFailure, give } from '../../services/cloud'

export type HandoverNote = CommandInputs['handOver']

export interface HandedOver {
  /** Tickets that have the note now. */
  done: number
  /** Why one has not, a sentence each. */
  problems: string[]
}

/** One call reads so many open tickets. */
const pageSize = 100

/** What the unit has open now, to be handed over. @throws CallFailure */
async function openTickets(): Promise<TicketCard[]> {
  const found: TicketCard[] = []
  let cursor: string | undefined
  do {
    const page = await ask('tickets.list', { view: 'inbox', limit: pageSize, ...(cursor && { cursor }) })
    found.push(...page.tickets)
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

/**
 * The same few words on every open ticket, one after another; one that refuses says why and holds up none.
 *
 * @param handed tickets that have it already, from a try that was cut off; those that get it are added
 * @param told how far it has come
 * @throws CallFailure where there is no network: what is left waits for the next try
 */
export async function handOverAll(
  note: HandoverNote,
  handed: Set<string>,
  told: (count: number, total: number) => void,
): Promise<HandedOver> {
  const tickets = await openTickets()
  const problems: string[] = []
  for (const [index, { _id, version, subject }] of tickets.entries()) {
    told(index + 1, tickets.length)
    if (handed.has(_id)) continue
    try {
      await give('tickets.handOver', { ticketId: _id, ...note }, version)
      handed.add(_id)
    } catch (error) {
      if (!(error instanceof CallFailure) || error.code === 'OFFLINE') throw error
      problems.push(`“${subject.slice(0, 12)}”没有留上：${error.message}`)
    }
  }
  return { done: tickets.length - problems.length, problems }
}
