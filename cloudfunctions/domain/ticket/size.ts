import type { CommandName } from '../../../typings/contract/commands'
import { refuse } from '../errors'
import type { Ticket } from './ticket'
import { transitions } from './transitions'

/**
 * Bytes of JSON. What only adds to a ticket (a note, a supplement) is refused first, so that there is room left to bring
 * it to its end, and then for what the scheduler writes: all of it stays under Limits.ticketBytes, 65,536.
 */
const bytesMost = { addition: 40_960, step: 53_248, system: Infinity } as const

export type Writes = keyof typeof bytesMost

/** What a command does to a ticket's size: whatever can't move it on only adds. */
export function writesOf(name: CommandName): Writes {
  const { by, to }: { by: readonly string[]; to: readonly string[] } = transitions[name]
  if (by.includes('system')) return 'system'
  return to.every((one) => one === 'same') ? 'addition' : 'step'
}

/** @throws DomainError TICKET_FULL */
export function guardSize(ticket: Ticket, writes: Writes) {
  if (new TextEncoder().encode(JSON.stringify(ticket)).length > bytesMost[writes]) refuse('TICKET_FULL')
}
