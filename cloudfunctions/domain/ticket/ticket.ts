import type { CommandName } from '../../../typings/contract/commands'
import type { Role } from '../../../typings/contract/directory'
import type { TicketBrief, TicketFields } from '../../../typings/contract/ticket'
import type { Timestamp } from '../../../typings/contract/time'
import type { Chain, Seal } from '../audit/seal'
import type { TemplateId } from '../notification/templates'
import type { Fact } from '../statistics/fact'

/** 工单. One document: state, clocks, history and outbox live together (law 1). Stays under 64 KB. */
export interface Ticket extends TicketFields {
  /** Messages and facts that still have to leave the ticket; the scheduler takes them out. */
  outbox: readonly OutboxItem[]
  /** Rises with every outbox item ever made, so that a message's id is never used twice. */
  outboxSeq: number
  /** First results of the last commands, for repeats with the same commandId. */
  receipts: readonly Receipt[]
  /** Bigrams of the words, at most 200: the search index. */
  terms: readonly string[]
  /** What the same trouble is found by: at most 29 short keys. Absent on tickets older than this. */
  signature?: readonly string[]
  /** Hash of an anonymous caller's receipt code. */
  receiptHash?: string
  /** What holds the history together; absent until the first line that was sealed. Never leaves the server. */
  chain?: Chain
  /** One for each line from `chain.from` on, in the history's order. */
  seals?: readonly Seal[]
}

export interface Receipt {
  commandId: string
  op: CommandName
  result: TicketBrief
}

export type Recipient =
  | { to: 'caller' }
  | { to: 'post'; postId: string }
  | { to: 'department'; departmentId: string }
  | { to: 'role'; role: 'dispatcher' | 'supervisor' | 'leader' }

export type OutboxItem = { seq: number; at: Timestamp } & (
  | { kind: 'message'; recipient: Recipient; template: TemplateId; params: Record<string, string | number> }
  | { kind: 'fact'; fact: Fact }
  | { kind: 'evaluationFact'; evaluationId: string }
  /** What the centre made of a guess: training text. */
  | { kind: 'correction'; serviceCode: string }
  /** The answers of a second callback, to be held against the first. */
  | { kind: 'secondAnswer'; firstId: string; secondId: string }
  /** An overdue clock that no longer counts takes its open fact back. */
  | { kind: 'dropFact'; factId: string }
  /** What everybody may read of it changed. */
  | { kind: 'publication' }
  | { kind: 'absorb'; parentId: string; mergeId: string }
)

/** Who acts, as the platform's context and the directory say; never an openid. */
export interface Actor {
  role: Role
  postId?: string
  departmentId?: string
  /** Of staff, as messages name people. */
  personId?: string
  /** Of a resident. */
  alias?: string
}
