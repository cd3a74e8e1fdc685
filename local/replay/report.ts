import type { Ticket } from '../../cloudfunctions/domain/ticket/ticket'
import type { Replayed } from './replay'
import type { BadRow } from './rows'

/** A line of tickets.jsonl. Instants in ms UTC. */
export interface TicketLine {
  id: string
  ticketId: string
  service: string | null
  department: string | null
  submittedAt: number
  /** Of the lead that answered (or still holds it): after returns and approved extensions. */
  dueAt: number | null
  repliedAt: number | null
  /** repliedAt ≤ dueAt; false while there is no reply. */
  onTime: boolean
  /** Keys `clock:stint:rung[:date]` in the order in which they fired. */
  rungs: readonly string[]
  provisional: boolean
}

export function ticketLine(id: string, ticket: Ticket): TicketLine {
  const reply = ticket.replies[0]
  const stint = reply?.stint ?? ticket.lead?.stint
  const clock = ticket.clocks.find((one) => one.kind === 'reply' && one.stint === stint)
  const repliedAt = reply?.at ?? null
  return {
    id,
    ticketId: ticket._id,
    service: ticket.serviceCode ?? null,
    department: reply?.departmentId ?? ticket.lead?.departmentId ?? null,
    submittedAt: ticket.submittedAt,
    dueAt: clock?.dueAt ?? null,
    repliedAt,
    onTime: repliedAt !== null && clock !== undefined && repliedAt <= clock.dueAt,
    rungs: ticket.history.filter(({ what }) => what === 'rung').map(({ code }) => code ?? ''),
    provisional: ticket.clocks.some(({ provisional, kind }) => provisional && kind === 'reply'),
  }
}

export function summaryOf(replayed: Replayed, bad: readonly BadRow[], rows: number): object {
  const lines = [...replayed.tickets].map(([id, ticket]) => ticketLine(id, ticket))
  return {
    rows,
    tickets: lines.length,
    errors: [...bad, ...replayed.errors],
    broken: replayed.broken,
    onTime: lines.filter(({ onTime }) => onTime).length,
    provisional: lines.filter(({ provisional }) => provisional).length,
    statuses: countBy([...replayed.tickets.values()].map(({ status }) => status)),
    rungs: countBy(
      lines.flatMap((line) =>
        line.rungs.map((key) =>
          key
            .split(':')
            .filter((_, i) => i !== 1 && i < 3)
            .join(':'),
        ),
      ),
    ),
    assumed: {
      acknowledge: 'at once after dispatch',
      review: 'approved at once',
      callback: 'three phone calls that nobody answered: the data hold no evaluations, and none are invented',
    },
    ...(replayed.disturbed && { disturbed: replayed.disturbed }),
    rates: replayed.rates,
    meter: replayed.meter,
    wallSeconds: Math.round(replayed.seconds * 10) / 10,
  }
}

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
