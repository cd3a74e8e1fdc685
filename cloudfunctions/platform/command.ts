import type { z } from 'zod'
import type { CommandInputs, CommandName } from '../../typings/contract/commands'
import type { TicketBrief } from '../../typings/contract/ticket'
import { briefOf, viewOf } from '../domain/access/view'
import { relationsOf, type Relation } from '../domain/access/relation'
import { refuse } from '../domain/errors'
import { decide } from '../domain/ticket/decide'
import { rulesOf } from '../domain/ticket/rules'
import { writesOf } from '../domain/ticket/size'
import type { Actor, Ticket } from '../domain/ticket/ticket'
import { transitions } from '../domain/ticket/transitions'
import { VersionConflict } from './conflict'
import { type CallContext, operation, type Operation } from './operation'
import { actorsOn } from './receipt-proof'
import { findTicket, saveTicket } from './stores/ticket-store'

/** How often a versionless command reloads and tries again. */
const triesMost = 3

/** First results kept on the ticket for repeats. */
const receiptsKept = 20

type CommandInput<Name extends CommandName> = CommandInputs[Name] & { ticketId: string; receiptCode?: string }

type CommandContext<Name extends CommandName> = CallContext<CommandInput<Name>>

interface Extra<Name extends CommandName> {
  /** What the server adds to the input before anything is decided. */
  enrich?(
    input: CommandInput<Name>,
    commandId: string,
    context: CommandContext<Name>,
  ): CommandInput<Name> | Promise<CommandInput<Name>>
  /** Writes that must stand before the ticket says they do, each with a deterministic id (texts, evaluations, co-signers). */
  first?(
    input: CommandInput<Name>,
    before: Ticket,
    context: CommandContext<Name>,
  ): Promise<void | { alreadyDone: true }>
}

/** A row of the state machine as an operation: one read, one conditional write. */
export function command<Name extends CommandName>(
  name: Name,
  schema: z.ZodType<CommandInput<Name>>,
  { enrich, first }: Extra<Name> = {},
): Operation {
  return operation(`tickets.${name}`, {
    input: schema,
    async run(context: CommandContext<Name>): Promise<TicketBrief> {
      const { commandId } = context
      if (commandId === undefined) return refuse('COMMAND_ID_MISSING', 'commandId')
      const input = (await enrich?.(context.input, commandId, context)) ?? context.input
      const row: { versionless?: true; by: readonly Relation[] } = transitions[name]
      for (let attempt = 1; ; attempt++) {
        const before = (await findTicket(input.ticketId)) ?? refuse('TICKET_NOT_FOUND', 'input.ticketId')
        const by = actorFor(row.by, before, context)
        const repeated = before.receipts.find((receipt) => receipt.commandId === commandId)
        if (repeated) return repeated.op === name ? repeated.result : refuse('COMMAND_ID_REUSED', 'commandId')
        if (!row.versionless && context.version !== before.version)
          throw new VersionConflict(viewOf(before, actorsOn(before, context), context.directory, context.now))
        const after = remember(
          decide(before, name, input, { at: context.now, by, rules: rulesOf(context.directory) }),
          commandId,
          name,
        )
        const earlier = await first?.(input, before, context)
        if (earlier?.alreadyDone) return briefOf(before)
        if (await saveTicket(before, after, writesOf(name))) return briefOf(after)
        if (row.versionless && attempt < triesMost) continue
        if (row.versionless) return refuse('COMMAND_BUSY')
        const fresh = await findTicket(before._id)
        throw new VersionConflict(
          fresh && viewOf(fresh, actorsOn(fresh, context), context.directory, context.now),
        )
      }
    },
  })
}

/** The first of the person's posts that may; who stands in no relation at all doesn't learn that the ticket exists. */
function actorFor(
  by: readonly Relation[],
  ticket: Ticket,
  context: CallContext<{ receiptCode?: string }>,
): Actor {
  const { directory, now } = context
  const relations = actorsOn(ticket, context).map((actor) => ({
    actor,
    relations: relationsOf(actor, ticket, directory, now),
  }))
  const able = relations.find((one) => by.some((relation) => one.relations.has(relation)))
  if (able) return able.actor
  const involved = relations.some((one) => [...one.relations].some((relation) => relation !== 'resident'))
  return refuse(involved ? 'NOT_ALLOWED' : 'TICKET_NOT_FOUND', 'input.ticketId')
}

export function remember(ticket: Ticket, commandId: string, op: CommandName): Ticket {
  const receipts = [...ticket.receipts, { commandId, op, result: briefOf(ticket) }].slice(-receiptsKept)
  return { ...ticket, receipts }
}
