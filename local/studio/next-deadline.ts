import type { TicketFields } from '../../typings/contract/ticket'

/** The first instant (ms UTC) after another at which a running clock is due; whoever is late already has others ahead. */
export function nextDeadlineOf(
  tickets: readonly Pick<TicketFields, 'clocks'>[],
  after: number,
): number | undefined {
  const ahead = tickets
    .flatMap(({ clocks }) => clocks)
    .filter(({ outcome, dueAt }) => outcome === undefined && dueAt > after)
    .map(({ dueAt }) => dueAt)
  return ahead.length === 0 ? undefined : Math.min(...ahead)
}
