import type { StandingId } from '../../../typings/contract/supervision'
import type { TicketFields } from '../../../typings/contract/ticket'
import type { Timestamp } from '../../../typings/contract/time'
import { dayLength, localDate, startOfDay } from '../calendar/local-time'
import { openStatuses } from '../ticket/status'
import type { RowFilter } from '../access/rows'
import { type Dimension, dimensions, wholeDistrict } from './sheet'

/** What is looked at of an open ticket. */
export type OpenTicket = Pick<
  TicketFields,
  '_id' | 'status' | 'nextStep' | 'lead' | 'serviceCode' | 'submittedAt' | 'nextDeadlineAt'
> & { place: Pick<TicketFields['place'], 'path'> }

export type StandingCounts = Readonly<Partial<Record<StandingId, number>>>

/** Open tickets counted at an instant, by the keys of every dimension. */
export type Standing = Readonly<Record<Dimension, Readonly<Record<string, StandingCounts>>>>

/** 账龄: where a class of age begins, in whole days since submission [S]. */
const agesFrom = [0, 1, 3, 5, 10, 15, 30]

export const ages = agesFrom.map((fromDays, i) => {
  const id: StandingId = `age:${i}`
  const next = agesFrom[i + 1]
  return { id, fromDays, ...(next !== undefined && { toDays: next }) }
})

export function standingOf(tickets: Iterable<OpenTicket>, at: Timestamp): Standing {
  const standing: Record<Dimension, Record<string, Partial<Record<StandingId, number>>>> = {
    district: {},
    department: {},
    street: {},
    service: {},
  }
  for (const ticket of tickets) {
    const ids = idsOf(ticket, at)
    const keys = keysOf(ticket)
    for (const dimension of dimensions) {
      const key = keys[dimension]
      if (key === undefined) continue
      const counts = (standing[dimension][key] ??= {})
      for (const id of ids) counts[id] = (counts[id] ?? 0) + 1
    }
  }
  return standing
}

/** The figures that a ticket stands in. */
function idsOf(ticket: OpenTicket, at: Timestamp): StandingId[] {
  const { status, nextStep, nextDeadlineAt = Infinity, submittedAt } = ticket
  const ids: StandingId[] = ['open', `status:${status}`, ageOf(submittedAt, at)]
  if (nextDeadlineAt < at) ids.push('overdue')
  else if (nextDeadlineAt <= endOfDay(at)) ids.push('dueToday')
  if (status === 'dispatched') ids.push('unacknowledged')
  if (nextStep === 'contactResident') ids.push('uncontacted')
  return ids
}

function ageOf(submittedAt: Timestamp, at: Timestamp): StandingId {
  const days = (at - submittedAt) / dayLength
  return ages.findLast(({ fromDays }) => days >= fromDays)?.id ?? 'age:0'
}

function keysOf({ lead, place, serviceCode }: OpenTicket): Record<Dimension, string | undefined> {
  return {
    district: wholeDistrict,
    department: lead?.departmentId,
    street: place.path[1],
    service: serviceCode,
  }
}

/** A day's last deadlines are at its 24:00. */
const endOfDay = (at: Timestamp) => startOfDay(localDate(at)) + dayLength

/** The rows behind a figure of standing tickets: what `standingOf` counts, asked of the store. */
export function standingRows(id: StandingId, at: Timestamp): RowFilter {
  const soonest = { by: 'nextDeadlineAt', direction: 'asc' } as const
  switch (id) {
    case 'open':
      return { where: { nextDeadlineAt: { from: 0 } }, ...soonest }
    case 'overdue':
      return { where: { nextDeadlineAt: { below: at } }, ...soonest }
    case 'dueToday':
      return { where: { nextDeadlineAt: { from: at, to: endOfDay(at) } }, ...soonest }
    case 'unacknowledged':
      return { where: { status: 'dispatched', nextDeadlineAt: { from: 0 } }, ...soonest }
    case 'uncontacted':
      return { where: { nextStep: 'contactResident', nextDeadlineAt: { from: 0 } }, ...soonest }
  }
  const [kind, value = ''] = id.split(':')
  if (kind === 'status') return { where: { status: value, nextDeadlineAt: { from: 0 } }, ...soonest }
  const age = ages[Number(value)]
  return {
    where: {
      status: { in: openStatuses },
      submittedAt: {
        from: age?.toDays === undefined ? 0 : at - age.toDays * dayLength + 1,
        to: at - (age?.fromDays ?? Infinity) * dayLength,
      },
    },
    by: 'submittedAt',
    direction: 'asc',
  }
}
