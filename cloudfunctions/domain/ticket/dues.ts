import type { Due } from '../../../typings/contract/ticket'
import { isRunning } from '../sla/clock'
import { isOpen } from './status'
import type { Ticket } from './ticket'

/** The earliest running deadline of each unit: a card may be red for its reader's own lateness, never for another's. */
export function duesOf({ clocks, status }: Ticket): Due[] {
  const dues = new Map<string, Due>()
  for (const { chargedTo: departmentId, kind, dueAt } of isOpen(status) ? clocks.filter(isRunning) : []) {
    const known = dues.get(departmentId)
    if (!known || dueAt < known.dueAt) dues.set(departmentId, { departmentId, kind, dueAt })
  }
  return [...dues.values()].sort((a, b) => a.dueAt - b.dueAt)
}

/** Beside the lead: who was called in, asked or appealed to, and has not answered yet. */
export function awaitedIdsOf({ status, coTasks, consultation, escalation }: Ticket): string[] {
  if (!isOpen(status)) return []
  const silent =
    consultation?.state === 'open'
      ? consultation.departmentIds.filter(
          (id) => !consultation.opinions.some(({ departmentId }) => departmentId === id),
        )
      : []
  return [
    ...new Set([
      ...coTasks.filter(({ state }) => state === 'open').map(({ departmentId }) => departmentId),
      ...silent,
      ...(escalation?.state === 'open' ? [escalation.toDepartmentId] : []),
    ]),
  ]
}
